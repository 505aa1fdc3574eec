/** The readers of all kinds: a bundle of its own, which is loaded with the first file that may hold requests. */
import type { Readers } from './containers.ts';
import { readHttp } from './http.ts';
import { readJavaScript } from './javascript.ts';
import { readMarkdown } from './markdown.ts';
import { readPhp } from './php.ts';
import { readPostman } from './postman.ts';
import { readPython } from './python.ts';
import { readShell } from './shell.ts';

export const readers: Readers = {
  markdown: readMarkdown,
  shell: readShell,
  http: readHttp,
  postman: readPostman,
  javascript: readJavaScript,
  typescript: readJavaScript,
  python: readPython,
  php: readPhp,
};
