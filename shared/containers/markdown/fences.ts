/** What reads the code in a fence, by the language that its info string names. */
import type { Span } from '../../finding.ts';
import { within } from '../../json/textMap.ts';
import type { ReadContainer, Target } from '../containers.ts';
import { readHttp } from '../http.ts';
import { readJavaScript } from '../javascript.ts';
import { readPhp } from '../php.ts';
import { readPython } from '../python.ts';
import type { CodeText } from './codeText.ts';
import { leadingComments } from './info.ts';
import { lineAt } from './lines.ts';

/** The ending of a file in that language, and its reader. */
export interface FenceReader {
  readonly ending: string;
  readonly read: ReadContainer;
}

const javascript = { ending: 'js', read: readJavaScript };
const jsx = { ending: 'jsx', read: readJavaScript };
const typescript = { ending: 'ts', read: readJavaScript };
const python = { ending: 'py', read: readPython };
const php = { ending: 'php', read: readPhp };
const http = { ending: 'http', read: readHttp };

const readers: Readonly<Record<string, FenceReader>> = {
  js: javascript,
  javascript,
  mjs: javascript,
  cjs: javascript,
  node: javascript,
  nodejs: javascript,
  jsx,
  ts: typescript,
  typescript,
  tsx: { ending: 'tsx', read: readJavaScript },
  py: python,
  python,
  python3: python,
  php,
  http,
  rest: http,
};

/** Undefined: it is not read. Shells are not among them: their variables are known in the fences that follow. */
export function fenceReader(language: string, text: string): FenceReader | undefined {
  // Whatever it is called, a method and a URL are HTTP.
  if (startsWithRequest(text)) return http;
  return Object.hasOwn(readers, language) ? readers[language] : undefined;
}

/** Of a fence that shows nothing but an object of JavaScript: what its reader takes for one, with what it is sent to. */
export function bareObject({ read }: FenceReader, { text, map }: CodeText, target: Target | 'other' | undefined) {
  const content = text.slice(leadingComments(text).length).trim();
  if (read !== readJavaScript || !content.startsWith('{') || !content.endsWith('}')) return undefined;
  const operation = target === 'other' ? undefined : target?.operation;
  const before = operation ? `// zoom: ${operation}\n(` : '(';
  const pieces = [
    { body: 0, file: 0, length: 0 },
    { body: before.length, file: 0, length: text.length },
  ];
  return { text: `${before}${text})`, map: within(map, { pieces, spell: (inserted) => inserted }) };
}

/** More requests than one fence has in practice. */
const mostParts = 100;

/** Of several requests below each other, each one with the comments above it: `###` between them is for files. */
export function partsToRead({ ending }: FenceReader, text: string): readonly Span[] {
  const whole = { start: 0, end: text.length };
  if (ending !== 'http' || text.includes('###')) return [whole];
  const starts = [0];
  let above = 0;
  for (let at = 0; at < text.length && starts.length < mostParts; ) {
    const { end, next } = lineAt(text, at);
    const line = text.slice(at, end);
    if (requestLine.test(line) && above > 0) starts.push(above);
    // Blank lines and comments belong to what follows.
    if (at === 0 || !/^\s*(?:$|\/\/|#)/.test(line)) above = next;
    at = next;
  }
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length }));
}

const requestLine = /^[ \t]*(?:POST|PATCH|PUT|GET|DELETE)[ \t]+[^\s]/;

function startsWithRequest(text: string): boolean {
  return requestLine.test(text.slice(leadingComments(text).length).trimStart());
}

/** What people call a fence in which a request is written with its method and URL. */
const mayBeAnything = ['', 'json', 'text', 'txt', 'plaintext', 'plain'];

const shells = `sh bash zsh shell console shell-session shellsession sh-session terminal curl cmd bat batch dos ksh fish
  httpie cli command`.split(/\s+/);

/** Without a language, by the command that it begins with. */
export function isShell(language: string, text: string): boolean {
  if (startsWithRequest(text)) return false;
  if (!mayBeAnything.includes(language) && language !== 'http') return shells.includes(language);
  return /^\s*(?:[$%>] ?)?(?:curl|wget|http|https|xh)\s+[^\s{]/.test(text);
}
