import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Translations } from '../shared/text.ts';
import { sourcesIn } from './support/sources.ts';
import { clientPatterns, gapsOf, hasWords, readJson, taggedPatterns } from './support/texts.ts';

const root = join(import.meta.dirname, '..');
const [tagged, ofClient] = [taggedPatterns, clientPatterns()];
const patterns = [...tagged, ...ofClient];
const wanted = patterns.filter(({ english }) => hasWords(english));

for (const file of readdirSync(join(root, 'l10n'))) {
  describe(`l10n/${file}`, () => {
    const translations = readJson<Translations>(`l10n/${file}`);

    it('has every text of the sources', () => {
      const missing = wanted.filter(({ english }) => !Object.hasOwn(translations, english));
      assert.equal(missing.map(({ file, english }) => `${file}: ${english}`).join('\n'), '');
    });

    it('has nothing else', () => {
      const known = new Set(wanted.map(({ english }) => english));
      assert.deepEqual(
        Object.keys(translations).filter((each) => !known.has(each)),
        [],
      );
    });

    it('has the same gaps in each', () => {
      for (const [english, translated] of Object.entries(translations))
        assert.deepEqual(gapsOf(translated), gapsOf(english), english);
    });

    it('keeps spaces, and the stop at the end of a sentence', () => {
      for (const [english, translated] of Object.entries(translations)) {
        assert.equal(translated, translated.trim());
        assert.equal(/[.:?]$/.exec(translated)?.[0], /[.:?]$/.exec(english)?.[0], english);
      }
    });
  });
}

describe('package.json', () => {
  const keysIn = (text: string) => [...text.matchAll(/"%(.+?)%"/g)].map(([, key]) => key);
  const used = [...new Set(keysIn(JSON.stringify(readJson('package.json'))))].sort();
  const files = [...nlsFiles()];

  it('has its texts in the same languages', () => {
    const languages = readdirSync(join(root, 'l10n')).map((each) => each.replace(/^bundle\.l10n/, 'package.nls'));
    assert.deepEqual(files.sort(), ['package.nls.json', ...languages].sort());
  });

  for (const file of files) {
    it(`${file} has every text and nothing else`, () => {
      assert.deepEqual(Object.keys(readJson<Translations>(file)).sort(), used);
    });
  }

  it('shows no text that is not in them', () => {
    const { contributes } = readJson<{ contributes: unknown }>('package.json');
    const shown = [...JSON.stringify(contributes).matchAll(/"(?:title|category|\w*[dD]escription)":"([^"]+)"/g)];
    const plain = shown.map(([, words]) => words).filter((words) => !/^%.+%$/.test(words ?? ''));
    assert.deepEqual(plain, ['Request Lens for Zoom Meetings']);
  });
});

it('no file of texts has a key twice', () => {
  for (const file of [...readdirSync(join(root, 'l10n')).map((each) => `l10n/${each}`), ...nlsFiles()]) {
    const text = readFileSync(join(root, file), 'utf8');
    assert.equal(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`, file);
  }
});

function nlsFiles(): readonly string[] {
  return readdirSync(root).filter((each) => /^package\.nls(\..+)?\.json$/.test(each));
}

describe('the sources', () => {
  it('hold texts, all of which these tests see', () => {
    assert.ok(tagged.length > 250 && ofClient.length > 30);
    assert.ok(patterns.some(({ english }) => english === "Zoom's create scenario {0}"));
    assert.ok(patterns.some(({ english }) => english === 'Whose settings are in {0}?'));
  });

  it('of the client hand no words to VS Code but through l10n', () => {
    const bare =
      /\b(?:show\w+Message|Error)\(\s*['"`]|\b(?:title|label|detail|placeHolder|openLabel|prompt|tooltip|text|name):\s*['"`]/g;
    const found = sourcesIn('client').flatMap(({ file, text }) =>
      [...text.matchAll(bare)].map(([each]) => `${file}: ${each}`),
    );
    assert.deepEqual(found, []);
  });
});
