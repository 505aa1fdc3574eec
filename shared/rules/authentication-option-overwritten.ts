import type { Case } from '../engine/predict.ts';
import { text } from '../text.ts';
import { decide, type RequestRule } from './rule.ts';
import { observation } from './support/overwritten.ts';
import { requireAuthentication, writeStored } from './support/secureFixes.ts';

/** An option was sent, authentication is on, and the meeting keeps another option. */
export const authenticationOptionOverwritten: RequestRule = {
  code: 'authentication-option-overwritten',
  severity: 'warning',
  summary: text`An update names an authentication option, but the meeting keeps the one it has.`,
  check(context) {
    if (!context.body.isComplete) return [];
    const replaced = ({ outcome }: Case) =>
      outcome.authentication_option.effect === 'overwritten' && outcome.meeting_authentication.value;
    const verdict = decide(context, 'authentication_option', replaced);
    if (!verdict) return [];
    const fixes = () => [
      requireAuthentication(context),
      writeStored(context, ['authentication_option'], text`Write ${'authentication_option'} as Zoom will store it`),
    ];
    const clause = text`the meeting keeps the option it has`;
    return [observation(context, 'authentication_option', verdict, clause, fixes)];
  },
};
