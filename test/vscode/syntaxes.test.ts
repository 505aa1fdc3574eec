import { join } from 'node:path';
import { it } from 'node:test';
import { installHost } from '../host/install.ts';
import { drawings, expectScopes } from '../support/grammar.ts';

/** What test/syntaxes draws, on VS Code's own grammars. */
const grammars = join(await installHost(), 'extensions', 'json', 'syntaxes');
const base = ['JSON', 'JSONC'].map((name) => join(grammars, `${name}.tmLanguage.json`));

for (const drawing of drawings) {
  for (const scope of ['source.json', 'source.json.comments'] as const) {
    it(`${drawing} as ${scope}`, () => expectScopes(drawing, base, scope));
  }
}
