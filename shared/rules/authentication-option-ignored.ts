import type { Case } from '../engine/predict.ts';
import { text } from '../text.ts';
import { decide, type RequestRule } from './rule.ts';
import { observation } from './support/overwritten.ts';
import { requireAuthentication, writeStored } from './support/secureFixes.ts';

/** An option was sent and authentication ends up off, so that there is nothing for it to apply to. */
export const authenticationOptionIgnored: RequestRule = {
  code: 'authentication-option-ignored',
  severity: 'warning',
  summary: text`The request names an authentication option, but authentication ends up off.`,
  check(context) {
    const { sent } = context.prediction;
    const off = ({ sent: given, outcome }: Case) =>
      Boolean(given.authentication_option) &&
      !outcome.meeting_authentication.value &&
      (context.body.isComplete || outcome.meeting_authentication.source === 'lock');
    const verdict = decide(context, 'authentication_option', off);
    if (!verdict) return [];
    const fixes = () => [
      sent.meeting_authentication === undefined ? requireAuthentication(context) : undefined,
      writeStored(context, ['authentication_option'], text`Remove the field: Zoom ignores it`),
    ];
    // Under a condition, "authentication off" is what the condition says.
    const once = verdict.condition ? { ...verdict, because: undefined } : verdict;
    return [observation(context, 'authentication_option', once, text`Zoom ignores this option`, fixes)];
  },
};
