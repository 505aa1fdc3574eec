import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'passcode-too-long';

describe('passcode-too-long', () => {
  const drawn = `{ "password": "11-too-long" }
//            ^^^^^^^^^^^^^ passcode-too-long: Zoom allows at most 10 characters in a passcode; this one has 11.`;

  it('create and update, with a profile and without', () => {
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update' });
    expectFindings(drawn, { profile: profileWith('W unlocked · P unlocked · A unlocked') });
  });

  it('while typing', () => {
    const typed = `{ "password": "11-too-long",
//            ^^^^^^^^^^^^^ passcode-too-long: Zoom allows at most 10 characters in a passcode; this one has 11.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(typed, {});
  });

  it('silent: ten, none, empty, null', () => {
    expectFindings('{ "password": "exactly-10" }', {});
    expectFindings('{ "password": "\\u0065xactly-10" }', {});
    expectFindings('{ "topic": "a topic that is long enough" }', {});
    expectFindings('{ "password": "" }', {});
    expectFindings('{ "password": null }', {});
  });

  it('a character outside the basic plane is one', () => {
    const nine = '123456789';
    const codes = (text: string) => findingsOf(JSON.stringify({ password: text }), {}).map((each) => each.code);
    assert.ok(!codes(`${nine}🙂`).includes(code));
    assert.ok(codes(`${nine}🙂0`).includes(code));
  });

  it('the message never contains the passcode', () => {
    assert.ok(!JSON.stringify(findingsOf('{ "password": "11-too-long" }', {})).includes('11-too-long'));
  });
});

describe('passcode-too-long: fix', () => {
  const title = 'Replace it with a passcode that works';

  it('one line and many', () => {
    assert.deepEqual(fixTitles('{ "password": "11-too-long" }', code, {}), [`★ ${title}`]);
    expectFix('{"password":"11-too-long"}', code, title, '{"password":"Made-1234*"}', {});
    const before = '{\r\n  // shared by phone\r\n  "password": "11-too-long", // old\r\n  "topic": "Standup"\r\n}\r\n';
    expectFix(before, code, title, before.replace('11-too-long', 'Made-1234*'), { operation: 'update' });
  });
});
