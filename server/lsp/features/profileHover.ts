import type { Hover, Position } from 'vscode-languageserver-protocol';
import {
  containerKinds,
  listed,
  lockMeaning,
  type Profile,
  personalMeaning,
  propertiesAround,
  requirementMeaning,
  ruleSetText,
  settings,
  type Text,
  text,
} from '../../../shared/index.ts';
import type { ProfileInspection } from '../../inspection/inspection.ts';
import type { TextView } from '../../inspection/textView.ts';
import type { FeatureContext } from '../feature.ts';

/** On a setting of the lock profile or on its value: what the setting does to requests. */
export function profileHover(
  source: TextView,
  { document, profile }: ProfileInspection,
  position: Position,
  { client, say }: FeatureContext,
): Hover | undefined {
  const path = propertiesAround(document, source.offsetAt(position));
  const meaning = meaningAt(
    profile,
    path.map(({ key }) => key),
  );
  const last = path.at(-1);
  if (!meaning || !last) return undefined;
  return { contents: { kind: client.hoverMarkup, value: say(meaning) }, range: source.rangeOf(last.keySpan) };
}

function meaningAt(profile: Profile, path: readonly string[]): Text | undefined {
  const last = path.at(-1) ?? '';
  const [key, ...inside] = ['enabled', 'locked'].includes(last) ? path.slice(0, -1) : path;
  if (key === 'rules') return text`${ruleSetText(profile.rules)}.`;
  if (key === 'containers') return containersMeaning(profile, inside);
  if (key === 'requireSecurityOption') return inside.length === 0 ? requirementMeaning(profile) : undefined;
  if (key === 'personalMeetingId')
    return String(inside) === 'passcode' || inside.length === 0 ? personalMeaning(profile) : undefined;
  const name = settings.find((each) => each === key);
  return name && inside.length === 0 ? lockMeaning(name, profile) : undefined;
}

function containersMeaning({ containersOff }: Profile, inside: readonly string[]): Text | undefined {
  const off = containerKinds.filter((each) => containersOff.includes(each));
  if (inside.length === 0)
    return off.length === 0
      ? text`Requests are found in documents and code of every kind.`
      : text`Requests are found in documents and code, but not in files of these kinds: ${listed(off)}.`;
  const kind = containerKinds.find((each) => each === String(inside));
  if (!kind) return undefined;
  return off.includes(kind)
    ? text`Requests in files of this kind are not looked for.`
    : text`Requests in files of this kind are found.`;
}
