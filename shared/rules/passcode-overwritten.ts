import type { Fix } from '../finding.ts';
import { type Text, text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { decideOverwritten, observation } from './support/overwritten.ts';
import { addPasscode, writeStored } from './support/secureFixes.ts';

/** A passcode was sent and Zoom drops it, or an empty one or `null` was sent in an update and the meeting keeps or gets one. */
export const passcodeOverwritten: RequestRule = {
  code: 'passcode-overwritten',
  severity: 'warning',
  summary: text`Zoom drops the passcode, or the meeting has one although the request sends an empty one.`,
  check(context) {
    const verdict = decideOverwritten(context, 'password');
    if (!verdict) return [];
    const fixes = () => [writeStored(context, ['password'], text`Remove the field (no effect)`), replaceEmpty(context)];
    return [observation(context, 'password', verdict, clauseFor(context), fixes)];
  },
};

/** An empty one may be meant to be filled in later. */
function replaceEmpty(context: RequestContext): Fix | undefined {
  return context.prediction.sent.password ? undefined : addPasscode(context);
}

function clauseFor({ prediction }: RequestContext): Text {
  if (prediction.sent.password) return text`Zoom drops this passcode`;
  const sources = new Set(prediction.cases.map(({ outcome }) => outcome.password.source));
  if (sources.has('generated'))
    return sources.size === 1
      ? text`Zoom will generate a passcode`
      : text`the meeting keeps its passcode, or Zoom generates one`;
  return text`Zoom will keep the passcode`;
}
