/** What the command line prints goes to terminals, logs of CI and patches: names and values of others must steer none of them. */
import { visible } from '../../shared/index.ts';
import type { Terminal } from './terminal.ts';

/**
 * A terminal that takes whatever we print. What is told of errors is one line a call. What goes out may have many, so that
 * names and values in it have to be made visible before: a line break in one of them looks like ours here.
 */
export function safely(terminal: Terminal): Terminal {
  return {
    ...terminal,
    out: (text) => terminal.out(text.split('\n').map(oneLine).join('\n')),
    error: (line) => terminal.error(`${oneLine(line.endsWith('\n') ? line.slice(0, -1) : line)}\n`),
  };
}

/**
 * CI takes lines like `::error::…` and `##[error]…`, wherever they come from, for commands. Written as JSON would escape it,
 * the first character says the same in a string of JSON.
 */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/^(\s*):(?=:)/, '$1\\u003a')
    .replace(/#(?=#(?:vso|teamcity)?\[)/g, '\\u0023');
}

/** In the head of a diff: as git quotes a name that would break its line or that a reader of patches could not take in. */
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
