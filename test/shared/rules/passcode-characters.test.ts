import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'passcode-characters';
const beyondAscii = (character: string) =>
  `passcode-characters: The passcode contains ${JSON.stringify(character)}. Whether Zoom accepts characters beyond printable ASCII is not documented.`;
const inUpdate = (character: string) =>
  `passcode-characters: The passcode contains ${JSON.stringify(character)}. For an update, Zoom documents only letters, digits and @ - _ *.`;

function drawn(passcode: string, finding: string): string {
  const text = JSON.stringify(passcode);
  return `{ "password": ${text} }\n//            ${'^'.repeat(text.length)} ${finding}`;
}

const signs = [...' !"#$%&\'()+,./:;<=>?[]^`{|}~', '\\'];

describe('passcode-characters', () => {
  it('printable signs: nothing in a create, a warning in an update', () => {
    for (const character of signs) {
      const passcode = `good1${character}`;
      expectFindings(`{ "password": ${JSON.stringify(passcode)} }`, {});
      expectFindings(drawn(passcode, inUpdate(character)), { operation: 'update' });
    }
    expectFindings('{ "password": "hello!12" }', {});
  });

  it('another script, an emoji: a warning in both', () => {
    for (const character of ['é', 'ä', '漢', '🙂', '٣']) {
      expectFindings(drawn(`p${character}ss1`, beyondAscii(character)), {});
      expectFindings(drawn(`p${character}ss1`, inUpdate(character)), { operation: 'update' });
    }
  });

  it('a character that cannot be seen is spelled out', () => {
    expectFindings(drawn('good1\t', beyondAscii('\t')), {});
    const message = beyondAscii('x').replace('"x"', '"\\u007f"');
    expectFindings(`{ "password": "good1\\u007f" }\n//            ${'^'.repeat(13)} ${message}`, {});
  });

  it('the first of several is named', () => {
    expectFindings(drawn('a!é漢', beyondAscii('é')), {});
    expectFindings(drawn('a!é漢', inUpdate('!')), { operation: 'update' });
  });

  it('while typing', () => {
    const drawing = `{ "password": "a é",
//            ^^^^^ ${beyondAscii('é')}

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawing, { profile: profileWith('P unlocked') });
  });

  it('together with what else is wrong with it: one finding', () => {
    expectFindings(
      drawn(
        'pässwort-2030',
        `passcode-too-long: Zoom allows at most 10 characters in a passcode; this one has 13. ${beyondAscii('ä').replace('passcode-characters: ', '')}`,
      ),
      {},
    );
  });

  it('silent: letters, digits, @ - _ *, none at all', () => {
    expectFindings('{ "password": "aZ09@-_*" }', {});
    expectFindings('{ "password": "" }', {});
    expectFindings('{ "password": null }', {});
  });
});

describe('passcode-characters: fix', () => {
  const title = 'Replace it with a passcode that works';

  it('replaces the text and nothing else', () => {
    assert.deepEqual(fixTitles('{ "password": "aé" }', code, {}), [`★ ${title}`]);
    expectFix('{"topic":"aé","password":"aé"}', code, title, '{"topic":"aé","password":"Made-1234*"}', {});
    const before = '{\n\t"password": "a b" /* by phone */\n}';
    expectFix(before, code, title, '{\n\t"password": "Made-1234*" /* by phone */\n}', { operation: 'update' });
  });
});
