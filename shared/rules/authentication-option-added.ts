import { finding, tellAdded } from './overwritten.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { writeStored } from './securing.ts';

const code = 'authentication-option-added';

/** No option was sent and Zoom takes its default one. */
export const authenticationOptionAdded: RequestRule = {
  code,
  check(context) {
    const told = tellAdded(context, 'authentication_option');
    if (!told) return [];
    const write = writeStored(context, ['authentication_option'], 'Write what Zoom will store');
    return finding(code, context, 'authentication_option', told, `Zoom will take ${optionText(context)}`, [write]);
  },
};

function optionText({ profile, account }: RequestContext): string {
  const option = profile?.options?.find(({ id }) => id === account.defaultOption);
  return option ? `the option "${option.name ?? option.id}"` : "the account's default option";
}
