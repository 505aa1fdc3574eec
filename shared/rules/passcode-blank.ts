import { casesByRequest } from '../engine/extent.ts';
import { isAccepted, isBlank } from '../model/passcode.ts';
import { fieldSpan } from '../model/request.ts';
import { text } from '../text.ts';
import { passcodeOf, type RequestContext, type RequestRule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

/** Nothing but spaces. Where Zoom refuses or drops such a passcode for another reason, that is the finding. */
export const passcodeBlank: RequestRule = {
  code: 'passcode-blank',
  severity: 'warning',
  summary: text`The passcode consists of spaces only.`,
  check(context) {
    const passcode = passcodeOf(context);
    const requirement = context.profile?.passcodeRequirement ?? {};
    if (!passcode || !isBlank(passcode) || !isAccepted(passcode, requirement) || isDropped(context)) return [];
    const message = text`The passcode has only spaces. Developers report that Zoom accepts it and that people cannot join with it.`;
    const span = fieldSpan(context.body.fields.password);
    return [{ message, span, fixes: () => [replacePasscode] }];
  },
};

function isDropped({ prediction }: RequestContext): boolean {
  return casesByRequest(prediction).some((cases) =>
    cases.every(({ outcome }) => outcome.password.source !== 'request'),
  );
}
