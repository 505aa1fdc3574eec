import { parser } from '@lezer/php';
import type { Code, Language } from '../ir.ts';
import { commentsIn, parseInSteps } from './lezer.ts';
import { statementsOf } from './phpStatements.ts';
import { quoted } from './phpTexts.ts';

const program = parser.configure({ top: 'Program' });

function* read(text: string): Generator<void, Code | undefined> {
  // In a document, code often has no `<?php`.
  const tree = yield* parseInSteps(text.includes('<?') ? parser : program, text);
  const at = { text, depth: 0, statements: statementsOf };
  return tree && { body: statementsOf(tree.topNode, at), comments: commentsIn(tree, text, /\/[/*]|#/g) };
}

export const php: Language = {
  read,
  value: (value, quote) => (typeof value === 'string' ? quoted(value, quote) : String(value)),
  quote: "'",
  passcode: () => ({ expression: "getenv('ZOOM_PASSCODE')" }),
  comment: '//',
  copies: true,
};
