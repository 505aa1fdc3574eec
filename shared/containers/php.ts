/** Requests in PHP. */

import { php } from './code/languages/php.ts';
import { readCode } from './code/readCode.ts';

export const readPhp = readCode(php);
