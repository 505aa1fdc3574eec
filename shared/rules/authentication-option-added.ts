import { type Text, text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { decideAdded, finding } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

const code = 'authentication-option-added';

/** No option was sent and Zoom takes its default one. */
export const authenticationOptionAdded: RequestRule = {
  code,
  check(context) {
    const told = decideAdded(context, 'authentication_option');
    if (!told) return [];
    const write = writeStored(context, ['authentication_option'], text`Write what Zoom will store`);
    return finding(code, context, 'authentication_option', told, clauseFor(context), [write]);
  },
};

function clauseFor({ profile, account }: RequestContext): Text {
  const option = profile?.options?.find(({ id }) => id === account.defaultOption);
  return option
    ? text`Zoom will take the option "${option.name ?? option.id}"`
    : text`Zoom will take the account's default option`;
}
