/** Requests in Python. */

import { python } from './code/languages/python.ts';
import { readCode } from './code/readCode.ts';

export const readPython = readCode(python);
