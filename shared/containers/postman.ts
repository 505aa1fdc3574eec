/** The requests in a Postman collection: each body is JSON in a string, or a form. */
import type { Span } from '../finding.ts';
import { stringContent, stringMap } from '../json/stringText.ts';
import { movedBy } from '../json/textMap.ts';
import { type BodyRequest, endpointFor, largest, readBody, type Surroundings } from './bodyText.ts';
import { changedRange, copied } from './changed.ts';
import type { Contained, ContainerText, PassedOverReason, ReadContainer, Target } from './containers.ts';
import { namesZoom } from './endpoint.ts';
import { containedIn, earlierFrom, type Found, type Part, requestName } from './parts.ts';
import { type Folder, foldersIn, variablesOf } from './postman/folders.ts';
import { formBody } from './postman/form.ts';
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
  return containedIn(state.parts, state);
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
    if (folder && !item.isFolder)
      parts.push({ start: item.start, end: item.end, folder, found: foundIn(text, item, folder, around) });
  }
  return { text, namesZoom: isAboutZoom, parts };
}

/** Undefined where more has changed than what is in one request. */
function readChanged({ text, parse }: ContainerText, before: State): State | undefined {
  const changed = changedRange(before.text, text);
  const at = before.parts.findIndex(({ start, end }) => start < changed.start && changed.endBefore < end);
  const part = before.parts[at];
  if (!part) return undefined;
  const by = changed.endAfter - changed.endBefore;
  const own = copied(text.slice(part.start, part.end + by));
  const item = sameItem(own, before.text.slice(part.start, part.end));
  if (!item) return undefined;
  const around = { parse, namesZoom: before.namesZoom, earlier: earlierFrom([part]) };
  const parts = before.parts.map((each, index) => {
    if (index === at) return { ...each, end: each.end + by, found: foundIn(own, item, part.folder, around) };
    return index < at || by === 0 ? each : { ...each, start: each.start + by, end: each.end + by };
  });
  return { text, namesZoom: before.namesZoom, parts };
}

/**
 * The item alone, if it still ends where it did and nothing in it says more about the rest of the file. Where it is broken, or
 * was, what follows may belong to it.
 */
function sameItem(text: string, before: string): Item | undefined {
  if (!isJson(before) || !isJson(text)) return undefined;
  const [item, ...others] = itemsFrom(text, 0);
  if (item?.end !== text.length || !item.isClosed || item.isFolder || others.length > 0) return undefined;
  if (String(namesSetIn(before)) !== String(namesSetIn(text))) return undefined;
  return namesZoom(before) === namesZoom(text) ? item : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function foundIn(text: string, item: Item, folder: Folder, around: Surroundings): readonly Found[] {
  const found = requestIn(text, item, folder, around);
  return found ? [found] : [];
}

/** Offsets count from the start of the item. */
function requestIn(text: string, item: Item, folder: Folder, around: Surroundings): Found | undefined {
  // In the first version of the format, the item itself is the request.
  const request = collectionRequestAt(text, (item.request ?? item).start);
  if (!request?.body) return undefined;
  const variables = variablesOf(text, item, folder.unsure, folder.variables);
  const endpoint = endpointFor(request.method, urlWith(request.url, variables), around.namesZoom);
  const span = { start: request.body.span.start - item.start, end: request.body.span.end - item.start };
  const { mode } = request.body;
  const isForm = (mode === 'formdata' || mode === 'urlencoded') && span.end - span.start <= largest;
  const form = isForm ? formBody(sliceOf(text, request.body.span)) : undefined;
  const read = readBodyOf(text, request.body, form?.text, endpoint, variables, around);
  if (read === undefined) return undefined;
  if (typeof read === 'string') return { kind: 'passedOver', why: read, span };
  if ('path' in read) return { kind: 'file', ...read, span: { start: span.start + 1, end: span.end - 1 } };
  const name = requestName(item.name && stringContent(text, item.name), read.target);
  const map = movedBy(form?.map ?? stringMap(sliceOf(text, request.body.span)), span.start);
  return { kind: 'request', ...read, name: folder.nameOf(name), map };
}

function readBodyOf(
  text: string,
  { mode, span }: CollectionBody,
  form: string | undefined,
  endpoint: Target | 'other' | undefined,
  variables: Variables,
  around: Surroundings,
): BodyRequest | { readonly path: string; readonly target: Target } | PassedOverReason | undefined {
  const isSent = endpoint !== undefined && endpoint !== 'other';
  const content = mode === 'raw' || mode === 'file' ? stringContent(text, span) : form;
  // The fields of forms that go elsewhere are not reported as JSON that was passed over.
  if (form !== undefined && endpoint === 'other') return undefined;
  if (mode !== 'file' && content !== undefined) return readBody(content, endpoint, variables, around);
  if (mode === 'file' && content && isSent) return { path: content, target: endpoint };
  return isSent ? 'not-json' : undefined;
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
