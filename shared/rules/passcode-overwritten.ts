import type { Fix } from '../finding.ts';
import { type Text, text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { decideOverwritten, finding } from './support/overwritten.ts';
import { addPasscode, writeStored } from './support/secureFixes.ts';

const code = 'passcode-overwritten';

/** A passcode was sent and Zoom drops it, or an empty one was sent and the meeting keeps or gets one. */
export const passcodeOverwritten: RequestRule = {
  code,
  check(context) {
    const told = decideOverwritten(context, 'password');
    if (!told) return [];
    const remove = writeStored(context, ['password'], text`Remove the field: Zoom ignores it`);
    return finding(code, context, 'password', told, clauseFor(context), [remove, replaceEmpty(context)]);
  },
};

/** An empty one can be meant as one that is yet to be filled in. */
function replaceEmpty(context: RequestContext): Fix | undefined {
  return context.prediction.sent.password === '' ? addPasscode(context) : undefined;
}

function clauseFor({ prediction }: RequestContext): Text {
  if (prediction.sent.password) return text`Zoom drops this passcode`;
  const sources = new Set(prediction.cases.map(({ outcome }) => outcome.password.source));
  if (sources.has('generated'))
    return sources.size === 1
      ? text`Zoom will generate a passcode`
      : text`the meeting will have a passcode all the same`;
  return text`Zoom will keep the passcode`;
}
