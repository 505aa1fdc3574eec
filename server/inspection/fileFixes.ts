/** The fixes that are made to a whole request without asking about each. */
import {
  type Change,
  type Edit,
  editsFor,
  fileEdit,
  type JsonDocument,
  type Path,
  propertiesAround,
  sharedEdits,
  writeAllStored,
} from '../../shared/index.ts';
import type { RequestInspection } from './inspection.ts';
import type { RequestSubject } from './subject.ts';

/**
 * All fixes that keep what the author meant. Where two of them write to one place, or one into what another writes, only the
 * author knows which is meant.
 */
export function changesKeepingMeaning({ document, separate }: RequestInspection): readonly Change[] {
  const fixes = separate.flatMap((finding) => finding.fixes().filter(({ keepsMeaning }) => keepsMeaning));
  const written = fixes.map(({ changes }) => changes.map((each) => placeOf(document, each)));
  const writers = new Map<string, number>();
  for (const key of written.flat().map(keyOf)) writers.set(key, (writers.get(key) ?? 0) + 1);
  const isAlone = (place: Path) =>
    writers.get(keyOf(place)) === 1 && !place.some((_, depth) => writers.has(keyOf(place.slice(0, depth))));
  return fixes.filter((_, at) => written[at]?.every(isAlone)).flatMap(({ changes }) => changes);
}

/** Where the change writes. */
function placeOf(document: JsonDocument, change: Change): Path {
  if (change.op === 'move') return change.to;
  if ('path' in change) return change.path;
  const around = propertiesAround(document, change.offset).map(({ key }) => key);
  return change.op === 'rename-at' ? [...around.slice(0, -1), change.key] : around;
}

function keyOf(place: Path): string {
  return JSON.stringify(place);
}

/** What the changes to all requests of a file write into it. None of them makes up a passcode. */
export function editsOfAll(
  requests: readonly RequestSubject[],
  changesTo: (inspection: RequestInspection) => readonly Change[],
): readonly Edit[] {
  return sharedEdits(
    requests.map(({ inspection }) => {
      const { document, map } = inspection;
      const changes = changesTo(inspection);
      const own = changes.length > 0 ? editsFor(document, changes, () => undefined) : undefined;
      return (own ?? []).map((each) => fileEdit(map, each));
    }),
  );
}

/** What Zoom will store, as far as it is certain. Fields whose findings are ignored stay as they are. */
export function changesToStored({ file, ignored, context }: RequestInspection): readonly Change[] {
  if (file.isEither) return [];
  const leftAlone = ignored.flatMap(({ change }) => change?.field ?? []);
  return writeAllStored(context, leftAlone)?.changes ?? [];
}
