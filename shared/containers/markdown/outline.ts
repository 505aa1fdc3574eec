/** Where in a document we are: the headings above, and what has been said since. */
import type { Operation } from '../../model/security.ts';
import { type Cue, cueIn, noCue, operationIn } from './cues.ts';

interface Section {
  readonly level: number;
  /** Of the heading; empty before the first one. */
  readonly title: string;
  /** "Request", "Response body": it only names a part of what the heading above is about. */
  readonly isPart: boolean;
  /** The heading itself names the endpoint, for everything below it. */
  readonly isEndpoint: boolean;
  targets: Cue['targets'];
}

/** What is known of a body at this place of a document. */
export interface Place {
  readonly targets: Cue['targets'];
  /** They are said in a section around this one, which may be about something else. */
  readonly isInherited: boolean;
  readonly announces: Cue['announces'];
  /** With nothing between: it is what comes back. */
  readonly followsRequest: boolean;
  readonly operation: Operation | undefined;
  readonly files: readonly string[];
  /** Of the section; empty without one. */
  readonly title: string;
}

const partWords = new Set(
  `request requests response responses return returns body payload endpoint endpoints header headers parameters params
  example examples usage url path method query data input output result results answer notes note fields schema json curl
  200 201 204 sample http`.split(/\s+/),
);

/** One of these words among its first ones. */
function isPartTitle(title: string): boolean {
  const words = title.toLowerCase().split(/[^a-z0-9]+/);
  return words.length <= 8 && words.slice(0, 4).some((word) => partWords.has(word));
}

export class Outline {
  readonly #namesZoom: boolean;
  #sections: readonly Section[] = [{ level: 0, title: '', isPart: false, isEndpoint: false, targets: [] }];
  /** What has been said since the last fence or heading. */
  #recent: Cue = noCue;
  #wasList = false;
  /** The last block is a fence with a request; what follows it at once is what came back. */
  #isAnswered = false;

  constructor(namesZoom: boolean) {
    this.#namesZoom = namesZoom;
  }

  heading(level: number, text: string): void {
    const title = titleOf(text);
    const cue = cueIn(text, this.#namesZoom);
    const isEndpoint = cue.targets.length > 0;
    const isPart = !isEndpoint && !cue.operation && isPartTitle(title);
    // Next to "Endpoint", "Request" is about the same thing.
    const targets = isEndpoint ? cue.targets : isPart ? this.#section.targets : [];
    const above = this.#sections.filter((each) => each.level < level);
    this.#sections = [...above, { level, title, isPart, isEndpoint, targets }];
    this.#goOn(cue, false);
  }

  prose(text: string, inList: boolean): void {
    const cue = cueIn(text, this.#namesZoom);
    const isSameList = inList && this.#wasList;
    if (cue.targets.length > 0)
      this.#section.targets = isSameList ? distinct([...this.#section.targets, ...cue.targets]) : cue.targets;
    this.#goOn(isSameList ? together(this.#recent, cue) : after(this.#recent, cue), inList);
  }

  /** A fence that says where a request goes; `hasBody`: with what is sent there. */
  fence(targets: Cue['targets'], hasBody: boolean): void {
    if (targets.length > 0) this.#section.targets = targets;
    this.#goOn({ ...noCue, targets }, false);
    this.#isAnswered = hasBody;
  }

  /** `own`: what the fence says of itself. */
  place(own: Cue): Place {
    const cue = after(this.#recent, own);
    const around = this.#sections.findLast(({ targets }) => targets.length > 0);
    const isOwn = cue.targets.length > 0;
    const titles = this.#sections.filter(({ isPart }) => !isPart).map(({ title }) => title);
    return {
      targets: isOwn ? cue.targets : (around?.targets ?? []),
      isInherited: !isOwn && around !== this.#section && !around?.isEndpoint,
      announces: cue.announces,
      followsRequest: this.#isAnswered && own.targets.length === 0,
      operation: cue.operation ?? titles.map(operationIn).findLast((each) => each !== undefined),
      files: cue.files,
      title: titles.at(-1) ?? '',
    };
  }

  #goOn(recent: Cue, inList: boolean): void {
    this.#recent = recent;
    this.#wasList = inList;
    this.#isAnswered = false;
  }

  get #section(): Section {
    return this.#sections.at(-1) as Section;
  }
}

/** What is said later counts. */
function after(earlier: Cue, cue: Cue): Cue {
  return {
    targets: cue.targets.length > 0 ? cue.targets : earlier.targets,
    announces: cue.announces ?? earlier.announces,
    operation: cue.operation ?? earlier.operation,
    files: cue.files.length > 0 ? cue.files : earlier.files,
  };
}

/** The items of a list count alike. */
function together(earlier: Cue, cue: Cue): Cue {
  return { ...after(earlier, cue), targets: distinct([...earlier.targets, ...cue.targets]) };
}

/** More of them say as little as two. */
const mostTargets = 5;

function distinct(targets: Cue['targets']): Cue['targets'] {
  if (targets.length > mostTargets) return targets.slice(0, mostTargets);
  return [...new Map(targets.map((each) => [JSON.stringify(each), each])).values()];
}

/** In characters. */
const longestTitle = 60;

/** Those that people write into headings; `<userId>` is a placeholder. */
const tag =
  /^<(?:!--|\/?(?:a|b|br|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|s|small|span|strong|sub|summary|sup|u)[\s/>])/i;

/** The heading as text: without its signs, and those of HTML and Markdown in it. */
function titleOf(heading: string): string {
  const text = heading
    .slice(0, 20 * longestTitle)
    .replace(/<[^<>]*>/g, (each) => (tag.test(each) ? '' : each))
    .replace(/\{#[\w-]*\}|\\?(?:\]\([^()\s]*\)|[`*[\]])|#|~~|!\[|\\(_)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...text];
  return signs.length > longestTitle ? `${signs.slice(0, longestTitle).join('').trimEnd()}…` : text;
}
