/** Predictions and names as Markdown. Whatever comes from a file may hold anything, and must not become Markdown itself. */
import {
  type Alternative,
  basisWords,
  changeWords,
  distinct,
  type FieldRow,
  type Gap,
  joined,
  type Note,
  type Prediction,
  rulesPage,
  type Text,
  text,
  visible,
} from '../../shared/index.ts';

/** A link to Zoom's table; none where no single row applies. */
export function scenarioLink({ operation, scenario }: Prediction): readonly Text[] {
  if (scenario === null) return [];
  const words =
    operation === 'create' ? text`Zoom's create scenario ${scenario}` : text`Zoom's update scenario ${scenario}`;
  return [joined(['[', words, `](${rulesPage}#${operation}-a-meeting-api)`], '')];
}

/** Documented or inferred; what is inferred from a page of Zoom's leads there. */
export function basisText({ basis, source }: Pick<Alternative, 'basis' | 'source'>): Text {
  return source ? joined(['[', basisWords[basis], `](${source})`], '') : basisWords[basis];
}

export function noteLine({ text: sentence, source }: Note): Text {
  return text`${sentence} (${joined(['[', text`Zoom's page`, `](${source})`], '')})`;
}

export function fieldTable(rows: readonly FieldRow[]): Text {
  const lines = rows.map(({ name, sent, alternatives }) => {
    const stored = distinct(alternatives.map(storedCell)).reduce((sofar, each) => text`${sofar} or ${each}`);
    return tableRow(literally(name), shown(sent), stored);
  });
  return joined([tableRow(text`field`, text`sent`, text`stored`), '|:--|:--|:--|', ...lines], '\n');
}

function tableRow(...cells: readonly Gap[]): Text {
  return joined(['|', ...cells.flatMap((cell) => [cell, '|'])], ' ');
}

/** Changes are told by a word, not by a colour. */
function storedCell({ stored, effect }: Alternative): Text {
  const change = changeWords[effect];
  return change ? text`${shown(stored)} (${change})` : text`${shown(stored)}`;
}

/** Values come from the user's file and may hold anything. */
export function shown(value: string | Text): Gap {
  return typeof value === 'string' ? literally(value) : value;
}

/** Between the brackets of a link: as it is where no character of it can mean anything. */
export function linkText(path: string): string {
  return /^[\p{L}\p{N} ./-]*$/u.test(path) && !/www\./i.test(path) ? path : plainly(path);
}

/**
 * As code on one line. A bar would end the cell of a table, and engines do not agree on what a backslash before it does:
 * it stands as a reference to its character between two pieces of code.
 */
export function literally(value: string): string {
  return oneLine(value).split('|').map(code).join(bar) || '` `';
}

const bar = '&#124;';

/** In a fence that no backtick in the text can close: of a length that no run of them has. */
function code(value: string): string {
  if (value === '') return '';
  const runs = new Set((value.match(/`+/g) ?? []).map(({ length }) => length));
  let ticks = 1;
  while (runs.has(ticks)) ticks++;
  const fence = '`'.repeat(ticks);
  // Of blanks on both sides, engines take one away.
  const blank = runs.size > 0 || (value.startsWith(' ') && value.endsWith(' ')) ? ' ' : '';
  return fence + blank + value + blank + fence;
}

/** As running text on one line, with nothing that an engine takes for a link. Not for the beginning of a line. */
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
