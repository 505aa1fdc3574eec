import type { Fix } from '../finding.ts';
import { propertyAt } from '../json/lookup.ts';
import type { ObjectNode, Property } from '../json/parse.ts';
import { nearestName, spelled } from '../model/nearestName.ts';
import { partsOf, profileKeys } from '../model/profileKeys.ts';
import { text } from '../text.ts';
import type { Observation, ProfileRule } from './rule.ts';

/** Zoom's own names for what the profile names differently. */
const zoomNames: Readonly<Record<string, string>> = {
  auto_security: 'requireSecurityOption',
  meeting_password: 'passcode',
  password: 'passcode',
  meeting_authentication: 'authentication',
  meeting_password_requirement: 'requirement',
  authentication_options: 'options',
  default_option: 'default',
};

/** A key that is not read: mostly a slip, whose setting then silently counts as unknown. */
export const profileUnknownKey: ProfileRule = {
  code: 'profile-unknown-key',
  severity: 'warning',
  summary: text`The lock profile has an unknown key, often a typo.`,
  check({ profile: { document }, codes }) {
    const severities = propertyAt(document.root, ['severities'])?.value;
    const isWhole = document.errors.length === 0;
    return [
      ...partsOf(document).flatMap(({ part, node }) => unknownKeys(node, profileKeys[part])),
      ...(isWhole && severities?.type === 'object' ? unknownKeys(severities, codes) : []),
    ];
  },
};

function unknownKeys({ properties }: ObjectNode, known: readonly string[]): readonly Observation[] {
  const given = new Set(properties.map(({ key }) => key));
  const unknown = properties.filter(({ key }) => !known.includes(key));
  return unknown.map((each) => observationFor(each, given, known));
}

function observationFor(property: Property, given: ReadonlySet<string>, known: readonly string[]): Observation {
  const { key, keySpan, span } = property;
  const meant = meantBy(key, known);
  const free = meant !== undefined && !given.has(meant);
  const rename: Fix[] = free
    ? [
        {
          title: text`Rename it to ${meant}`,
          changes: [{ op: 'rename-at', offset: span.start, key: meant }],
          preferred: true,
        },
      ]
    : [];
  const remove: Fix = { title: text`Remove it`, changes: [{ op: 'remove-at', offset: span.start }], preferred: !free };
  const quoted = JSON.stringify(key);
  const message = meant
    ? text`Unknown key ${quoted} (ignored). Did you mean ${JSON.stringify(meant)}?`
    : text`Unknown key ${quoted} (ignored).`;
  return { message, span: keySpan, fixes: () => [...rename, remove] };
}

/** The key that Zoom's name corresponds to, another spelling of it (`waiting_room`), or the nearest one a slip or two away. */
function meantBy(key: string, known: readonly string[]): string | undefined {
  const zoom = Object.hasOwn(zoomNames, key) ? zoomNames[key] : undefined;
  if (zoom && known.includes(zoom)) return zoom;
  const names = known.filter((each) => !each.startsWith('$'));
  return nearestName(spelled(key), names.map(spelled), ({ name }) => (name.length < 5 ? 1 : 2));
}
