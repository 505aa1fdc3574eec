import type { Case } from '../engine/predict.ts';
import { text } from '../text.ts';
import { decide, type RequestRule } from './rule.ts';
import { finding } from './support/overwritten.ts';
import { requireAuthentication, writeStored } from './support/secureFixes.ts';

const code = 'authentication-option-overwritten';

/** An option was sent, authentication is on, and the meeting keeps another option. */
export const authenticationOptionOverwritten: RequestRule = {
  code,
  check(context) {
    if (!context.body.isComplete) return [];
    const replaced = ({ outcome }: Case) =>
      outcome.authentication_option.effect === 'overwritten' && outcome.meeting_authentication.value;
    const told = decide(context, 'warning', 'authentication_option', replaced);
    if (!told) return [];
    const write = writeStored(context, ['authentication_option'], text`Write what Zoom will store`);
    const clause = text`the meeting keeps the option it has`;
    return finding(code, context, 'authentication_option', told, clause, [requireAuthentication(context), write]);
  },
};
