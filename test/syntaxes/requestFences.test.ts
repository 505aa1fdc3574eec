import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fields } from '../../shared/model/security.ts';
import { projectRoot } from '../host/paths.ts';
import { drawings, expectScopes } from '../support/grammar.ts';

const base = ['json', 'markdown'].map((name) => join(import.meta.dirname, `${name}.tmLanguage.json`));

describe('in Markdown the security fields are marked where a fence names a request, and nowhere else', () => {
  for (const drawing of drawings) it(drawing, () => expectScopes(drawing, base));

  it('all of them', () => {
    const grammar = readFileSync(join(projectRoot, 'syntaxes', 'request-fences.tmLanguage.json'), 'utf8');
    const drawn = readFileSync(join(import.meta.dirname, 'request.txt'), 'utf8');
    for (const { name } of fields) {
      assert.match(grammar, new RegExp(`\\b${name}\\b`));
      assert.match(drawn, new RegExp(`"${name}"[^\\n]*\\n(//[^\\n]*\\n)*//[^\\n]* keyword\\.control`));
    }
  });
});
