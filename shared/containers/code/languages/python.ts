import { ContextTracker } from '@lezer/lr';
import { parser } from '@lezer/python';
import type { Language } from '../language.ts';
import { readWith } from './lezer.ts';
import { quoted } from './python/objects.ts';
import { statementsOf } from './python/statements.ts';

function literal(value: string | number | boolean | null, quote: string): string {
  if (typeof value === 'string') return quoted(value, quote);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : String(value);
}

const importsOs = /^import[ \t](?:[\w., \t]{1,200},[ \t]{0,8})?os(?:[ \t]{0,80}[,;#]|\.|[ \t]{0,80}$)/m;

/** With `import os` where it is missing. */
function passcode(text: string) {
  const expression = 'os.environ["ZOOM_PASSCODE"]';
  if (importsOs.test(text)) return { expression };
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  return { expression, needs: { offset: importsAt(text), text: `import os${eol}` } };
}

/** Before the first import that is not from `__future__`, which nothing may precede; else behind what a file begins with. */
function importsAt(text: string): number {
  const first = /^(?:import[ \t]|from[ \t]+(?!__future__\b))/m.exec(text);
  return first?.index ?? startOfCode(text);
}

/** Behind comments, blank lines, imports from `__future__` and the module's own text. */
function startOfCode(text: string): number {
  const line = /(?:[ \t]*(?:#.*)?|from[ \t]+__future__.*)(?:\r\n|\n|\r)/y;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    line.lastIndex = at;
    const [found] = line.exec(text) ?? [];
    const quotes = found === undefined ? /^(?:"""|''')/.exec(text.slice(at, at + 3))?.[0] : undefined;
    const close = quotes === undefined ? -1 : text.indexOf(quotes, at + 3);
    const end = close < 0 ? -1 : text.indexOf('\n', close);
    if (found === undefined && end < 0) return at;
    at = found === undefined ? end + 1 : at + found.length;
  }
}

type Indentation = Required<ConstructorParameters<typeof ContextTracker<unknown>>[0]>;

/** How deep lines are indented, as the parser keeps it. */
const { context: indentation } = parser as unknown as { readonly context: Indentation };

/**
 * What the end of the file closes, the parser believes to be indented as deep as its last line, and takes it over into blocks that
 * are: a function would go on to the end of the file. At its end, nothing is indented any more.
 */
const untilEnd = parser.configure({
  contextTracker: new ContextTracker({
    ...indentation,
    shift: (context, term, stack, input) =>
      input.next < 0 ? indentation.start : indentation.shift(context, term, stack, input),
  }),
});

const read = readWith(() => untilEnd, statementsOf, /#/g);

export const python: Language = { read, value: literal, quote: '"', passcode, comment: '#', copies: false };
