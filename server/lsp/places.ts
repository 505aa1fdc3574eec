/** Where things stand that are not at the cursor: fields of a request, keys of a lock profile. */
import type { Location } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FieldFacts, fields, type JsonDocument, propertiesAround, propertyAt } from '../../shared/index.ts';
import { globFor } from '../files/globs.ts';
import { canonical, folderOf, pathInside } from '../files/uris.ts';
import { allFindings, type Inspection, profileFor, type RequestInspection } from '../inspection/inspect.ts';
import { rangeOf } from '../inspection/textView.ts';

/** The security field whose name or value stands at the offset, where Zoom reads it. */
export function fieldAt({ document, context }: RequestInspection, offset: number): FieldFacts | undefined {
  const property = propertiesAround(document, offset).at(-1);
  return property && fields.find(({ name }) => context.body.fields[name].property === property);
}

/** Where a key of the lock profile in force stands; undefined where the profile does not hold it. */
export function placeInProfile({ file, context }: RequestInspection, key: string): Location | undefined {
  const document = context.profile?.document;
  const property = document && propertyAt(document.root, [key]);
  if (!property || !file.profile) return undefined;
  const text = TextDocument.create(file.profile.uri, 'jsonc', 0, document.text);
  return { uri: file.profile.uri, range: rangeOf(text, property.keySpan) };
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

/** A field that Zoom stores differently, for certain, and what in the lock profile makes it so. */
export interface Overwritten {
  readonly profile: string;
  /** The key of the profile: "waitingRoom". */
  readonly key: string;
  readonly location: Location;
}

export function overwrittenFields({
  text,
  inspection,
}: {
  readonly text: TextDocument;
  readonly inspection: Inspection | undefined;
}): readonly Overwritten[] {
  if (inspection?.kind !== 'request' || !inspection.file.profile) return [];
  const { uri: profile } = inspection.file.profile;
  return allFindings(inspection).flatMap(({ code, change, cause, span }) => {
    return code.endsWith('-overwritten') && change?.certain && cause
      ? [{ profile, key: cause, location: { uri: text.uri, range: rangeOf(text, span) } }]
      : [];
  });
}
