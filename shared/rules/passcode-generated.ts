import { isPersonal, type Prediction } from '../engine/predict.ts';
import { whereToRead } from '../explain/reasons.ts';
import { joined, type Text, text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideAdded, observation } from './support/overwritten.ts';
import { addPasscode } from './support/secureFixes.ts';

/** No passcode was sent and Zoom generates one, or sets that of the personal meeting ID. */
export const passcodeGenerated: RequestRule = {
  code: 'passcode-generated',
  severity: 'information',
  summary: text`The request does not send a passcode, and Zoom adds one.`,
  check(context) {
    const verdict = decideAdded(context, 'password');
    if (!verdict) return [];
    const found = observation(context, 'password', verdict, clauseFor(context.prediction), () => [
      addPasscode(context),
    ]);
    const where = whereToRead(context.prediction.operation);
    return [{ ...found, message: joined([found.message, where], ' ') }];
  },
};

function clauseFor(prediction: Prediction): Text {
  if (isPersonal(prediction)) return text`Zoom will set the passcode of the personal meeting ID`;
  return prediction.cases.some(({ facts }) => facts.personal)
    ? text`Zoom will add a passcode`
    : text`Zoom will generate a passcode`;
}
