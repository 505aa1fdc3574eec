/** JavaScript and TypeScript. */
import { parser } from '@lezer/javascript';
import type { Code, Language, Parsed } from '../language.ts';
import { Functions } from './functions.ts';
import { statementsOf } from './javascriptStatements.ts';
import { quoted } from './javascriptText.ts';
import { commentsIn, parseInSteps } from './lezer.ts';

/** JSX and TypeScript's `<T>value` exclude each other; in files that end in `.js` either is found, and neither hurts. */
function dialectOf(ending: string): string {
  if (/^[mc]?ts$/.test(ending)) return 'ts';
  return ending === 'tsx' ? 'ts jsx' : 'jsx';
}

function* read(text: string, ending: string, before?: Parsed): Generator<void, Code | undefined> {
  const tree = yield* parseInSteps(parser.configure({ dialect: dialectOf(ending) }), text, before);
  if (!tree) return undefined;
  yield;
  const functions = new Functions(text, tree, before?.functions);
  const body = statementsOf(tree.topNode, { text, depth: 0, functions, statements: statementsOf });
  yield;
  return { body, comments: commentsIn(tree, text, /\/[/*]/g), parsed: { text, tree, functions: functions.known } };
}

export const javascript: Language = {
  read,
  value: (value, quote) => (typeof value === 'string' ? quoted(value, quote) : String(value)),
  quote: "'",
  passcode: () => ({ expression: 'process.env.ZOOM_PASSCODE' }),
  comment: '//',
  copies: false,
};
