import type { Case } from '../engine/predict.ts';
import { text } from '../text.ts';
import { decide, type RequestRule } from './rule.ts';
import { observation } from './support/overwritten.ts';
import { requireAuthentication, writeStored } from './support/secureFixes.ts';

/** An option was sent and authentication will be off, so that there is nothing for it to apply to. */
export const authenticationOptionIgnored: RequestRule = {
  code: 'authentication-option-ignored',
  severity: 'warning',
  summary: text`The request names an authentication option, but authentication will be off.`,
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
      writeStored(context, ['authentication_option'], text`Remove the field (no effect)`),
    ];
    // Under a condition, "authentication off" is what the condition says.
    const once = verdict.condition ? { ...verdict, because: undefined } : verdict;
    return [
      observation(
        context,
        'authentication_option',
        once,
        text`${'authentication_option'} has no effect (Zoom does not document what happens)`,
        fixes,
      ),
    ];
  },
};
