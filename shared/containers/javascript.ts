/** Requests in JavaScript and TypeScript. */

import { javascript } from './code/languages/javascript.ts';
import { readCode } from './code/readCode.ts';

export const readJavaScript = readCode(javascript);
