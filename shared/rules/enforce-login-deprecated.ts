import type { Change, Finding, Fix } from '../finding.ts';
import { property } from '../json/lookup.ts';
import type { Property } from '../json/parse.ts';
import { type Text, text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { authenticationDomains } from './support/dependents.ts';
import { requireAuthentication } from './support/secureFixes.ts';

const code = 'enforce-login-deprecated';

/** `enforce_login` and `enforce_login_domains`, for which Zoom's reference has other fields by now. */
export const enforceLoginDeprecated: RequestRule = {
  code,
  check(context) {
    const login = given(context, 'enforce_login', 'boolean');
    const domains = given(context, 'enforce_login_domains', 'string');
    return [
      ...(login ? [findingFor(login, replaced, withAuthentication(context))] : []),
      ...(domains ? [findingFor(domains, replacedDomains, withDomains(context, domains))] : []),
    ];
  },
};

const replaced = text`Zoom has deprecated enforce_login: meeting_authentication and authentication_option replace it.`;
const replacedDomains = text`Zoom has deprecated enforce_login_domains: authentication_domains replaces it.`;

function given({ body }: RequestContext, name: string, type: 'boolean' | 'string'): Property | undefined {
  const found = property(body.settings, name);
  return found?.value?.type === type ? found : undefined;
}

/** What Zoom makes of a deprecated field it does not say: with nothing to put in its place, the field goes. */
function findingFor({ key, keySpan }: Property, message: Text, replace: Fix | undefined): Finding {
  const remove: Fix = { title: text`Remove the field`, changes: [{ op: 'remove', path: ['settings', key] }] };
  const fixes = [{ ...(replace ?? remove), preferred: true }];
  return { code, severity: 'hint', message, span: keySpan, fixes, tag: 'deprecated' };
}

/** Undefined where `enforce_login` asks for nothing, the request speaks of authentication, or that would not stand. */
function withAuthentication(context: RequestContext): Fix | undefined {
  const { body } = context;
  const login = given(context, 'enforce_login', 'boolean')?.value;
  const spoken = !['absent', 'null'].includes(body.fields.meeting_authentication.state);
  const required = requireAuthentication(context);
  if (login?.type !== 'boolean' || !login.value || spoken || !required) return undefined;
  const others = required.changes.filter(
    (change) => 'path' in change && change.path.at(-1) !== 'meeting_authentication',
  );
  return {
    title: text`Replace it by ${'meeting_authentication'}`,
    changes: [move('enforce_login', 'meeting_authentication'), ...others],
  };
}

/** Undefined where there are other domains, or authentication, without which none have an effect, would be off. */
function withDomains(context: RequestContext, { value }: Property): Fix | undefined {
  const { body, prediction } = context;
  const { name, asks, option } = authenticationDomains;
  const there = property(body.settings, name)?.value;
  if (!value || !asks(value) || (there && there.type !== 'null')) return undefined;
  const change = move('enforce_login_domains', name);
  const mayBeOn = prediction.cases.some(({ outcome }) => outcome[option].value);
  if (mayBeOn) return { title: text`Replace it by ${name}`, changes: [change] };
  const login = withAuthentication(context);
  return login && { title: text`Replace both fields`, changes: [...login.changes, change] };
}

function move(from: string, to: string): Change {
  return { op: 'move', path: ['settings', from], to: ['settings', to] };
}
