/** Predictions and names as Markdown. Text from files is untrusted and must not be interpreted as Markdown. */
import {
  type Alternative,
  basisWords,
  changeWords,
  type FieldRow,
  type Gap,
  joined,
  type Note,
  type Prediction,
  rulesPage,
  type StoredValue,
  type Text,
  text,
  visible,
} from '../../shared/index.ts';

/** A link to the row of Zoom's table; empty where no single row applies. */
export function scenarioLink({ operation, scenario }: Prediction): readonly Text[] {
  if (scenario === null) return [];
  const words =
    operation === 'create' ? text`Zoom's create scenario ${scenario}` : text`Zoom's update scenario ${scenario}`;
  return [joined(['[', words, `](${rulesPage}#${operation}-a-meeting-api)`], '')];
}

/** Documented or inferred, with a link to the page of Zoom's that says so or lets us infer it. */
export function basisText({ basis, source }: Pick<Alternative, 'basis' | 'source'>): Text {
  const page = source ?? (basis === 'documented' ? rulesPage : undefined);
  return page ? joined(['[', basisWords[basis], `](${page})`], '') : basisWords[basis];
}

export function noteLine({ text: sentence, source }: Note): Text {
  return text`${sentence} (${joined(['[', text`Zoom's page`, `](${source})`], '')})`;
}

export function fieldTable(rows: readonly FieldRow[]): Text {
  const lines = rows.map(({ name, sent, values }) => {
    const stored = values.map(storedCell).reduce((sofar, each) => text`${sofar} or ${each}`);
    return [literally(name), shown(sent), stored];
  });
  return tableOf([text`field`, text`sent`, text`stored`], lines);
}

export function tableOf(heads: readonly Gap[], rows: readonly (readonly Gap[])[]): Text {
  const line = `|${heads.map(() => ':--|').join('')}`;
  return joined([tableRow(heads), line, ...rows.map(tableRow)], '\n');
}

function tableRow(cells: readonly Gap[]): Text {
  return joined(['|', ...cells.flatMap((cell) => [cell, '|'])], ' ');
}

/** Changes are marked by a word, not by colour. */
function storedCell({ stored, effect }: StoredValue): Text {
  const change = changeWords[effect];
  return change ? text`${shown(stored)} (${change})` : text`${shown(stored)}`;
}

/** A value from the user's file as code; our own words as they are. */
export function shown(value: string | Text): Gap {
  return typeof value === 'string' ? literally(value) : value;
}

/** For the brackets of a link: unescaped if no character of it is special. */
export function linkText(path: string): string {
  return /^[\p{L}\p{N} ./-]*$/u.test(path) && !/www\./i.test(path) ? path : plainly(path);
}

/**
 * As code on one line. A bar would end a table cell, and engines disagree about a backslash before it: it is written as
 * a character reference between two pieces of code.
 */
export function literally(value: string): string {
  return oneLine(value).split('|').map(code).join(bar) || '` `';
}

const bar = '&#124;';

/** With a fence of backticks whose length no run of backticks in the text has. */
function code(value: string): string {
  if (value === '') return '';
  const runs = new Set((value.match(/`+/g) ?? []).map(({ length }) => length));
  let ticks = 1;
  while (runs.has(ticks)) ticks++;
  const fence = '`'.repeat(ticks);
  // Engines strip one blank on each side.
  const blank = runs.size > 0 || (value.startsWith(' ') && value.endsWith(' ')) ? ' ' : '';
  return fence + blank + value + blank + fence;
}

/** As plain text on one line, with nothing that an engine takes for a link. Not for the beginning of a line. */
export function plainly(words: string): string {
  return oneLine(words)
    .replace(/[\\`*_<>#~&!$@]|(?<=https?|ftp):(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/[[\]|]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function oneLine(value: string): string {
  return visible(value.replace(/\s+/g, ' '));
}

export function bold(words: Gap): Text {
  return joined(['**', words, '**'], '');
}

export function heading(level: 1 | 2 | 3, words: Text): Text {
  return joined(['#'.repeat(level), words], ' ');
}

export function bullets(lines: readonly Text[], indent = ''): Text {
  return joined(
    lines.map((line) => joined([`${indent}-`, line], ' ')),
    '\n',
  );
}
