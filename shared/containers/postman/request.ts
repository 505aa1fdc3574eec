/** What a request of a Postman collection says: where it goes, and where its body is. */
import type { Span } from '../../finding.ts';
import { partsAt } from '../../json/skim.ts';
import { jsonValue } from '../../json/stringText.ts';

interface CollectionRequest {
  readonly method: string;
  /** With its variables as they are written. */
  readonly url: string;
  readonly body: CollectionBody | undefined;
}

/** raw: its text. file: the path of a file. formdata, urlencoded: a list of fields. */
export interface CollectionBody {
  readonly mode: 'raw' | 'file' | 'formdata' | 'urlencoded' | 'other';
  /** Of the string or the list. */
  readonly span: Span;
}

/** Undefined where the value at the offset is not a request with a body: a URL alone is a GET. */
export function collectionRequestAt(text: string, start: number): CollectionRequest | undefined {
  const members = membersAt(text, start);
  const url = members.get('url');
  const method = valueAt(text, members.get('method'));
  return {
    method: typeof method === 'string' ? method : 'GET',
    url: url ? urlOf(valueAt(text, url)) : '',
    body: bodyOf(text, members),
  };
}

/** By key; of duplicates the last. */
function membersAt(text: string, start: number): ReadonlyMap<string, Span> {
  return new Map([...(text[start] === '{' ? partsAt(text, start) : [])].map(({ key, span }) => [key, span]));
}

function valueAt(text: string, span: Span | undefined): unknown {
  return span && jsonValue(text.slice(span.start, span.end));
}

function bodyOf(text: string, request: ReadonlyMap<string, Span>): CollectionBody | undefined {
  const raw = request.get('rawModeData');
  const body = request.get('body');
  if (!body) return raw && { mode: 'raw', span: raw };
  const members = membersAt(text, body.start);
  if (valueAt(text, members.get('disabled')) === true) return undefined;
  const mode = textOf(valueAt(text, members.get('mode')) ?? 'raw');
  const span = members.get(mode);
  if (!span) return undefined;
  if (mode === 'raw' || mode === 'formdata' || mode === 'urlencoded') return { mode, span };
  const file = mode === 'file' ? membersAt(text, span.start).get('src') : undefined;
  return file ? { mode: 'file', span: file } : { mode: 'other', span };
}

const longestUrl = 10_000;

/** A string, or an object whose parts are also there one by one. */
function urlOf(url: unknown): string {
  if (typeof url === 'string') return url;
  const { raw, host, path, query, variable } = recordOf(url);
  const built = `${joined(host, '.')}/${joined(path, '/')}`;
  const sent = listOf(query)
    .map(recordOf)
    .filter(({ disabled }) => disabled !== true);
  const search = sent.map(({ key, value }) => `${textOf(key)}=${textOf(value)}`).join('&');
  const whole = typeof raw === 'string' && raw !== '' ? raw : search ? `${built}?${search}` : built;
  return whole.length > longestUrl ? '' : withPathVariables(whole, listOf(variable).map(recordOf));
}

/** `/users/:userId/meetings`: what a variable of the path has a value for. */
function withPathVariables(url: string, variables: readonly Readonly<Record<string, unknown>>[]): string {
  const values = new Map(variables.map(({ key, value }) => [textOf(key), value]));
  return url.replace(/\/:([\w-]+)/g, (whole, name: string) => {
    const value = values.get(name);
    return typeof value === 'string' && value !== '' ? `/${value}` : whole;
  });
}

function joined(parts: unknown, separator: string): string {
  return typeof parts === 'string' ? parts : listOf(parts).map(partOf).join(separator);
}

/** In some exports a part of the path is an object. */
function partOf(part: unknown): string {
  const { value = part } = recordOf(part);
  return textOf(value);
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Empty for a list or an object. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
