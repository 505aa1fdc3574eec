import { describe, it } from 'node:test';
import { readPython } from '../../../shared/containers/python.ts';
import { codeFiles, expectFound } from '../../support/codeFiles.ts';

describe('requests in Python', () => {
  for (const file of codeFiles('python')) it(file.name, () => expectFound(readPython, file));
});
