/** Output goes to terminals, CI logs and patches: names and values from files must not control any of them. */
import { say, type Text, visible } from '../../../shared/index.ts';
import type { BareTerminal, Terminal } from '../terminal.ts';

/**
 * A terminal that is safe for whatever we print. Errors are one line per call. Output may have several lines, so that names
 * and values in it must be escaped beforehand: here a line break in one of them cannot be distinguished from ours.
 */
export function safely(terminal: BareTerminal): Terminal {
  return {
    ...terminal,
    out: (text) =>
      terminal.out(
        text
          .split('\n')
          .map(terminal.colours ? paintedLine : oneLine)
          .join('\n'),
      ),
    commands: (text) => terminal.out(text.split('\n').map(visible).join('\n')),
    patch: (text) =>
      terminal.out(
        text
          .split('\n')
          .map(terminal.isWatched ? patchLine : withoutCommands)
          .join('\n'),
      ),
    error: (line) => terminal.error(`${oneLine(line.endsWith('\n') ? line.slice(0, -1) : line)}\n`),
  };
}

/**
 * CI systems take lines like `::error::…` and `##[error]…` for commands, wherever they come from. With its first character
 * escaped as in JSON, a line is not a command, and still means the same in a JSON string.
 */
export function oneLine(text: string): string {
  return withoutCommands(visible(text));
}

/** Also of a line of a patch, where a sign may precede it. */
function withoutCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\u003a').replace(/#(?=#(?:vso|teamcity)?\[)/g, '\\u0023');
}

/** For people to read; tabs are our own. */
function patchLine(line: string): string {
  return withoutCommands(line.split('\t').map(visible).join('\t'));
}

/** The same with the colours that are ours: in values from files, escape characters are escaped already. */
function paintedLine(line: string): string {
  return line
    .split(colour)
    .map((part) => (part.startsWith('\u001b[') && part.endsWith('m') ? part : oneLine(part)))
    .join('');
}

const colour = /(\p{Cc}\[\d+m)/u;

/** A value from a file, or one of our texts, in one cell. */
export function printed(value: string | Text): string {
  return visible(typeof value === 'string' ? value : say(value));
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
