/** The requests that a script sends, in a file of its own or in a piece of one. */
import type { Span } from '../../finding.ts';
import type { JsonDocument } from '../../json/parse.ts';
import { fileSpan } from '../../json/textMap.ts';
import { recognise } from '../../model/recognise.ts';
import {
  type ContainedRequest,
  longestCode,
  type NamedFile,
  type PassedOver,
  type PassedOverReason,
  type Target,
} from '../containers.ts';
import { endpointOf } from '../endpoint.ts';
import { hasShapeOfBody, isAnswer, isOtherLanguage } from '../shape.ts';
import { bodyOf } from './body.ts';
import { Interpreter, type Sending } from './interpreter.ts';
import { ScriptReader } from './scriptReader.ts';
import type { Block, Stream, Values } from './values.ts';
import type { Script, Word } from './word.ts';

interface Surroundings {
  readonly values: Values;
  readonly namesZoom: boolean;
  /** Prompts show which lines are commands. */
  readonly isConsole: boolean;
  readonly parse: (body: string) => JsonDocument;
}

export interface FoundInScript {
  /** Named after the function around them; empty outside of one. */
  readonly requests: ContainedRequest[];
  readonly files: NamedFile[];
  readonly passedOver: PassedOver[];
  /** Where the requests begin, and their operations. */
  readonly places: Set<string>;
  /** Where requests go that are sent without a body. */
  readonly bare: (Target | 'other')[];
}

/** How many lines are read without a pause. */
const linesPerStep = 500;

export function* readScript(script: Script, around: Surroundings): Generator<void, FoundInScript> {
  const found: FoundInScript = { requests: [], files: [], passedOver: [], places: new Set(), bare: [] };
  if (script.text.length > longestCode) return found;
  around.values.count(script.text);
  const reader = new ScriptReader(script, around.isConsole);
  const interpreter = new Interpreter(around.values);
  let count = 0;
  for (let line = reader.line(); line; line = reader.line()) {
    interpreter.follow(line, (sending) => addTo(found, sending, around));
    if (++count % linesPerStep === 0) yield;
  }
  return found;
}

function addTo(found: FoundInScript, { sent, blocks, functionName, input }: Sending, around: Surroundings): void {
  const { body } = sent;
  const target = targetOf(sent.method, sent.urls, blocks, around);
  if (!body) {
    if (target) found.bare.push(target);
    return;
  }
  if (body.from === 'form') {
    if (target && target !== 'other') found.passedOver.push({ span: spanOf(body.word), why: 'not-json' });
    return;
  }
  const stream = body.from === 'stdin' ? input : streamOf(body.word, body.from, blocks, around.values);
  const place = body.from === 'stdin' ? sent.urls[0] : body.word;
  if (stream && 'path' in stream) addFile(found, stream.path, target, blocks, around.values);
  else if (stream)
    addBody(found, stream.word, { target, method: sent.method, blocks, name: functionName ?? '' }, around);
  else if (place && target && target !== 'other') found.passedOver.push({ span: spanOf(place), why: 'too-dynamic' });
}

function streamOf(word: Word, from: 'text' | 'path', blocks: readonly Block[], values: Values): Stream | undefined {
  return from === 'path' ? values.file(word, blocks) : values.stream(word, blocks);
}

function targetOf(method: string | undefined, urls: readonly Word[], blocks: readonly Block[], around: Surroundings) {
  const targets = urls.map((each) => endpointOf(method, around.values.known(each, blocks), around.namesZoom));
  return targets.find((each) => each && each !== 'other') ?? targets.find((each) => each !== undefined);
}

function addFile(
  found: FoundInScript,
  path: Word,
  target: Target | 'other' | undefined,
  blocks: readonly Block[],
  values: Values,
): void {
  const name = values.known(path, blocks);
  if (!target || target === 'other' || name === '') return;
  if (name.includes('\uFFFC')) found.passedOver.push({ span: spanOf(path), why: 'too-dynamic' });
  else found.files.push({ path: name, target, span: contentOf(path) });
}

interface About {
  readonly target: Target | 'other' | undefined;
  readonly method: string | undefined;
  readonly blocks: readonly Block[];
  readonly name: string;
}

function addBody(found: FoundInScript, word: Word, about: About, { values, parse, namesZoom }: Surroundings): void {
  const body = bodyOf(word, (name) => values.text(name, about.blocks));
  const document = body && parse(body.text);
  const verdict = document ? judge(document, about, namesZoom) : 'too-dynamic';
  if (verdict === undefined) return;
  if (typeof verdict === 'string') {
    if (verdict !== 'too-dynamic' || (about.target && about.target !== 'other'))
      found.passedOver.push({ span: spanOf(word), why: verdict });
  } else if (body && document) addRequest(found, { name: about.name, target: verdict, document, map: body.map });
}

/** A body that is sent twice to the same endpoint is one request. */
function addRequest({ requests, places }: FoundInScript, request: ContainedRequest): void {
  const place = `${request.map.pieces[0]?.file} ${request.target.operation}`;
  if (!places.has(place)) requests.push(request);
  places.add(place);
}

/** Undefined for what has nothing to do with us. */
function judge(
  document: JsonDocument,
  { target, method }: About,
  namesZoom: boolean,
): Target | PassedOverReason | undefined {
  const { root } = document;
  if (root?.type === 'open') return 'too-dynamic';
  if (target === 'other') return root?.type === 'object' ? 'endpoint' : undefined;
  if (root?.type !== 'object' || isOtherLanguage(document)) return target && 'not-json';
  const { is } = recognise(root);
  if (isAnswer(root)) return 'response';
  if (target) return is === 'webinar' ? 'endpoint' : target;
  if (!namesZoom || !hasShapeOfBody(root)) return 'unknown-endpoint';
  const operation = method === 'POST' ? 'create' : method === 'PATCH' ? 'update' : undefined;
  return { operation, occurrence: false };
}

function spanOf({ script, start, end }: Word): Span {
  return script.outer ? fileSpan(script.outer, { start, end }) : { start, end };
}

/** Without its quotes. */
function contentOf(word: Word): Span {
  const { parts } = word;
  return spanOf({ ...word, start: parts[0]?.start ?? word.start, end: parts.at(-1)?.end ?? word.end });
}
