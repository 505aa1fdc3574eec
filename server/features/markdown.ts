/** Predictions and names as Markdown. Whatever comes from a file may hold anything, and must not become Markdown itself. */
import { type Alternative, changeWords, type FieldRow, type Prediction, rulesPage } from '../../shared/index.ts';

/** A link to Zoom's table; empty where no single row applies. */
export function scenarioLink({ operation, scenario }: Prediction): string {
  if (scenario === null) return '';
  return `[Zoom's ${operation} scenario ${scenario}](${rulesPage}#${operation}-a-meeting-api)`;
}

export function fieldTable(rows: readonly FieldRow[]): string {
  const lines = rows.map(({ name, sent, alternatives }) => {
    const stored = [...new Set(alternatives.map(storedCell))].join(' or ');
    return `| \`${name}\` | ${sentCode(sent)} | ${stored} |`;
  });
  return ['| field | sent | stored |', '|:--|:--|:--|', ...lines].join('\n');
}

/** Changes are told by a word, not by a colour. */
function storedCell({ stored, effect }: Alternative): string {
  const change = changeWords[effect];
  return change ? `${storedCode(stored)} (${change})` : storedCode(stored);
}

export function storedCode(stored: string): string {
  return /^(true|false)$/.test(stored) || !harmless.test(stored) ? literally(stored) : stored;
}

export function sentCode(sent: string): string {
  return harmless.test(sent) && /^–$| /.test(sent) ? sent : literally(sent);
}

/** Words that mean nothing to Markdown. An authentication option comes from the user's file and may hold anything. */
const harmless = /^[\w '–-]*$/;

/** Brackets would end the link. */
export function linkText(path: string): string {
  return /[[\]\\`*<>]/.test(path) ? literally(path) : path;
}

/** As code on one line, in a fence that no backtick in the text can close; a bar would end the cell of a table. */
export function literally(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const blank = runs.length > 0 ? ' ' : '';
  return fence + blank + text.replace(/\s+/g, ' ').replaceAll('|', '\\|') + blank + fence;
}

/** As running text on one line. */
export function plainly(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&!]/g, '\\$&');
}

export function bullets(lines: readonly string[], indent = ''): string {
  return lines.map((line) => `${indent}- ${line}`).join('\n');
}
