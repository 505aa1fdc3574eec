import type { Case } from '../engine/predict.ts';
import { text } from '../text.ts';
import { decide, type RequestRule } from './rule.ts';
import { finding } from './support/overwritten.ts';
import { requireAuthentication, writeStored } from './support/secureFixes.ts';

const code = 'authentication-option-ignored';

/** An option was sent and authentication ends up off, so that there is nothing for it to apply to. */
export const authenticationOptionIgnored: RequestRule = {
  code,
  check(context) {
    const { sent } = context.prediction;
    const off = ({ outcome }: Case) =>
      Boolean(sent.authentication_option) &&
      !outcome.meeting_authentication.value &&
      (context.body.isComplete || outcome.meeting_authentication.source === 'lock');
    const told = decide(context, 'warning', 'authentication_option', off);
    if (!told) return [];
    const require = sent.meeting_authentication === undefined ? requireAuthentication(context) : undefined;
    const remove = writeStored(context, ['authentication_option'], text`Remove the field: Zoom ignores it`);
    // Under a condition, "authentication off" is what the condition says.
    const once = told.condition ? { ...told, because: undefined } : told;
    return finding(code, context, 'authentication_option', once, text`Zoom ignores this option`, [require, remove]);
  },
};
