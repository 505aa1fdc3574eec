/** One section of an .http file: between two lines that begin with `###` there is at most one request. */
import type { Span } from '../../finding.ts';
import type { Operation } from '../../model/security.ts';
import { namesZoom } from '../endpoint.ts';
import { type Definition, namesSetIn } from '../variables.ts';
import { type HttpBody, httpBody } from './body.ts';
import {
  beginsBody,
  blockEnd,
  bodyLabel,
  continuesUrl,
  definitionIn,
  endsBody,
  isComment,
  isEmpty,
  type Line,
  linesOf,
  tagIn,
} from './lines.ts';

/** Offsets count from the start of the section. */
export interface Section {
  /** What the file calls the request. */
  readonly name: string | undefined;
  readonly definitions: readonly Definition[];
  /** Variables that the user is asked for, or that a script sets. */
  readonly unsure: readonly string[];
  readonly namesZoom: boolean;
  readonly request: HttpRequest | undefined;
  /** A request that is written as a command: from `curl` to the end of the section. */
  readonly curl: Span | undefined;
}

export interface HttpRequest {
  readonly method: string;
  /** With its variables as they are written. */
  readonly url: string;
  /** Names in lower case; of several with one name the last. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: HttpBody | undefined;
  readonly start: number;
  /** What a comment of ours says that it is: `# zoom: create`. */
  readonly declared: Operation | undefined;
}

export function readSection(text: string): Section {
  return new SectionReader(text).read();
}

/** Goes through the lines once. */
class SectionReader {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #prompted: string[] = [];
  #at = 0;
  #heading: string | undefined;
  #title: string | undefined;
  #name: string | undefined;
  #declared: Operation | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#lines = linesOf(text);
  }

  read(): Section {
    this.#readPreamble();
    const first = this.#line;
    const isCurl = first !== undefined && /^\s*curl\s/.test(first.text);
    const request = first && !isCurl ? this.#readRequest() : undefined;
    return {
      name: this.#name ?? this.#title ?? this.#heading,
      // They may also be behind the request.
      definitions: this.#lines.flatMap(({ text }) => definitionIn(text) ?? []),
      unsure: [...this.#prompted, ...namesSetIn(this.#text)],
      namesZoom: namesZoom(this.#text),
      request,
      curl: isCurl ? { start: first.start, end: this.#text.length } : undefined,
    };
  }

  get #line(): Line | undefined {
    return this.#lines[this.#at];
  }

  /** Up to the first line of the request. */
  #readPreamble(): void {
    for (let line = this.#line; line; line = this.#line) {
      const isBefore = isEmpty(line.text) || this.#isAside(line.text) || /^\s*(?:<|(?:import|run)\s)/.test(line.text);
      if (!isBefore) return;
      this.#at++;
    }
  }

  /** Whether the line is not part of the request; of several lines that belong together, the last one is then the current one. */
  #isAside(line: string): boolean {
    if (isComment(line)) this.#noteComment(line);
    return isComment(line) || this.#skipBlock(line) || definitionIn(line) !== undefined;
  }

  #skipBlock(line: string): boolean {
    const isEnd = blockEnd(line);
    if (!isEnd) return false;
    for (let each: string | undefined = line; each !== undefined && !isEnd(each); each = this.#lines[this.#at]?.text) {
      this.#at++;
    }
    return true;
  }

  #noteComment(line: string): void {
    const tag = tagIn(line);
    const heading = /^\s*#{3,}/.exec(line)?.[0];
    if (heading !== undefined) this.#heading = line.slice(heading.length).trim() || undefined;
    this.#declared = (/\bzoom: ?(create|update)\b/.exec(line)?.[1] as Operation | undefined) ?? this.#declared;
    if (tag?.tag === 'name') this.#name = tag.value || undefined;
    if (tag?.tag === 'title') this.#title = tag.value || undefined;
    if (tag?.tag === 'prompt') this.#prompted.push(tag.value.split(/\s/, 1)[0] ?? '');
  }

  #readRequest(): HttpRequest {
    const start = this.#line?.start ?? 0;
    const target = this.#readTarget();
    const headers = this.#readHeaders();
    return { ...target, headers, body: this.#readBody(), start, declared: this.#declared };
  }

  /** The method and the URL, which may go on in the following lines. */
  #readTarget(): { readonly method: string; readonly url: string } {
    const first = this.#line?.text.trim() ?? '';
    const method = methods.test(first) ? (/^\w+/.exec(first)?.[0] ?? '') : '';
    let url = first.slice(method.length).trim();
    this.#at++;
    for (let line = this.#line; line && continuesUrl(line.text, url === ''); line = this.#line) {
      url += line.text.trim();
      this.#at++;
    }
    return { method: method || 'GET', url: withoutVersion(url) };
  }

  #readHeaders(): ReadonlyMap<string, string> {
    const headers = new Map<string, string>();
    let last = '';
    for (let line = this.#line; line && !isEmpty(line.text) && !beginsBody(line.text); line = this.#line) {
      const colon = line.text.indexOf(':');
      const name = line.text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      if (this.#isAside(line.text)) last = '';
      else if (colon > 0 && !/\s/.test(name)) {
        headers.set(name, line.text.slice(colon + 1).trim());
        last = name;
      } else if (/^\s/.test(line.text) && last) headers.set(last, `${headers.get(last)} ${line.text.trim()}`);
      this.#at++;
    }
    return headers;
  }

  /** Without the comments that JSON does not have, and definitions. */
  #readBody(): HttpBody | undefined {
    const body: Line[] = [];
    let hasBegun = false;
    for (let line = this.#line; line && !endsBody(line.text); line = this.#line) {
      const isLeftOut = definitionIn(line.text) !== undefined || /^\s*#/.test(line.text);
      const label = hasBegun ? 0 : bodyLabel(line.text).length;
      hasBegun ||= !isLeftOut && !isEmpty(line.text);
      if (!isLeftOut) body.push({ ...line, start: line.start + label, text: line.text.slice(label) });
      this.#at++;
    }
    return httpBody(this.#text, body);
  }
}

const methods =
  /^(?:get|post|put|patch|delete|head|options|connect|trace|graphql|grpc|ws|wss|websocket|sse|mqtt|amqp|search|query)(?:\s|$)/i;

function withoutVersion(url: string): string {
  const at = url.lastIndexOf('HTTP/');
  return at > 0 && /\s/.test(url.charAt(at - 1)) && /^[\d.]+$/.test(url.slice(at + 5)) ? url.slice(0, at).trim() : url;
}
