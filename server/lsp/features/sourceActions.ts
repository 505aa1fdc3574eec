import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import {
  type Change,
  type JsonDocument,
  type Path,
  propertiesAround,
  text,
  writeAllStored,
} from '../../../shared/index.ts';
import { fixAllKind, writeStoredKind } from '../../../shared/protocol.ts';
import type { RequestSubject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { editsOf, workspaceEdit } from './edits.ts';

/** All fixes that keep what the author meant, as one edit for all requests of the file. */
export function fixAll(uri: string, requests: readonly RequestSubject[], context: FeatureContext): CodeAction[] {
  const edits = requests.flatMap((subject) => editsOf(subject, plainChanges(subject), context)?.edits ?? []);
  const title = context.say(text`Fix misplaced, misnamed and mistyped fields`);
  return actionOf(uri, { title, kind: fixAllKind }, edits, context);
}

/** Where two fixes write to one place, or one into what another writes, only the author knows which is meant. */
function plainChanges({ inspection: { document, separate } }: RequestSubject): readonly Change[] {
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

/** Whether the client asks for it by name, or its user opened the source actions. Saving a file does neither unless it is set to. */
export function asksToWriteStored({ only = [], triggerKind }: CodeActionContext): boolean {
  const isInvoked = triggerKind === CodeActionTriggerKind.Invoked;
  return only.some(
    (kind) =>
      kind === writeStoredKind ||
      (kind === CodeActionKind.Source ? isInvoked : kind !== '' && writeStoredKind.startsWith(`${kind}.`)),
  );
}

/** Fields whose findings are ignored stay as they are. */
export function writeStored(uri: string, requests: readonly RequestSubject[], context: FeatureContext): CodeAction[] {
  const edits = requests.flatMap((subject) => {
    const { inspection } = subject;
    if (inspection.file.isEither) return [];
    const ignored = inspection.ignored.flatMap(({ change }) => change?.field ?? []);
    const fix = writeAllStored(inspection.context, ignored);
    return (fix && editsOf(subject, fix.changes, context)?.edits) ?? [];
  });
  return actionOf(uri, { title: context.say(text`Write what Zoom will store`), kind: writeStoredKind }, edits, context);
}

/** None where there is nothing to edit. */
function actionOf(
  uri: string,
  action: Pick<CodeAction, 'title' | 'kind'>,
  edits: readonly TextEdit[],
  context: FeatureContext,
): CodeAction[] {
  return edits.length > 0 ? [{ ...action, edit: workspaceEdit(uri, edits, context) }] : [];
}
