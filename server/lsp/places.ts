/** Finds fields in a request and keys in a lock profile, as targets of features. */
import type { Location } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type FieldFacts,
  fields,
  type JsonDocument,
  propertiesAround,
  propertyAt,
  wholeFile,
} from '../../shared/index.ts';
import { globFor } from '../files/globs.ts';
import { canonical, folderOf, pathInside } from '../files/uris.ts';
import { allFindings, type Inspection, type RequestInspection } from '../inspection/inspection.ts';
import type { FoundProfile } from '../inspection/profileInForce.ts';
import { type TextView, viewOf } from '../inspection/textView.ts';

/** The security field whose name or value is at the offset, if Zoom reads it there. */
export function fieldAt({ document, context }: RequestInspection, offset: number): FieldFacts | undefined {
  const property = propertiesAround(document, offset).at(-1);
  return property && fields.find(({ name }) => context.body.fields[name].property === property);
}

/** The location of a key in the lock profile in force; undefined where the profile does not contain it. */
export function placeInProfile({ file, context }: RequestInspection, key: string): Location | undefined {
  const document = context.profile?.document;
  const property = document && propertyAt(document.root, [key]);
  // Of a profile that is half typed, an earlier text counts.
  if (!property || !file.profile || file.profile.problem) return undefined;
  const { uri } = file.profile;
  return { uri, range: viewOfFile(uri, document.text).rangeOf(property.keySpan) };
}

/** A lock profile, and the pattern by which an entry in it can name one file. */
interface FileInProfile {
  readonly text: TextView;
  readonly document: JsonDocument;
  readonly files: string;
}

/** Undefined where no profile is in force, or where no pattern of it can name the file. */
export function fileInProfile(found: FoundProfile | undefined, uri: string): FileInProfile | undefined {
  const files = found && patternFrom(folderOf(found.uri), uri);
  if (!found?.profile || found.problem || files === undefined) return undefined;
  const { document } = found.profile;
  return { text: viewOfFile(found.uri, document.text), document, files };
}

/** The pattern in the folder that matches only this file; undefined where the file is elsewhere, or the pattern too long. */
export function patternFrom(folder: string, uri: string): string | undefined {
  const path = pathInside(folder, canonical(uri));
  return path === undefined ? undefined : globFor(path);
}

function viewOfFile(uri: string, text: string): TextView {
  return viewOf(TextDocument.create(uri, 'jsonc', 0, text), wholeFile(text.length));
}

/** A field that Zoom is certain to store differently, and the key of the lock profile that causes it. */
interface OverwrittenField {
  readonly profile: string;
  /** The key of the profile: "waitingRoom". */
  readonly key: string;
  readonly location: Location;
}

/** A request that a lock profile governs, and what is reported in it. */
export interface GovernedRequest {
  readonly profile: string;
  readonly codes: readonly string[];
  readonly overwritten: readonly OverwrittenField[];
}

export function governedRequest(text: TextView, inspection: Inspection): readonly GovernedRequest[] {
  if (inspection.kind !== 'request' || !inspection.file.profile) return [];
  const codes = inspection.findings.map(({ code }) => code);
  const overwritten = overwrittenFields(text, inspection);
  return [{ profile: inspection.file.profile.uri, codes, overwritten }];
}

function overwrittenFields(text: TextView, inspection: Inspection): readonly OverwrittenField[] {
  if (inspection.kind !== 'request' || !inspection.file.profile) return [];
  const { uri: profile } = inspection.file.profile;
  return allFindings(inspection).flatMap(({ code, change, cause, span }) => {
    return code.endsWith('-overwritten') && change?.certain && cause
      ? [{ profile, key: cause, location: { uri: text.uri, range: text.rangeOf(span) } }]
      : [];
  });
}
