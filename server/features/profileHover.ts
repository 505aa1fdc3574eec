import type { Hover, Position } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lockMeaning, propertiesAround, settings } from '../../shared/index.ts';
import { toRange } from '../convert.ts';
import type { Scope } from '../feature.ts';
import type { ProfileInspection } from '../inspect.ts';

/** On the name of a setting of the lock profile, or on what it holds: what the setting does to requests. */
export function profileHover(
  text: TextDocument,
  { document, profile }: ProfileInspection,
  position: Position,
  { client, say }: Scope,
): Hover | undefined {
  const [setting, part] = propertiesAround(document, text.offsetAt(position));
  const name = settings.find((each) => each === setting?.key);
  if (!setting || !name || (part && !['enabled', 'locked'].includes(part.key))) return undefined;
  const value = say(lockMeaning(name, profile.locks[name]));
  return { contents: { kind: client.hoverMarkup, value }, range: toRange(text, (part ?? setting).keySpan) };
}
