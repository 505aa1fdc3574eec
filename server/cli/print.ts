/** Output goes to terminals, CI logs and patches: names and values from files must not control any of them. */
import { say, type Text, visible } from '../../shared/index.ts';
import type { Terminal } from './terminal.ts';

/**
 * A terminal that is safe for whatever we print. Errors are one line per call. Output may have several lines, so that names
 * and values in it must be escaped beforehand: here a line break in one of them cannot be distinguished from ours.
 */
export function safely(terminal: Terminal): Terminal {
  return {
    ...terminal,
    out: (text) => terminal.out(text.split('\n').map(oneLine).join('\n')),
    error: (line) => terminal.error(`${oneLine(line.endsWith('\n') ? line.slice(0, -1) : line)}\n`),
  };
}

/**
 * CI systems take lines like `::error::…` and `##[error]…` for commands, wherever they come from. With its first character
 * escaped as in JSON, a line is not a command, and still means the same in a JSON string.
 */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/^(\s*):(?=:)/, '$1\\u003a')
    .replace(/#(?=#(?:vso|teamcity)?\[)/g, '\\u0023');
}

/** A value from a file, or one of our texts, in one cell. */
export function printed(value: string | Text): string {
  return visible(typeof value === 'string' ? value : say(value));
}

/** Lines of a table, whose first row has the names of the columns. The cells must be printable. */
export function tableText(rows: readonly (readonly string[])[]): readonly string[] {
  const [heads = []] = rows;
  const widths = heads.map((_, column) =>
    rows.reduce((most, cells) => Math.max(most, (cells[column] ?? '').length), 0),
  );
  return rows.map((cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

/** For the header of a diff: quoted as git does where the name would break the line or could not be read back. */
export function quotedPath(path: string): string {
  if (path === visible(path) && !/["\\]/.test(path)) return path;
  const characters = [...path].map((each) =>
    /["\\]/.test(each) ? `\\${each}` : each === visible(each) ? each : octal(each),
  );
  return `"${characters.join('')}"`;
}

function octal(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
