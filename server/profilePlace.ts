import type { Location } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { propertyAt } from '../shared/index.ts';
import { toRange } from './convert.ts';
import type { RequestInspection } from './inspect.ts';

/** Where a key of the lock profile in force stands; undefined where the profile does not hold it. */
export function placeInProfile({ file, context }: RequestInspection, key: string): Location | undefined {
  const document = context.profile?.document;
  const property = document && propertyAt(document.root, [key]);
  if (!property || !file.profile) return undefined;
  const text = TextDocument.create(file.profile.uri, 'jsonc', 0, document.text);
  return { uri: file.profile.uri, range: toRange(text, property.keySpan) };
}
