import type { Fix } from '../finding.ts';
import type { Property } from '../json/parse.ts';
import { type ProfilePart, partsOf, profileKeys } from '../model/profileKeys.ts';
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
  check({ profile }) {
    return partsOf(profile.document).flatMap(({ part, node }) => {
      const known: readonly string[] = profileKeys[part];
      const given = new Set(node.properties.map(({ key }) => key));
      const unknown = node.properties.filter(({ key }) => !known.includes(key));
      return unknown.map((each) => observationFor(each, given, part));
    });
  },
};

function observationFor(property: Property, given: ReadonlySet<string>, part: ProfilePart): Observation {
  const { key, keySpan, span } = property;
  const meant = meantBy(key, profileKeys[part]);
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

/** The key that Zoom's name for it stands for, another spelling of it (`waiting_room`), or the nearest one a slip or two away. */
function meantBy(key: string, known: readonly string[]): string | undefined {
  const zoom = Object.hasOwn(zoomNames, key) ? zoomNames[key] : undefined;
  if (zoom && known.includes(zoom)) return zoom;
  const ranked = known
    .filter((each) => !each.startsWith('$'))
    .map((each) => ({ each, far: distance(bare(key), bare(each)), slips: each.length < 5 ? 1 : 2 }))
    .filter(({ far, slips }) => far <= slips)
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.each;
}

function bare(key: string): string {
  return key
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** How many characters have to be added, removed, changed, or swapped with their neighbour. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
