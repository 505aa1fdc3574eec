import { finding, tellOverwritten } from './overwritten.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { addPasscode, writeStored } from './securing.ts';

const code = 'passcode-overwritten';

/** A passcode was sent and Zoom drops it, or an empty one was sent and the meeting keeps or gets one. */
export const passcodeOverwritten: RequestRule = {
  code,
  check(context) {
    const told = tellOverwritten(context, 'password');
    const remove = writeStored(context, ['password'], 'Remove the field: Zoom ignores it');
    const replace = context.prediction.sent.password === '' ? addPasscode(context) : undefined;
    return finding(code, context, 'password', told, clauseFor(context), [remove, replace]);
  },
};

function clauseFor({ prediction }: RequestContext): string {
  if (prediction.sent.password) return 'Zoom drops this passcode';
  const generated = prediction.cases.every(({ outcome }) => outcome.password.source === 'generated');
  return generated ? 'Zoom will generate a passcode' : 'Zoom will keep the passcode of the meeting';
}
