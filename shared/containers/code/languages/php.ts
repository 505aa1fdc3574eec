import { parser } from '@lezer/php';
import type { Language } from '../language.ts';
import { readWith } from './lezer.ts';
import { statementsOf } from './php/statements.ts';
import { quoted } from './php/texts.ts';

/** In a document, code often has no `<?php`. */
const program = parser.configure({ top: 'Program' });

export const php: Language = {
  read: readWith((text) => (text.includes('<?') ? parser : program), statementsOf, /\/[/*]|#/g),
  value: (value, quote) => (typeof value === 'string' ? quoted(value, quote) : String(value)),
  quote: "'",
  passcode: () => ({ expression: "getenv('ZOOM_PASSCODE')" }),
  comment: '//',
  copies: true,
};
