import { describe, it } from 'node:test';
import { readPhp } from '../../../shared/containers/php.ts';
import { codeFiles, expectFound } from '../../support/codeFiles.ts';

describe('requests in PHP', () => {
  for (const file of codeFiles('php')) it(file.name, () => expectFound(readPhp, file));
});
