import type { Hover, Position } from 'vscode-languageserver-protocol';
import {
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
  if (key === 'requireSecurityOption') return inside.length === 0 ? requirementMeaning(profile) : undefined;
  if (key === 'personalMeetingId')
    return String(inside) === 'passcode' || inside.length === 0 ? personalMeaning(profile) : undefined;
  const name = settings.find((each) => each === key);
  return name && inside.length === 0 ? lockMeaning(name, profile) : undefined;
}
