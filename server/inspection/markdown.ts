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

/** Brackets would end the link. */
export function linkText(path: string): string {
  return /[[\]\\`*<>]/.test(path) ? literally(path) : path;
}

/** As code on one line, in a fence that no backtick in the text can close; a bar would end the cell of a table. */
export function literally(value: string): string {
  const runs = value.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const blank = runs.length > 0 ? ' ' : '';
  return fence + blank + value.replace(/\s+/g, ' ').replaceAll('|', '\\|') + blank + fence;
}

/** As running text on one line. */
export function plainly(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&!]/g, '\\$&');
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
