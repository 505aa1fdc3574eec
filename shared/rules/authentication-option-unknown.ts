import { casesByRequest } from '../engine/extent.ts';
import type { AuthenticationOption } from '../model/profile.ts';
import { fieldSpan } from '../model/request.ts';
import { reaches } from '../model/security.ts';
import { text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { onePreferred } from './support/overwritten.ts';
import { set } from './support/secureFixes.ts';

/** The option is not among those that the profile lists. Where Zoom ignores it anyway, that is the finding. */
export const authenticationOptionUnknown: RequestRule = {
  code: 'authentication-option-unknown',
  severity: 'warning',
  summary: text`The lock profile does not list the authentication option that the request names.`,
  check(context) {
    const { body, profile } = context;
    const sent = body.sent.authentication_option;
    const options = profile?.options ?? [];
    if (!sent || options.length === 0 || options.some(({ id }) => id === sent) || isIgnored(context)) return [];
    const fixes = () => onePreferred(options.map(useOption));
    const message = text`The lock profile lists no authentication option with this id.`;
    return [{ message, span: fieldSpan(body.fields.authentication_option), fixes }];
  },
};

function isIgnored({ prediction }: RequestContext): boolean {
  if (!reaches(prediction.sent, 'authentication_option')) return true;
  return casesByRequest(prediction).some((cases) =>
    cases.every(({ outcome }) => !outcome.meeting_authentication.value),
  );
}

function useOption(option: AuthenticationOption) {
  const title = text`Use "${option.name ?? option.id}"`;
  return { title, changes: [set('authentication_option', option.id)], preferred: option.default };
}
