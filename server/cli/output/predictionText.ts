import {
  type Alternative,
  announcement,
  basisWords,
  changeWords,
  depends,
  type FieldRow,
  notesOn,
  reference,
  requestPath,
  rulesPage,
  say,
  visible,
} from '../../../shared/index.ts';
import { type BodyInspection, predictedRows, whyNotPredicted } from '../../inspection/inspection.ts';
import type { Inspector } from '../input/inspector.ts';
import { noteText, type PredictedBody } from './predictionJson.ts';
import { printed } from './print.ts';
import { faultsOf } from './report.ts';
import { type Row, tableText } from './table.ts';

/** Where the width of the terminal is not known. */
export const defaultWidth = 80;

/** For people: what Zoom will store of each request, as a table. */
export function predictionText(requests: readonly PredictedBody[], inspector: Inspector, width: number): string {
  return requests.map((each) => `${requestText(each, inspector, width)}\n`).join('\n');
}

function requestText({ path, subject }: PredictedBody, inspector: Inspector, width: number): string {
  const { inspection } = subject;
  const { file, name } = inspection;
  const isSettled = inspection.kind === 'request' && !file.isEither;
  const scenario = isSettled ? inspection.context.prediction.scenario : null;
  const operation = file.isEither ? 'create or update' : file.operation;
  const head = [
    `${operation}${scenario === null ? '' : ` (Zoom's ${operation} scenario ${scenario})`}`,
    profileText(inspection, inspector),
  ];
  const meeting = file.operation === 'update' ? [meetingText(inspection, inspector)] : [];
  return [
    requestPath(path, name),
    `  ${[...head, ...meeting].join(' · ')}`,
    '',
    ...predictionLines(inspection, width),
    ...faultsOf(path, subject),
  ]
    .map(visible)
    .join('\n');
}

function predictionLines(inspection: BodyInspection, width: number): readonly string[] {
  const fieldRows = predictedRows(inspection);
  if (inspection.kind === 'mistaken' || fieldRows.length === 0) return [`  ${say(whyNotPredicted(inspection))}`];
  const notes = notesOn(inspection.context);
  const below = [...notes.map(noteText), ...basesOf(fieldRows)];
  const table = tableText([{ cells: heads }, ...fieldRows.flatMap(rowsOf)], width);
  return [...table, ...below.map((each) => `  ${each}`)];
}

/** The page of Zoom's that documents what is stored, and where it is another one than its tables, of which fields. */
function basesOf(rows: readonly FieldRow[]): readonly string[] {
  const names = new Map<string, Set<string>>();
  for (const { name, alternatives } of rows) {
    for (const { basis, source } of alternatives) {
      if (!source) continue;
      const how = `${basis === 'documented' ? 'documented in' : 'inferred from'} ${pageNames[source] ?? source} (${source})`;
      names.set(how, (names.get(how) ?? new Set()).add(name));
    }
  }
  const byTables = rows.some(({ alternatives }) =>
    alternatives.some(({ basis, source }) => basis === 'documented' && !source),
  );
  return [
    ...[...names].map(([how, fields]) => `${[...fields].join(', ')}: ${how}`),
    ...(byTables ? [`documented: ${pageNames[rulesPage]} (${rulesPage})`] : []),
  ];
}

const pageNames: Readonly<Record<string, string>> = {
  [rulesPage]: "Zoom's tables",
  [reference]: "Zoom's API reference",
  [announcement]: "Zoom's announcement of March 2025",
};

function profileText({ file }: BodyInspection, inspector: Inspector): string {
  if (!file.profile) return 'no lock profile: what the account locks is unknown';
  const { uri, problem } = file.profile;
  return `profile ${inspector.displayPath(uri)}${problem ? `, which ${say(problem)}, and is treated as missing` : ''}`;
}

function meetingText({ file }: BodyInspection, inspector: Inspector): string {
  if (!file.meeting) return 'no meeting file';
  const { uri, problem } = file.meeting;
  return `meeting ${inspector.displayPath(uri)}${problem ? `, which ${say(problem)}, and is treated as missing` : ''}`;
}

const heads = ['field', 'sent', 'stored', '', 'basis'];

function rowsOf({ name, sent, alternatives }: FieldRow): readonly Row[] {
  return alternatives.map(({ stored, effect, basis, ...why }, index) => ({
    cells: [
      ...(index === 0 ? [name, printed(sent)] : ['', '']),
      printed(stored),
      printed(changeWords[effect] ?? ''),
      stored === depends ? '' : printed(basisWords[basis]),
    ],
    below: whyText(why),
  }));
}

function whyText({ when, reason }: Pick<Alternative, 'when' | 'reason'>): string {
  return printed([when && `if ${say(when)}`, reason && say(reason)].filter(Boolean).join(': '));
}
