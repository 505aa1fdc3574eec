/** What is found in the parts of a file: a section of an .http file, an item of a collection. A part may move and stay as it is. */
import { movedSpan } from '../json/spans.ts';
import { movedBy, type TextMap } from '../json/textMap.ts';
import type { BodyRequest, Earlier } from './bodyText.ts';
import {
  type Contained,
  type ContainedRequest,
  type NamedFile,
  type PassedOver,
  type Target,
  uniqueNames,
} from './containers.ts';

/** Offsets count from the start of the part. */
export type Found = FoundRequest | FoundFile | FoundOther;

interface FoundRequest extends BodyRequest {
  readonly kind: 'request';
  readonly name: string;
  readonly map: TextMap;
  /** Where a comment that says the operation goes, with its line end. */
  readonly settle?: { readonly offset: number; readonly eol: string } | undefined;
}

interface FoundFile extends NamedFile {
  readonly kind: 'file';
}

interface FoundOther extends PassedOver {
  readonly kind: 'passedOver';
}

export interface Part {
  readonly start: number;
  readonly found: readonly Found[];
}

/** In the file, for parts in the order of its text. */
export function containedIn(parts: readonly Part[], state: unknown): Contained {
  const requests: Omit<ContainedRequest, 'name'>[] = [];
  const names: string[] = [];
  const files: NamedFile[] = [];
  const passedOver: PassedOver[] = [];
  for (const { start, found } of parts) {
    for (const each of found) {
      if (each.kind === 'request') {
        names.push(each.name);
        requests.push(requestIn(start, each));
      } else if (each.kind === 'file')
        files.push({ path: each.path, target: each.target, span: movedSpan(each.span, start) });
      else passedOver.push({ why: each.why, span: movedSpan(each.span, start) });
    }
  }
  const unique = uniqueNames(names);
  return { requests: requests.map((each, at) => ({ ...each, name: unique[at] as string })), files, passedOver, state };
}

function requestIn(start: number, found: FoundRequest): Omit<ContainedRequest, 'name'> {
  const { target, document, settle } = found;
  const map = movedBy(found.map, start);
  if (!settle) return { target, document, map };
  const at = settle.offset + start;
  const saying = (operation: string) => ({ span: { start: at, end: at }, text: `# zoom: ${operation}${settle.eol}` });
  return { target, document, map, settle: saying };
}

/** What is kept of the requests of an earlier text. */
export function earlierFrom(parts: readonly Part[]): Earlier {
  const requests = parts.flatMap(({ found }) => found.filter((each) => each.kind === 'request'));
  return new Map(requests.map((each) => [each.read.text, each]));
}

/** A longer name could not be read at a glance. */
const longestName = 100;

/** In one line; the fallback where nothing is left. */
export function requestName(written: string | undefined, { operation }: Target): string {
  const name = (written ?? '')
    .slice(0, 10 * longestName)
    .replace(/\s+/g, ' ')
    .trim();
  const short = name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
  return short === '' ? (operation ?? 'request') : short;
}
