import type { Change, Fix } from '../finding.ts';
import { property } from '../json/lookup.ts';
import type { Property } from '../json/parse.ts';
import { type Text, text } from '../text.ts';
import type { Observation, RequestContext, RequestRule } from './rule.ts';
import { authenticationDomains } from './support/dependents.ts';
import { requireAuthentication } from './support/secureFixes.ts';

/** `enforce_login` and `enforce_login_domains`, which Zoom's reference replaces with other fields. */
export const enforceLoginDeprecated: RequestRule = {
  code: 'enforce-login-deprecated',
  severity: 'hint',
  summary: text`The request uses enforce_login or enforce_login_domains, which Zoom has deprecated.`,
  check(context) {
    const login = given(context, 'enforce_login', 'boolean');
    const domains = given(context, 'enforce_login_domains', 'string');
    return [
      ...(login ? [observationFor(login, replaced, () => withAuthentication(context))] : []),
      ...(domains ? [observationFor(domains, replacedDomains, () => withDomains(context, domains))] : []),
    ];
  },
};

const replaced = text`Zoom has deprecated enforce_login: meeting_authentication and authentication_option replace it.`;
const replacedDomains = text`Zoom has deprecated enforce_login_domains: authentication_domains replaces it.`;

function given({ body }: RequestContext, name: string, type: 'boolean' | 'string'): Property | undefined {
  const found = property(body.settings, name);
  return found?.value?.type === type ? found : undefined;
}

/** What a deprecated field still does is not documented: where nothing can replace it (undefined), it is removed. */
function observationFor({ key, keySpan }: Property, message: Text, replace: () => Fix | undefined): Observation {
  const remove: Fix = { title: text`Remove the field`, changes: [{ op: 'remove', path: ['settings', key] }] };
  const fixes = () => [{ ...(replace() ?? remove), preferred: true }];
  return { message, span: keySpan, fixes, tag: 'deprecated' };
}

/** Undefined where `enforce_login` is off, the request gives `meeting_authentication`, or Zoom would not store it. */
function withAuthentication(context: RequestContext): Fix | undefined {
  const { body } = context;
  const login = given(context, 'enforce_login', 'boolean')?.value;
  const said = !['absent', 'null'].includes(body.fields.meeting_authentication.state);
  const required = requireAuthentication(context);
  if (login?.type !== 'boolean' || !login.value || said || !required) return undefined;
  const others = required.changes.filter(
    (change) => 'path' in change && change.path.at(-1) !== 'meeting_authentication',
  );
  return {
    title: text`Replace it with ${'meeting_authentication'}`,
    changes: [move('enforce_login', 'meeting_authentication'), ...others],
  };
}

/** Undefined where there are other domains already, or authentication, without which domains have no effect, would be off. */
function withDomains(context: RequestContext, { value }: Property): Fix | undefined {
  const { body, prediction } = context;
  const { name, asks, option } = authenticationDomains;
  const there = property(body.settings, name)?.value;
  if (!value || !asks(value) || (there && there.type !== 'null')) return undefined;
  const change = move('enforce_login_domains', name);
  const mayBeOn = prediction.cases.some(({ outcome }) => outcome[option].value);
  if (mayBeOn) return { title: text`Replace it with ${name}`, changes: [change] };
  const login = withAuthentication(context);
  return login && { title: text`Replace both fields`, changes: [...login.changes, change] };
}

function move(from: string, to: string): Change {
  return { op: 'move', path: ['settings', from], to: ['settings', to] };
}
