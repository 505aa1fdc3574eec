import { parser } from '@lezer/python';
import type { Code, Language, Parsed } from '../language.ts';
import { Functions } from './functions.ts';
import { commentsIn, parseInSteps } from './lezer.ts';
import { quoted } from './pythonObjects.ts';
import { statementsOf } from './pythonStatements.ts';

function* read(text: string, _ending: string, before?: Parsed): Generator<void, Code | undefined> {
  const tree = yield* parseInSteps(parser, text, before);
  if (!tree) return undefined;
  yield;
  const functions = new Functions(text, tree, before?.functions);
  const body = statementsOf(tree.topNode, { text, depth: 0, functions });
  yield;
  return { body, comments: commentsIn(tree, text, /#/g), parsed: { text, tree, functions: functions.known } };
}

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

export const python: Language = { read, value: literal, quote: '"', passcode, comment: '#', copies: false };
