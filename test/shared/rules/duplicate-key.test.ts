import { describe, it } from 'node:test';
import { expectFindings, expectFix, expectProfileFindings, expectProfileFix } from '../../support/markers.ts';

const code = 'duplicate-key';

describe('duplicate-key', () => {
  it('the earlier ones are reported, the last one counts', () => {
    const drawn = `{
  "topic": "Standup",
//^^^^^^^ duplicate-key: "topic" appears again further down in this object; only the last one counts.
  "topic": "Daily",
//^^^^^^^ duplicate-key: "topic" appears again further down in this object; only the last one counts.
  "topic": "Standup, daily"
}`;
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update' });
  });

  it('in objects inside objects and arrays, whatever they are about', () => {
    const drawn = `{
  "settings": { "host_video": true, "host_video": false },
  //            ^^^^^^^^^^^^ duplicate-key: "host_video" appears again further down in this object; only the last one counts.
  "tracking_fields": [{ "field": "a", "value": "1", "field": "b" }]
  //                    ^^^^^^^ duplicate-key: "field" appears again further down in this object; only the last one counts.
}`;
    expectFindings(drawn, {});
  });

  it('a key that is written with escapes is the same key', () => {
    const drawn = `{ "t\\u006fpic": "Standup", "topic": "Daily" }
//^^^^^^^^^^^^ duplicate-key: "topic" appears again further down in this object; only the last one counts.`;
    expectFindings(drawn, {});
  });

  it('while typing', () => {
    const drawn = `{ "topic": "Standup", "topic":
//^^^^^^^ duplicate-key: "topic" appears again further down in this object; only the last one counts.

^ json-syntax: A value is missing here.`;
    expectFindings(drawn, {});
  });

  it('in a lock profile', () => {
    const drawn = `{
  "waitingRoom": { "enabled": true, "enabled": false }
  //               ^^^^^^^^^ duplicate-key: "enabled" appears again further down in this object; only the last one counts.
}`;
    expectProfileFindings(drawn);
  });

  it('silent: the same key in different objects, or in different case', () => {
    expectFindings('{ "password": "4sPgWr-2", "own": 1, "Own": 1, "settings": { "own": 1 }, "topic": "a" }', {});
  });
});

describe('duplicate-key: fix', () => {
  const title = 'Remove this one';

  it('many lines', () => {
    const before = `{
  "topic": "Standup", // the old name
  "duration": 15,
  "topic": "Daily"
}
`.replaceAll('\n', '\r\n');
    const after = `{
  // the old name
  "duration": 15,
  "topic": "Daily"
}
`.replaceAll('\n', '\r\n');
    expectFix(before, code, title, after, {});
  });

  it('compact', () => {
    expectFix('{"topic":"Standup","topic":"Daily"}', code, title, '{"topic":"Daily"}', {});
  });

  it('of three, one at a time', () => {
    const before = '{ "topic": "a", "topic": "b", "topic": "c" }';
    expectFix(before, code, title, '{ "topic": "b", "topic": "c" }', {});
  });

  it('in a lock profile', () => {
    const before = '{ "passcode": { "locked": true, "enabled": true, "locked": false } }';
    expectProfileFix(before, code, title, '{ "passcode": { "enabled": true, "locked": false } }');
  });
});
