/** What is found in the parts of a file: a section of an .http file, an item of a collection. A part may move and stay as it is. */
import type { Span } from '../finding.ts';
import type { TextMap } from '../json/textMap.ts';
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
  /** In a file in which the part begins at the offset. */
  readonly mapIn: (text: string, start: number) => TextMap;
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
export function containedIn(text: string, parts: readonly Part[], state: unknown): Contained {
  const requests: Omit<ContainedRequest, 'name'>[] = [];
  const names: string[] = [];
  const files: NamedFile[] = [];
  const passedOver: PassedOver[] = [];
  for (const { start, found } of parts) {
    for (const each of found) {
      if (each.kind === 'request') {
        const { name, target, document, mapIn } = each;
        names.push(name);
        requests.push({ target, document, map: mapIn(text, start) });
      } else if (each.kind === 'file')
        files.push({ path: each.path, target: each.target, span: moved(each.span, start) });
      else passedOver.push({ why: each.why, span: moved(each.span, start) });
    }
  }
  const unique = uniqueNames(names);
  return { requests: requests.map((each, at) => ({ ...each, name: unique[at] as string })), files, passedOver, state };
}

/** What is kept of the requests of an earlier text. */
export function earlierFrom(parts: readonly Part[]): Earlier {
  const requests = parts.flatMap(({ found }) => found.filter((each) => each.kind === 'request'));
  return new Map(requests.map((each) => [each.read, each]));
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Longer ones are not names that anybody could read. */
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
