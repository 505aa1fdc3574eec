/** The requests in a Markdown document: in fences of JSON, and of what sends it. */
import type { Contained, ContainedRequest, ContainerText, PassedOver, ReadContainer, Target } from './containers.ts';
import { uniqueNames } from './containers.ts';
import { namesZoom } from './endpoint.ts';
import { blocksOf, type Code } from './markdown/blocks.ts';
import { type CodeText, codeText } from './markdown/codeText.ts';
import { cueIn } from './markdown/cues.ts';
import { judgeJson, targetOf } from './markdown/fencedJson.ts';
import { type Info, infoOf, isJson, leadingComments } from './markdown/info.ts';
import { Outline, type Place } from './markdown/outline.ts';

export const readMarkdown: ReadContainer = function* (file) {
  const reader = new DocumentReader(file);
  for (const block of blocksOf(file.text)) {
    if (!block) yield;
    else if (block.kind === 'code') reader.code(block);
    else if (block.kind === 'heading')
      reader.outline.heading(block.level, file.text.slice(block.span.start, block.span.end));
    else reader.outline.prose(file.text.slice(block.span.start, block.span.end), block.inList);
  }
  return reader.contained();
};

class DocumentReader {
  readonly outline: Outline;
  readonly #file: ContainerText;
  readonly #namesZoom: boolean;
  readonly #requests: ContainedRequest[] = [];
  readonly #passedOver: PassedOver[] = [];

  constructor(file: ContainerText) {
    this.#file = file;
    this.#namesZoom = namesZoom(file.text);
    this.outline = new Outline(this.#namesZoom);
  }

  code(block: Code): void {
    const info = infoOf(block.info ?? '');
    const code = codeText(this.#file.text, block);
    if (isJson(info.language, code.text)) this.#json(block, info, code);
    else this.#other(code);
  }

  contained(): Contained {
    const names = uniqueNames(this.#requests.map(({ name }) => name));
    const requests = this.#requests.map((each, at) => ({ ...each, name: names[at] as string }));
    return { requests, files: [], passedOver: this.#passedOver };
  }

  #json(block: Code, info: Info, { text, map }: CodeText): void {
    const place = this.outline.place(cueIn(`${info.rest}\n${leadingComments(text)}`, this.#namesZoom));
    this.outline.fence([], true);
    const document = this.#file.parse(text);
    const verdict = info.declares ? declared(info.declares, place) : judgeJson(document, place, this.#namesZoom);
    // What indentation alone makes code may be anything.
    if (block.info === undefined && (typeof verdict === 'string' || place.isInherited)) return;
    if (typeof verdict === 'string') this.#passedOver.push({ span: block.span, why: verdict });
    else this.#requests.push({ name: nameOf(info.name ?? place.title, verdict), target: verdict, document, map });
  }

  /** It may say where the next fence goes. */
  #other({ text }: CodeText): void {
    const { targets } = cueIn(text, this.#namesZoom);
    this.outline.fence(targets, text.includes('{'));
  }
}

/** The info string names the operation; the text around it may know more. */
function declared(operation: NonNullable<Info['declares']>, place: Place): Target {
  const target = targetOf(place.targets);
  return target && target !== 'other' && target.operation === operation ? target : { operation, occurrence: false };
}

function nameOf(title: string, { operation }: Target): string {
  return title || (operation ?? 'request');
}
