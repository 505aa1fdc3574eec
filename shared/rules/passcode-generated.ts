import { isPersonal } from '../engine/predict.ts';
import { whereToRead } from '../explain/reasons.ts';
import { joined, text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideAdded, finding } from './support/overwritten.ts';
import { addPasscode } from './support/secureFixes.ts';

const code = 'passcode-generated';

/** No passcode was sent and Zoom makes one up. */
export const passcodeGenerated: RequestRule = {
  code,
  check(context) {
    const told = decideAdded(context, 'password');
    if (!told) return [];
    const clause = isPersonal(context.prediction)
      ? text`Zoom will set the passcode of the personal meeting ID`
      : text`Zoom will generate a passcode`;
    const found = finding(code, context, 'password', told, clause, [addPasscode(context)]);
    const where = whereToRead(context.prediction.operation);
    return found.map((each) => ({ ...each, message: joined([each.message, where], ' ') }));
  },
};
