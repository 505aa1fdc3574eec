import { type Text, text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { decideAdded, observation } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

/** No option was sent and Zoom takes its default one. */
export const authenticationOptionAdded: RequestRule = {
  code: 'authentication-option-added',
  severity: 'information',
  summary: text`The request does not name an authentication option, and Zoom takes the account's default.`,
  check(context) {
    const verdict = decideAdded(context, 'authentication_option');
    if (!verdict) return [];
    const fixes = () => [
      writeStored(context, ['authentication_option'], text`Write ${'authentication_option'} as Zoom will store it`),
    ];
    return [observation(context, 'authentication_option', verdict, clauseFor(context), fixes)];
  },
};

function clauseFor({ profile, account }: RequestContext): Text {
  const option = profile?.options?.find(({ id }) => id === account.defaultOption);
  return option
    ? text`Zoom will take the option "${option.name ?? option.id}"`
    : text`Zoom will take the account's default option`;
}
