import { join } from 'node:path';
import { it } from 'node:test';
import { installHost } from '../host/install.ts';
import { drawings, expectScopes } from '../support/grammar.ts';

/** What test/syntaxes draws, on VS Code's own grammars. */
const extensions = join(await installHost(), 'extensions');
const base = ['json/syntaxes/JSON.tmLanguage.json', 'markdown-basics/syntaxes/markdown.tmLanguage.json'];

for (const drawing of drawings) {
  it(drawing, () =>
    expectScopes(
      drawing,
      base.map((path) => join(extensions, path)),
    ),
  );
}
