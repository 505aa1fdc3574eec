import type { Location } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type JsonDocument, propertyAt } from '../shared/index.ts';
import { toRange } from './convert.ts';
import { type Inspection, profileFor, type RequestInspection } from './inspect.ts';
import { globFor } from './listing.ts';
import { canonical, folderOf, pathInside } from './uris.ts';

/** Where a key of the lock profile in force stands; undefined where the profile does not hold it. */
export function placeInProfile({ file, context }: RequestInspection, key: string): Location | undefined {
  const document = context.profile?.document;
  const property = document && propertyAt(document.root, [key]);
  if (!property || !file.profile) return undefined;
  const text = TextDocument.create(file.profile.uri, 'jsonc', 0, document.text);
  return { uri: file.profile.uri, range: toRange(text, property.keySpan) };
}

/** What can be written into the lock profile about one file, which it names by a pattern of its own. */
export interface FileInProfile {
  readonly text: TextDocument;
  readonly document: JsonDocument;
  readonly files: string;
}

/** Undefined where no profile is in force, or where it has no name for the file. */
export function fileInProfile(inspection: Inspection, uri: string): FileInProfile | undefined {
  const found = profileFor(inspection);
  const path = found && pathInside(folderOf(found.uri), canonical(uri));
  const files = path === undefined ? undefined : globFor(path);
  if (!found?.profile || files === undefined) return undefined;
  const { document } = found.profile;
  return { text: TextDocument.create(found.uri, 'jsonc', 0, document.text), document, files };
}
