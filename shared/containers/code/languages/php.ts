import { parser } from '@lezer/php';
import type { Code, Language, Parsed } from '../language.ts';
import { Functions } from './functions.ts';
import { commentsIn, parseInSteps } from './lezer.ts';
import { statementsOf } from './phpStatements.ts';
import { quoted } from './phpTexts.ts';

const program = parser.configure({ top: 'Program' });

function* read(text: string, _ending: string, before?: Parsed): Generator<void, Code | undefined> {
  // In a document, code often has no `<?php`.
  const isIn = (each: string) => each.includes('<?');
  const isSame = before !== undefined && isIn(before.text) === isIn(text);
  const tree = yield* parseInSteps(isIn(text) ? parser : program, text, isSame ? before : undefined);
  if (!tree) return undefined;
  yield;
  const functions = new Functions(text, tree, before?.functions);
  const body = statementsOf(tree.topNode, { text, depth: 0, functions, statements: statementsOf });
  yield;
  return { body, comments: commentsIn(tree, text, /\/[/*]|#/g), parsed: { text, tree, functions: functions.known } };
}

export const php: Language = {
  read,
  value: (value, quote) => (typeof value === 'string' ? quoted(value, quote) : String(value)),
  quote: "'",
  passcode: () => ({ expression: "getenv('ZOOM_PASSCODE')" }),
  comment: '//',
  copies: true,
};
