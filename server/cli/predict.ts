import {
  type Alternative,
  announcement,
  basisWords,
  type ConditionalOutcome,
  changeWords,
  depends,
  type FieldRow,
  type Note,
  notesOn,
  outcomesOf,
  predictionTable,
  reference,
  requestPath,
  rulesPage,
  say,
  visible,
} from '../../shared/index.ts';
import { tooLarge } from '../files/world.ts';
import { type BodyInspection, type Inspection, whyNotPredicted } from '../inspection/inspection.ts';
import { type BodySubject, bodySubjects } from '../inspection/subject.ts';
import type { Arguments } from './arguments.ts';
import type { Inputs } from './collect.ts';
import { type DiffedFile, diffText } from './diff.ts';
import type { Inspector } from './inspector.ts';
import { printed, tableText } from './print.ts';
import { faultsOf, findingData, type Problem, printProblem } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** What a file calls a request, and the file that contains it. */
export interface PredictedBody {
  readonly path: string;
  readonly subject: BodySubject;
}

const kinds: Partial<Record<Inspection['kind'], string>> = {
  profile: 'lock profile',
  meeting: 'meeting file',
  response: 'response of Zoom',
};

/** Prints what Zoom will store for each request among the inputs. */
export async function predict(
  format: Arguments['format'],
  inspector: Inspector,
  inputs: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const files: DiffedFile[] = [];
  for await (const { path, text, by, subjects } of inspector.inspectAll(inputs)) {
    files.push({ path, text, subjects: bodySubjects(subjects) });
    const kind = subjects[0]?.inspection.kind;
    if (kind === 'unread') inspector.report({ file: path, message: say(tooLarge) });
    const other = kind && kinds[kind];
    if (by === 'name' && other) inspector.report({ file: path, message: `is a ${other}, not a request` });
  }
  const problems = [...inspector.problems, ...inspector.brokenProfiles(inputs.inputs)];
  terminal.out(output(format, files, inspector, problems));
  for (const problem of problems) terminal.error(`${printProblem(problem)}\n`);
  return problems.length > 0 ? 2 : 0;
}

function output(
  format: Arguments['format'],
  files: readonly DiffedFile[],
  inspector: Inspector,
  problems: readonly Problem[],
): string {
  if (format === 'diff') return files.map(diffText).join('');
  const requests = files.flatMap(({ path, subjects }) => subjects.map((subject) => ({ path, subject })));
  return format === 'json' ? predictionJson(requests, inspector, problems) : text(requests, inspector);
}

export function predictionJson(
  requests: readonly PredictedBody[],
  inspector: Inspector,
  problems: readonly Problem[],
): string {
  const elements = requests.map((each) => requestJson(each, inspector));
  return `${JSON.stringify({ version: 1, requests: elements, problems }, null, 2)}\n`;
}

/** The shape that docs/command-line.md promises. */
function requestJson({ path, subject }: PredictedBody, inspector: Inspector) {
  const { file, name, findings } = subject.inspection;
  return {
    ...(name === undefined ? {} : { request: name }),
    file: path,
    operation: file.isEither ? null : file.operation,
    profile: file.profile ? inspector.displayPath(file.profile.uri) : null,
    meeting: file.meeting?.meeting ? inspector.displayPath(file.meeting.uri) : null,
    ...storedJson(subject.inspection),
    findings: findings.map((each) => findingData(subject, each)),
  };
}

function storedJson(inspection: BodyInspection) {
  if (inspection.kind === 'mistaken' || inspection.file.isEither)
    return { rules: null, scenario: null, outcomes: [], notes: [] };
  const { account, body, prediction } = inspection.context;
  return {
    rules: ruleSetOf(account.rules),
    scenario: prediction.scenario,
    // Zoom refuses a broken body, so that nothing is known about what it would store.
    outcomes: body.isComplete ? outcomesOf(prediction).map(outcomeJson) : [],
    notes: notesOn(inspection.context).map(noteText),
  };
}

/** The set that is used; null where both are, since the profile names none. */
function ruleSetOf([only, second]: readonly string[]): string | null {
  return second ? null : (only ?? null);
}

/** A passcode is never printed, only whether there is one. */
function outcomeJson({ when, outcome }: ConditionalOutcome) {
  const { waiting_room, meeting_authentication, password, authentication_option } = outcome;
  const { value: _secret, ...passcode } = password;
  return { when, waiting_room, meeting_authentication, password: passcode, authentication_option };
}

function text(requests: readonly PredictedBody[], inspector: Inspector): string {
  return requests.map((each) => `${requestText(each, inspector)}\n`).join('\n');
}

function requestText({ path, subject }: PredictedBody, inspector: Inspector): string {
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
    ...predictionLines(inspection),
    ...faultsOf(path, subject),
  ]
    .map(visible)
    .join('\n');
}

function predictionLines(inspection: BodyInspection): readonly string[] {
  const reason = `  ${say(whyNotPredicted(inspection))}`;
  if (inspection.kind === 'mistaken' || !inspection.context.body.isComplete || inspection.file.isEither)
    return [reason];
  const { context } = inspection;
  const fieldRows = predictionTable(context.body, context.prediction);
  const notes = notesOn(context);
  const below = [...notes.map(noteText), ...basesOf(fieldRows)];
  return [...tableText([heads, ...fieldRows.flatMap(rowCells)]), ...below.map((each) => `  ${each}`)];
}

function noteText({ text: sentence, source }: Note): string {
  return `${say(sentence)} (${source})`;
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

const heads = ['field', 'sent', 'stored', '', 'why', 'basis'];

function rowCells({ name, sent, alternatives }: FieldRow): readonly string[][] {
  return alternatives.map((each, index) => [
    ...(index === 0 ? [name, printed(sent)] : ['', '']),
    ...alternativeCells(each),
  ]);
}

function alternativeCells({ when, stored, reason, effect, basis }: Alternative): string[] {
  const why = [when && `if ${say(when)}`, reason && say(reason)].filter(Boolean).join(': ');
  return [
    printed(stored),
    printed(changeWords[effect] ?? ''),
    why,
    stored === depends ? '' : printed(basisWords[basis]),
  ];
}
