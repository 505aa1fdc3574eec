/** Files that contain several requests, and the requests in them. A plain request file is the list of one. */
import type { JsonDocument } from '../json/parse.ts';
import type { TextMap } from '../json/textMap.ts';
import type { Operation } from '../model/security.ts';

/** What a request is sent to. */
export interface Target {
  readonly operation: Operation;
  /** The update is for one occurrence of a meeting. */
  readonly occurrence: boolean;
}

/** One request in a file. Offsets of `document` count in the body's own text. */
export interface ContainedRequest<To extends Target = Target> {
  /** What the file calls it, else where it is; unique in the file. */
  readonly name: string;
  readonly target: To;
  readonly document: JsonDocument;
  readonly map: TextMap;
}

/** The name of one request for people: `payloads/templates.json#/standup`; of a file that is one request, its path. */
export function requestPath(path: string, request: string | undefined): string {
  return request === undefined ? path : `${path}#${request}`;
}
