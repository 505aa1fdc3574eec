/** Files that contain several requests, and the requests in them. A plain request file is the list of one. */
import type { ContainerKind } from '../fileKind.ts';
import type { Edit, Span } from '../finding.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { TextMap } from '../json/textMap.ts';
import type { Operation } from '../model/security.ts';

/** What a request is sent to. */
export interface Target {
  /** Undefined: create or update; the file does not say which. */
  readonly operation: Operation | undefined;
  /** The update is for one occurrence of a meeting. */
  readonly occurrence: boolean;
  /** Of the meeting that is updated, where the file names it: "85746065". */
  readonly meetingId?: string;
}

/** One request in a file. Offsets of `document` count in the body's own text. */
export interface ContainedRequest<To extends Target = Target> {
  /** What the file calls it, else where it is; unique in the file. */
  readonly name: string;
  readonly target: To;
  readonly document: JsonDocument;
  readonly map: TextMap;
  /** The edit of the file that inserts a comment which says the operation; only where the file does not say it. */
  readonly settle?: ((operation: Operation) => Edit) | undefined;
}

/** A body that is in a file of its own: `curl -d @body.json`, `< ./body.json`. */
export interface NamedFile {
  /** As it is written: relative to the container, with the slashes of its author. */
  readonly path: string;
  readonly target: Target;
  /** Of the path, in the container. */
  readonly span: Span;
}

/** What looks as if it might be a request and is not read. */
export interface PassedOver {
  /** In the container. */
  readonly span: Span;
  readonly why: PassedOverReason;
}

/**
 * endpoint: it goes to another endpoint. unknown-endpoint: nothing says where it goes, nor does its shape. response: it is what
 * Zoom answers. no-meeting: it is a webinar, a list, or has no field of a meeting. not-json: its text is not JSON. too-dynamic: it
 * is put together at run time. not-sent: the names around it say that it is a response, a record, a part of a test or of a page.
 */
export type PassedOverReason =
  | 'endpoint'
  | 'unknown-endpoint'
  | 'response'
  | 'no-meeting'
  | 'not-json'
  | 'too-dynamic'
  | 'not-sent';

/** What is in a file, in the order of the text. */
export interface Contained {
  readonly requests: readonly ContainedRequest[];
  readonly files: readonly NamedFile[];
  readonly passedOver: readonly PassedOver[];
  /** It is not all that is in the file, and why. */
  readonly unread?: { readonly requests: number } | { readonly why: 'complex' | 'failed' };
  /** What the reader needs to read a changed text sooner; private to it. */
  readonly state?: unknown;
}

export interface ContainerText {
  readonly text: string;
  /** Of the file, in lower case, without the dot: "tsx". */
  readonly ending: string;
  /** Variables that are defined elsewhere: around a piece of a file that a reader hands to another one. */
  readonly known?: ReadonlyMap<string, string>;
  /** What it is a piece of names Zoom. */
  readonly namesZoom?: boolean;
  /** Reads the text of a body: where one was read before with the same text, the same tree is returned. */
  readonly parse: (body: string) => JsonDocument;
}

/**
 * Finds the requests in a file of one kind. Pure; never throws. Each `yield` is a place to stop: the server has others to
 * answer, and gives up where a file takes too long. `previous`: what the same reader found in an earlier text of the file.
 */
export type ReadContainer = (file: ContainerText, previous?: Contained) => Generator<void, Contained>;

/** The reader for each kind of file. */
export type Readers = Readonly<Record<ContainerKind, ReadContainer>>;

/** The name of one request for people: `payloads/templates.json#/standup`; of a file that is one request, its path. */
export function requestPath(path: string, request: string | undefined): string {
  return request === undefined ? path : `${path}#${request}`;
}

/** In characters: more than code or scripts that are written by hand have. */
export const longestCode = 2 ** 20;

/** Names that are unique in their file: "Standup", "Standup (2)". */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const lastOf = new Map<string, number>();
  return names.map((name) => {
    let number = lastOf.get(name) ?? 0;
    let unique = name;
    do unique = ++number === 1 ? name : `${name} (${number})`;
    while (taken.has(unique));
    lastOf.set(name, number);
    taken.add(unique);
    return unique;
  });
}
