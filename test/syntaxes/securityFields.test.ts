import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fields } from '../../shared/model/security.ts';
import { projectRoot } from '../host/paths.ts';
import { drawings, expectScopes } from '../support/grammar.ts';

const base = join(import.meta.dirname, 'json.tmLanguage.json');

describe('the names of the security fields are coloured where Zoom reads them, and hardly elsewhere', () => {
  for (const drawing of drawings) it(drawing, () => expectScopes(drawing, [base], 'source.json'));

  it('all of them', () => {
    const grammar = readFileSync(join(projectRoot, 'syntaxes', 'security-fields.tmLanguage.json'), 'utf8');
    const coloured = readFileSync(join(import.meta.dirname, 'coloured.txt'), 'utf8');
    for (const { name } of fields) {
      assert.match(grammar, new RegExp(`\\b${name}\\b`));
      assert.match(coloured, new RegExp(`"${name}"[^\\n]*\\n(//[^\\n]*\\n)*//[^\\n]* keyword\\.control`));
    }
  });
});
