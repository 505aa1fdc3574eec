/** JavaScript and TypeScript. */
import { parser } from '@lezer/javascript';
import type { Language } from '../language.ts';
import { statementsOf } from './javascript/statements.ts';
import { quoted } from './javascript/text.ts';
import { readWith } from './lezer.ts';

/** JSX and TypeScript's `<T>value` exclude each other; in files that end in `.js` either is found, and neither hurts. */
const dialects = {
  ts: parser.configure({ dialect: 'ts' }),
  tsx: parser.configure({ dialect: 'ts jsx' }),
  jsx: parser.configure({ dialect: 'jsx' }),
};

function parserOf(_text: string, ending: string) {
  if (/^[mc]?ts$/.test(ending)) return dialects.ts;
  return ending === 'tsx' ? dialects.tsx : dialects.jsx;
}

export const javascript: Language = {
  read: readWith(parserOf, statementsOf, /\/[/*]/g),
  value: (value, quote) => (typeof value === 'string' ? quoted(value, quote) : String(value)),
  quote: "'",
  passcode: () => ({ expression: 'process.env.ZOOM_PASSCODE' }),
  comment: '//',
  copies: false,
};
