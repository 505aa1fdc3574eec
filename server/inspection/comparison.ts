import { type FieldRow, type Gap, joined, predictionTable, type Text, text } from '../../shared/index.ts';
import { type BodyInspection, whyNotPredicted } from './inspection.ts';
import { bold, heading, literally, shown, tableOf } from './markdown.ts';

/** One request under the lock profile of each account. */
export interface ComparedRequest {
  /** As it is shown to the user, with the name of the request in the file. */
  readonly path: string;
  readonly accounts: readonly ComparedAccount[];
}

interface ComparedAccount {
  /** The path of its profile, as it is shown. */
  readonly profile: string;
  readonly inspection: BodyInspection;
}

interface ComparedField extends Pick<FieldRow, 'name' | 'sent'> {
  /** What Zoom stores for each account: one value, or all that it may be. */
  readonly stored: readonly (readonly FieldRow['sent'][])[];
  readonly differs: boolean;
}

/** Field by field; empty where nothing is predicted. */
export function comparedFields({ accounts }: ComparedRequest): readonly ComparedField[] {
  const tables = accounts.map(({ inspection }) => rowsOf(inspection));
  const [first = []] = tables;
  return first.map(({ name, sent }, at) => {
    const stored = tables.map((rows) => storedIn(rows[at]));
    return { name, sent, stored, differs: new Set(stored.map((each) => JSON.stringify(each))).size > 1 };
  });
}

function rowsOf(inspection: BodyInspection): readonly FieldRow[] {
  if (inspection.kind === 'mistaken' || !inspection.context.body.isComplete) return [];
  return predictionTable(inspection.context.body, inspection.context.prediction);
}

function storedIn(row: FieldRow | undefined): ComparedField['stored'][number] {
  const all = (row?.alternatives ?? []).map(({ stored }) => stored);
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** The requests of a file as a page of Markdown: a table each, in which what differs is bold and has a sign. */
export function comparisonPage(requests: readonly ComparedRequest[]): Text {
  return joined(requests.flatMap(sectionOf), '\n\n');
}

function sectionOf(request: ComparedRequest): readonly Text[] {
  const fields = comparedFields(request);
  const { path, accounts } = request;
  const title = heading(1, text`${literally(path)} under ${accounts.length} lock profiles`);
  const [first] = accounts;
  if (fields.length === 0) return [title, ...(first ? [whyNotPredicted(first.inspection)] : [])];
  const heads = [text`field`, text`sent`, ...accounts.map(({ profile }) => literally(profile))];
  const rows = fields.map(({ name, sent, stored, differs }) => [
    differs ? joined(['≠ ', literally(name)], '') : literally(name),
    shown(sent),
    ...stored.map((each) => (differs ? bold(anyOf(each)) : anyOf(each))),
  ]);
  const alike = fields.every(({ differs }) => !differs);
  return [title, tableOf(heads, rows), ...(alike ? [text`Zoom stores the same under all of them.`] : [])];
}

function anyOf(stored: ComparedField['stored'][number]): Gap {
  return stored.map(shown).reduce((sofar, each) => text`${sofar} or ${each}`);
}
