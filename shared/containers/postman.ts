/** The requests in a Postman collection: each body is JSON in a string, or a form. */
import type { Span } from '../finding.ts';
import { stringContent, stringMap } from '../json/stringText.ts';
import { type BodyRequest, endpointFor, readBody, type Surroundings } from './bodyText.ts';
import { type Changed, changedRange } from './changed.ts';
import type { Contained, ContainerText, PassedOverReason, ReadContainer, Target } from './containers.ts';
import { namesZoom } from './endpoint.ts';
import { containedIn, earlierFrom, type Found, type Part, requestName } from './parts.ts';
import { type Folder, foldersIn, variablesOf } from './postman/folders.ts';
import { type Item, itemsFrom, itemsIn } from './postman/items.ts';
import { type CollectionBody, collectionRequestAt } from './postman/request.ts';
import { namesSetIn, urlWith, type Variables } from './variables.ts';

/** An item that is a request. */
interface CollectionPart extends Part {
  readonly end: number;
  readonly folder: Folder;
}

interface State {
  readonly text: string;
  readonly namesZoom: boolean;
  readonly parts: readonly CollectionPart[];
}

const itemsAtOnce = 50;

export const readPostman: ReadContainer = function* (file, previous): Generator<void, Contained> {
  const before = previous?.state as State | undefined;
  const state = (before && readChanged(file, before)) ?? (yield* readWhole(file, before));
  return containedIn(file.text, state.parts, state);
};

function* readWhole(file: ContainerText, before: State | undefined): Generator<void, State> {
  const { text } = file;
  const isAboutZoom = namesZoom(text);
  const around = { parse: file.parse, namesZoom: isAboutZoom, earlier: earlierFrom(before?.parts ?? []) };
  const items = itemsIn(text);
  yield;
  const folders = foldersIn(text, items, namesSetIn(text), file.known);
  const parts: CollectionPart[] = [];
  for (const [at, item] of items.entries()) {
    if (at % itemsAtOnce === 0) yield;
    const folder = item.parent && folders.get(item.parent);
    if (folder && !item.isFolder) parts.push(readItem(text, item, folder, around));
  }
  return { text, namesZoom: isAboutZoom, parts };
}

/** Undefined where more has changed than what is in one request. */
function readChanged({ text, parse }: ContainerText, before: State): State | undefined {
  const changed = changedRange(before.text, text);
  const at = before.parts.findIndex(({ start, end }) => start < changed.start && changed.endBefore < end);
  const part = before.parts[at];
  const item = part && sameItem(text, part, before, changed);
  if (!item) return undefined;
  const around = { parse, namesZoom: before.namesZoom, earlier: earlierFrom([part]) };
  const by = changed.endAfter - changed.endBefore;
  const parts = before.parts.map((each, index) => {
    if (index === at) return readItem(text, item, part.folder, around);
    return index < at || by === 0 ? each : { ...each, start: each.start + by, end: each.end + by };
  });
  return { text, namesZoom: before.namesZoom, parts };
}

/** The item as it is now, if it still ends where it did and nothing in it says more about the rest of the file. */
function sameItem(text: string, part: CollectionPart, before: State, changed: Changed): Item | undefined {
  const [item, ...others] = itemsFrom(text, part.start);
  const end = part.end + changed.endAfter - changed.endBefore;
  if (item?.end !== end || item.isFolder || others.length > 0) return undefined;
  const was = before.text.slice(part.start, part.end);
  const is = text.slice(part.start, end);
  if (String(namesSetIn(was)) !== String(namesSetIn(is))) return undefined;
  return namesZoom(was) === namesZoom(is) ? item : undefined;
}

function readItem(text: string, item: Item, folder: Folder, around: Surroundings): CollectionPart {
  const { start, end } = item;
  const found = foundIn(text, item, folder, around);
  return { start, end, folder, found: found ? [found] : [] };
}

function foundIn(text: string, item: Item, folder: Folder, around: Surroundings): Found | undefined {
  // In the first version of the format, the item itself is the request.
  const request = collectionRequestAt(text, (item.request ?? item).start);
  if (!request?.body) return undefined;
  const variables = variablesOf(text, item, folder.unsure, folder.variables);
  const endpoint = endpointFor(request.method, urlWith(request.url, variables), around.namesZoom);
  const span = { start: request.body.span.start - item.start, end: request.body.span.end - item.start };
  const read = readBodyOf(text, request.body, endpoint, variables, around);
  if (read === undefined) return undefined;
  if (typeof read === 'string') return { kind: 'passedOver', why: read, span };
  if ('path' in read) return { kind: 'file', ...read, span: { start: span.start + 1, end: span.end - 1 } };
  const name = item.name && stringContent(text, item.name);
  return { kind: 'request', ...read, name: folder.nameOf(requestName(name, read.target)), mapIn: mapOf(span) };
}

function mapOf(span: Span) {
  return (text: string, by: number) => stringMap(text, { start: span.start + by, end: span.end + by });
}

function readBodyOf(
  text: string,
  { mode, span }: CollectionBody,
  endpoint: Target | 'other' | undefined,
  variables: Variables,
  around: Surroundings,
): BodyRequest | { readonly path: string; readonly target: Target } | PassedOverReason | undefined {
  const isSent = endpoint !== undefined && endpoint !== 'other';
  const content = mode === 'raw' || mode === 'file' ? stringContent(text, span) : undefined;
  if (mode === 'raw' && content !== undefined) return readBody(content, endpoint, variables, around);
  if (mode === 'file' && content && isSent) return { path: content, target: endpoint };
  return isSent ? 'not-json' : undefined;
}
