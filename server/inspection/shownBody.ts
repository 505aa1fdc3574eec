/** One body of a document or of code, as a text of its own. */
import {
  asJson,
  type Condition,
  type JsonDocument,
  parse,
  type StoredText,
  storedTexts,
  wholeFile,
} from '../../shared/index.ts';
import { type RequestInspection, storedOf, unreadIn } from './inspection.ts';
import { inspectBody } from './inspectRequest.ts';

interface ShownBody {
  /** As it is sent; of code, as JSON. */
  readonly document: JsonDocument;
  /** The texts that Zoom may store of it. */
  readonly stored: (given?: Condition) => readonly StoredText[];
}

export function shownBody(inspection: RequestInspection): ShownBody {
  const { document, context, file, name } = inspection;
  if (!document.code) return { document, stored: (given) => storedOf(inspection, given) };
  const json = parse(asJson(document.root));
  const read = inspectBody(file, { document: json, map: wholeFile(json.text.length), name }, {}, {});
  const stored = (given?: Condition) =>
    file.isEither || !context.body.isComplete
      ? []
      : storedTexts(json, context.prediction, { given, unread: unreadIn(read) });
  return { document: json, stored };
}

/** Whether the file is more than requests: a diff of the whole of it would be of no use. */
export function isInDocument({ file }: RequestInspection): boolean {
  return file.by === 'endpoint';
}
