import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'passcode-characters';
const doubtful =
  "warning passcode-characters: Only letters, digits and @ - _ * are safe in a passcode: Zoom's documentation disagrees about others.";
const refused = 'passcode-characters: A passcode can hold only letters, digits and @ - _ *. Zoom refuses the request.';

describe('passcode-characters', () => {
  it('printable, but not in all of Zoom’s lists: a warning', () => {
    for (const character of [...' !"#$%&\'()+,./:;<=>?[]^`{|}~', '\\']) {
      const text = JSON.stringify(`good1${character}`);
      const drawn = `{ "password": ${text} }\n//            ${'^'.repeat(text.length)} ${doubtful}`;
      expectFindings(drawn, {});
      expectFindings(drawn, { operation: 'update' });
    }
  });

  it('another script, a control character: an error', () => {
    for (const character of ['é', '漢', '🙂', '\u007f', '\t']) {
      const text = JSON.stringify(`good1${character}`);
      const drawn = `{ "password": ${text} }\n//            ${'^'.repeat(text.length)} ${refused}`;
      expectFindings(drawn, {});
    }
  });

  it('one of each kind: the error', () => {
    expectFindings(`{ "password": "a!é" }\n//            ^^^^^ ${refused}`, {});
  });

  it('while typing', () => {
    const drawn = `{ "password": "a é",
//            ^^^^^ ${refused}

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: profileWith('P unlocked') });
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
    assert.deepEqual(fixTitles('{ "password": "a!" }', code, {}), [`★ ${title}`]);
    expectFix('{"topic":"a!","password":"a!"}', code, title, '{"topic":"a!","password":"Made-1234*"}', {});
    const before = '{\n\t"password": "a b" /* by phone */\n}';
    expectFix(before, code, title, '{\n\t"password": "Made-1234*" /* by phone */\n}', { operation: 'update' });
  });
});
