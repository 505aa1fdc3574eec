import {
  type Alternative,
  basisWords,
  brokenBody,
  type ConditionalOutcome,
  changeWords,
  depends,
  type FieldRow,
  type Note,
  notesOn,
  outcomesOf,
  predictionTable,
  say,
  type Text,
  visible,
} from '../../shared/index.ts';
import type { RequestInspection } from '../inspection/inspect.ts';
import type { Arguments } from './arguments.ts';
import type { Inputs } from './collect.ts';
import { diffText } from './diff.ts';
import type { InspectedFile, Inspector } from './inspector.ts';
import { faultsOf, findingsJson } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

interface PredictedFile extends InspectedFile {
  readonly inspection: RequestInspection;
}

const names = { request: 'request', profile: 'lock profile', meeting: 'meeting file' };

/** Prints what Zoom will store for each request among the inputs. */
export async function predict(
  format: Arguments['format'],
  inspector: Inspector,
  inputs: Inputs,
  terminal: Terminal,
): Promise<ExitCode> {
  const requests: PredictedFile[] = [];
  for await (const looked of inspector.inspectAll(inputs)) {
    if (looked.inspection.kind === 'request') requests.push(looked as PredictedFile);
    else if (looked.by === 'name')
      inspector.problems.add(`${looked.path}: is no request but a ${names[looked.inspection.kind]}`);
  }
  terminal.out(forms[format](requests, inspector));
  for (const problem of inspector.problems) terminal.error(`${problem}\n`);
  return inspector.problems.size > 0 ? 2 : 0;
}

const forms: Record<Arguments['format'], (requests: readonly PredictedFile[], inspector: Inspector) => string> = {
  json,
  text,
  diff: (requests) => requests.map((each) => diffText(each, each.inspection)).join(''),
};

function json(requests: readonly PredictedFile[], inspector: Inspector): string {
  return `${JSON.stringify(
    requests.map((each) => requestJson(each, inspector)),
    null,
    2,
  )}\n`;
}

/** The shape that design and documentation promise; others rely on it. */
function requestJson(request: PredictedFile, inspector: Inspector) {
  const { file, context } = request.inspection;
  return {
    file: request.path,
    operation: file.operation,
    profile: file.profile ? inspector.displayPath(file.profile.uri) : null,
    meeting: file.meeting?.meeting ? inspector.displayPath(file.meeting.uri) : null,
    rules: context.account.rules,
    scenario: context.prediction.scenario,
    // A broken body is refused as it is; what Zoom would store is anybody's guess.
    outcomes: context.body.isComplete ? outcomesOf(context.prediction).map(outcomeJson) : [],
    notes: notesOn(context).map(noteText),
    findings: findingsJson(request),
  };
}

/** A passcode is never printed, only whether there is one. */
function outcomeJson({ when, outcome }: ConditionalOutcome) {
  const { waiting_room, meeting_authentication, password, authentication_option } = outcome;
  const { value: _secret, ...passcode } = password;
  return { when, waiting_room, meeting_authentication, password: passcode, authentication_option };
}

function text(requests: readonly PredictedFile[], inspector: Inspector): string {
  return requests.map((each) => `${requestText(each, inspector)}\n`).join('\n');
}

function requestText(request: PredictedFile, inspector: Inspector): string {
  const { path, inspection } = request;
  const { file, context } = inspection;
  const { scenario } = context.prediction;
  const profile = profileText(inspection, inspector);
  const head = [
    `${file.operation}${scenario === null ? '' : ` (Zoom's ${file.operation} scenario ${scenario})`}`,
    profile,
  ];
  const meeting = file.operation === 'update' ? [meetingText(inspection, inspector)] : [];
  const fieldRows = context.body.isComplete ? predictionTable(context.body, context.prediction) : [];
  const rows = fieldRows.flatMap(rowCells);
  const notes = notesOn(context);
  const below = [...notes.map(noteText), ...sourcesOf(fieldRows, notes).map((each) => `Inferred from ${each}`)];
  const others = faultsOf(request);
  const table = rows.length > 0 ? tableText(rows) : [`  ${say(brokenBody)}`];
  return [path, `  ${[...head, ...meeting].join(' · ')}`, '', ...table, ...below.map((each) => `  ${each}`), ...others]
    .map(visible)
    .join('\n');
}

function noteText({ text: sentence, source }: Note): string {
  return `${say(sentence)} (${source})`;
}

/** The pages behind what is inferred from one, but for those that the notes name. */
function sourcesOf(rows: readonly FieldRow[], notes: readonly Note[]): readonly string[] {
  const sources = rows.flatMap(({ alternatives }) => alternatives.flatMap(({ source }) => source ?? []));
  return [...new Set(sources)].filter((each) => !notes.some(({ source }) => source === each));
}

function profileText({ file }: RequestInspection, inspector: Inspector): string {
  if (!file.profile) return 'no lock profile: what the account locks is unknown';
  const { uri, problem } = file.profile;
  return `profile ${inspector.displayPath(uri)}${problem ? `, which ${say(problem)}: as if there were none` : ''}`;
}

function meetingText({ file }: RequestInspection, inspector: Inspector): string {
  if (!file.meeting) return 'no meeting file';
  const { uri, problem } = file.meeting;
  return `meeting ${inspector.displayPath(uri)}${problem ? `, which ${say(problem)}: as if it were not at hand` : ''}`;
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

function printed(value: string | Text): string {
  return visible(typeof value === 'string' ? value : say(value));
}

function tableText(rows: readonly string[][]): readonly string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => all.reduce((most, cells) => Math.max(most, (cells[column] ?? '').length), 0));
  return all.map((cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
