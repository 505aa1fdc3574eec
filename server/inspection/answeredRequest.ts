import {
  bestFit,
  containerNames,
  mistakenFor,
  requestFileName,
  requestNames,
  type Seen,
  verificationOf,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { folderOf, join, nameOf } from '../files/uris.ts';
import { classify, type RequestFile, requestFile } from './classify.ts';
import type { AnsweredFile, Inspection } from './inspection.ts';
import { surroundingsOf } from './inspectRequest.ts';
import type { Overrides } from './profileInForce.ts';

/** Inspects a file that may contain several requests. */
type InspectFile = (uri: string, text: string) => Promise<readonly Inspection[]>;

/**
 * The request beside a response, by its name: a file, or, as `FILE.REQUEST.zoom-response.json`, one in a file. A create and an
 * update of one name have one response: it is that of the one which it fits better. Undefined where there is no request, or one
 * of which nothing is predicted.
 */
export async function answeredRequest(
  files: Files,
  response: string,
  seen: Seen,
  root: string | undefined,
  overrides: Overrides,
  inspectFile: InspectFile,
): Promise<AnsweredFile | undefined> {
  const { operation: _, ...others } = overrides;
  for (const names of requestNames(nameOf(response))) {
    const found: AnsweredFile[] = [];
    for (const name of names) {
      const uri = join(folderOf(response), name);
      const answered = await verifiedAt(files, uri, seen, root, others);
      if (answered) found.push(answered);
    }
    const [best] = found.toSorted((a, b) => differences(a) - differences(b));
    if (best) return best;
  }
  for (const { file, request } of containerNames(nameOf(response))) {
    const uri = join(folderOf(response), file);
    const read = await files.read(uri, root);
    const inside =
      read.state === 'text' ? verifiedIn(uri, await inspectFile(uri, read.text), request, seen) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** By the name of the request, in the letters and digits that a file name may have. */
function verifiedIn(
  uri: string,
  inspections: readonly Inspection[],
  request: string,
  seen: Seen,
): AnsweredFile | undefined {
  for (const inspection of inspections) {
    if (inspection.kind !== 'request' || inspection.name === undefined) continue;
    const { name, file, document } = inspection;
    if (requestFileName(name, 'create') !== `${request}.zoom-create.json`) continue;
    const verification = verificationOf(document, file.operation, surroundingsOf(file), seen);
    if (verification) return { uri, name, file, verification };
  }
  return undefined;
}

async function verifiedAt(
  files: Files,
  uri: string,
  seen: Seen,
  root: string | undefined,
  overrides: Overrides,
): Promise<AnsweredFile | undefined> {
  const read = await files.read(uri, root);
  if (read.state !== 'text') return undefined;
  const file = requestFile(await classify(files, uri, root, overrides));
  return file && verified(files, uri, read.text, file, seen);
}

function verified(files: Files, uri: string, text: string, file: RequestFile, seen: Seen): AnsweredFile | undefined {
  const document = files.document(uri, text);
  if (mistakenFor(document)) return undefined;
  const verification = verificationOf(document, file.operation, surroundingsOf(file), seen);
  return verification && { uri, name: undefined, file, verification };
}

function differences({ verification }: AnsweredFile): number {
  return bestFit(verification)?.differing.length ?? 0;
}
