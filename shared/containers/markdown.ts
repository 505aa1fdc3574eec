/** The requests in a Markdown document: in fences of JSON, and of what sends it. */
import { fileSpan, slice, type TextMap, within } from '../json/textMap.ts';
import {
  type Contained,
  type ContainedRequest,
  type ContainerText,
  longestCode,
  type NamedFile,
  type PassedOver,
  type PassedOverReason,
  type ReadContainer,
  type Target,
  uniqueNames,
} from './containers.ts';
import { namesZoom } from './endpoint.ts';
import { blocksOf, type Code } from './markdown/blocks.ts';
import { type CodeText, codeText } from './markdown/codeText.ts';
import { cueIn, noCue } from './markdown/cues.ts';
import { judgeJson, targetOf } from './markdown/fencedJson.ts';
import { bareObject, type FenceReader, fenceReader, isShell, partsToRead } from './markdown/fences.ts';
import { type Info, infoOf, isJson, leadingComments } from './markdown/info.ts';
import { lineAt } from './markdown/lines.ts';
import { Outline, type Place } from './markdown/outline.ts';
import { readScript } from './shell/script.ts';
import { Values } from './shell/values.ts';

/** More than one document has in practice: what follows is not read. */
const mostBlocks = 200_000;
const mostFences = 5_000;

export const readMarkdown: ReadContainer = function* (file) {
  const reader = new DocumentReader(file);
  let count = 0;
  let fences = 0;
  for (const block of blocksOf(file.text)) {
    if (++count > mostBlocks || fences > mostFences) break;
    if (block?.kind === 'code') fences++;
    if (!block) yield;
    else if (block.kind === 'code') yield* reader.code(block);
    else {
      const text = file.text.slice(block.span.start, block.span.end);
      if (block.kind === 'heading') reader.outline.heading(block.level, text);
      else reader.outline.prose(text, block.inList);
    }
  }
  return reader.contained();
};

/** A fence of JSON that is a request if it is the text of a file that is sent. */
interface Unplaced {
  readonly request: Omit<ContainedRequest, 'target'>;
  readonly files: readonly string[];
  readonly passedOver: PassedOver;
}

class DocumentReader {
  readonly outline: Outline;
  readonly #file: ContainerText;
  readonly #namesZoom: boolean;
  readonly #values: Values;
  readonly #requests: ContainedRequest[] = [];
  readonly #files: NamedFile[] = [];
  readonly #passedOver: PassedOver[] = [];
  readonly #unplaced: Unplaced[] = [];
  #scripts = 0;

  constructor(file: ContainerText) {
    this.#file = file;
    this.#namesZoom = namesZoom(file.text);
    this.#values = new Values(file.known);
    this.outline = new Outline(this.#namesZoom);
  }

  *code(block: Code): Generator<void, void> {
    const info = infoOf(block.info ?? '');
    const code = codeText(this.#file.text, block);
    const reader = fenceReader(info.language, code.text);
    if (isShell(info.language, code.text)) {
      // Many fences cost as much as a long script.
      this.#scripts += code.text.length;
      if (this.#scripts <= longestCode) yield* this.#script(code);
    } else if (isJson(info.language, code.text) && reader?.ending !== 'http') this.#json(block, info, code);
    else if (reader) yield* this.#read(reader, code);
    else this.#other(code);
  }

  contained(): Contained {
    this.#placeFiles();
    const requests = this.#requests.toSorted((a, b) => startOf(a) - startOf(b));
    const names = uniqueNames(requests.map(({ name }) => name));
    return {
      requests: requests.map((each, at) => ({ ...each, name: names[at] as string })),
      files: this.#files,
      passedOver: this.#passedOver.toSorted((a, b) => a.span.start - b.span.start),
    };
  }

  #json(block: Code, info: Info, { text, map }: CodeText): void {
    const own = cueIn(`${info.rest}\n${leadingComments(text)}`, this.#namesZoom);
    const place = this.outline.place(own);
    this.outline.fence([], true);
    const document = this.#file.parse(text);
    const verdict = info.declares ? declared(info.declares, place) : judgeJson(document, place, this.#namesZoom);
    // What indentation alone makes code may be anything.
    if (block.info === undefined && (typeof verdict === 'string' || place.isInherited)) return;
    const request = { name: info.name ?? place.title, document, map };
    if (typeof verdict !== 'string') {
      const settle = verdict.operation ? undefined : this.#settle(block, info);
      this.#addRequest({ ...request, target: verdict, settle });
    } else this.#passOver({ span: block.span, why: verdict }, request, place);
  }

  /** The info string has a place for what the text leaves open: ` ```json zoom-create `. */
  #settle({ span: { start } }: Code, { language }: Info): ContainedRequest['settle'] {
    if (!language.startsWith('json')) return undefined;
    const line = lineAt(this.#file.text, start);
    const end = start + this.#file.text.slice(start, line.end).trimEnd().length;
    return (operation) => ({ span: { start: end, end }, text: ` zoom-${operation}` });
  }

  #passOver(passedOver: PassedOver, request: Unplaced['request'], { files }: Place): void {
    if (files.length > 0 && mayBeFile.includes(passedOver.why)) this.#unplaced.push({ request, files, passedOver });
    else this.#passedOver.push(passedOver);
  }

  *#script({ text, map }: CodeText): Generator<void, void> {
    const around = { values: this.#values, namesZoom: this.#namesZoom, isConsole: true, parse: this.#file.parse };
    const { requests, files, passedOver, bare } = yield* readScript({ text, outer: map }, around);
    const { title } = this.outline.place(noCue);
    for (const each of requests) this.#addRequest({ ...each, name: each.name || title });
    for (const each of files) this.#files.push(each);
    for (const each of passedOver) this.#passedOver.push(each);
    const hasBody = requests.length > 0 || passedOver.length > 0;
    const targets = hasBody ? [] : [...bare, ...files.map(({ target }) => target)];
    this.outline.fence(targets, hasBody);
  }

  /** With another reader. */
  *#read(reader: FenceReader, code: CodeText): Generator<void, void> {
    let hasRequest = false;
    for (const { start, end } of partsToRead(reader, code.text)) {
      const part = { text: code.text.slice(start, end), map: within(code.map, slice(start, end - start)) };
      const place = this.outline.place(noCue);
      const { text, map } = bareObject(reader, part, targetOf(place.targets, place.operation)) ?? part;
      const found = yield* reader.read({ ...this.#file, ...reader, namesZoom: this.#namesZoom, text });
      this.#add(found, map, place);
      hasRequest ||= found.requests.length > 0;
    }
    if (hasRequest) this.outline.fence([], true);
    else this.#other(code);
  }

  #add({ requests, files, passedOver }: Contained, outer: TextMap, { title, operation, announces }: Place): void {
    for (const { settle, ...each } of requests) {
      // The heading says more than the kind of a request.
      const name = /^(?:create|update|request)(?: \(\d+\))?$/.test(each.name) ? title : each.name;
      const map = within(outer, each.map);
      const target = each.target.operation ? each.target : { ...each.target, operation };
      if (!each.target.operation && announces === 'response')
        this.#passedOver.push({ span: fileSpan(map, { start: 0, end: each.document.text.length }), why: 'response' });
      else this.#addRequest({ ...each, name, target, map });
    }
    for (const each of files) this.#files.push({ ...each, span: fileSpan(outer, each.span) });
    for (const each of passedOver) this.#passedOver.push({ ...each, span: fileSpan(outer, each.span) });
  }

  /** It may say where the next fence goes. */
  #other({ text }: CodeText): void {
    const { targets } = cueIn(text, this.#namesZoom);
    // `/users/{userId}/meetings` is not a body.
    this.outline.fence(targets, /\{\s*["'}]/.test(text));
  }

  #addRequest(request: ContainedRequest): void {
    this.#requests.push({ ...request, name: request.name || (request.target.operation ?? 'request') });
  }

  /** `curl -d @meeting.json`: the fence that shows that file. */
  #placeFiles(): void {
    for (const { request, files, passedOver } of this.#unplaced) {
      const sent = this.#files.find(({ path }) => files.includes(path.slice(path.lastIndexOf('/') + 1)));
      if (sent) this.#addRequest({ ...request, target: sent.target });
      else this.#passedOver.push(passedOver);
    }
  }
}

const mayBeFile: readonly PassedOverReason[] = ['unknown-endpoint', 'endpoint'];

function startOf({ map }: ContainedRequest): number {
  return map.pieces[0]?.file ?? 0;
}

/** The info string names the operation; the text around it may know more. */
function declared(operation: NonNullable<Info['declares']>, place: Place): Target {
  const target = targetOf(place.targets);
  return target && target !== 'other' && target.operation === operation ? target : { operation, occurrence: false };
}
