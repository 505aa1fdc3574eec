/** Whether the text of a body is a request, by where it goes and what it looks like. */
import { type JsonDocument, type JsonNode, parse as parseJson } from '../json/parse.ts';
import { behindBlanks } from '../json/tokens.ts';
import type { PassedOverReason, Target } from './containers.ts';
import { endpointOf } from './endpoint.ts';
import { hasShapeOfBody, isResponse } from './shape.ts';
import { usedIn, type Variables, withValues } from './variables.ts';

/** What surrounds the bodies of a file. */
export interface Surroundings {
  readonly parse: (body: string) => JsonDocument;
  readonly namesZoom: boolean;
  /** Of an earlier text of the file. */
  readonly earlier: Earlier;
}

export interface BodyRequest extends FilledDocument {
  readonly target: Target;
}

/** Where a request goes: a method that is neither POST nor PATCH is not one that we look for, whatever the URL is. */
export function endpointFor(method: string, url: string, isAboutZoom: boolean): Target | 'other' | undefined {
  return endpointOf(method, url, isAboutZoom) ?? (/^(?:post|patch)$/i.test(method) ? undefined : 'other');
}

/** In characters. Ten times the size of the largest bodies in practice. */
export const largest = 1_000_000;

/** Undefined: there is no body. */
export function readBody(
  body: string,
  endpoint: Target | 'other' | undefined,
  variables: Variables,
  around: Surroundings,
): BodyRequest | PassedOverReason | undefined {
  if (body.length > largest) return endpoint === 'other' ? undefined : 'not-json';
  const start = behindBlanks(body, 0);
  if (start === body.length) return undefined;
  const isObject = body[start] === '{' && !body.startsWith('{{', start);
  if (endpoint === 'other') return isObject ? 'endpoint' : undefined;
  if (!isObject) return around.parse(body).root?.type === 'open' ? 'too-dynamic' : 'not-json';
  const filled = filledIn(body, variables, around);
  const { root } = filled.document;
  const reason = passedOverBy(root);
  if (reason) return reason;
  if (endpoint) return { ...filled, target: endpoint };
  const isBody = around.namesZoom && hasShapeOfBody(root);
  return isBody ? { ...filled, target: { operation: undefined, occurrence: false } } : 'unknown-endpoint';
}

function passedOverBy(root: JsonNode | undefined): PassedOverReason | undefined {
  if (root?.type !== 'object') return 'not-json';
  return isResponse(root) ? 'response' : undefined;
}

/** By their texts: the same text and values are the same tree again, so that what is known of it stays. */
export type Earlier = ReadonlyMap<string, FilledDocument>;

/** A document with the values of variables. */
interface FilledDocument {
  readonly read: JsonDocument;
  /** The variables it refers to and their values. */
  readonly used: string;
  readonly document: JsonDocument;
}

/** Where a text refers to variables, its tree is one of ours: those that others keep have the values of earlier times. */
export function filledIn(body: string, variables: Variables, { parse, earlier }: Surroundings): FilledDocument {
  if (!body.includes('{{')) {
    const read = parse(body);
    return { read, used: '', document: read };
  }
  const before = earlier.get(body);
  const read = before?.read ?? parseJson(body);
  const used = usedIn(body, variables);
  return before?.used === used ? before : { read, used, document: withValues(read, variables) };
}
