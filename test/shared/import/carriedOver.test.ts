import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptFrom } from '../../../shared/import/carriedOver.ts';

describe('what a new profile takes over from the old one', () => {
  for (const [what, text, kept] of [
    [
      'account and requests, as they are written',
      '{ "account": {"plan": "pro"/* x */}, "requests": [], "capturedAt": "" }',
      { account: '{"plan": "pro"/* x */}', requests: '[]' },
    ],
    [
      "Zoom's rules, and what holds for personal meeting IDs",
      '{ "rules": "2025-03-24", "personalMeetingId": { "passcode": { "locked": true } } }',
      { rules: '"2025-03-24"', personalMeetingId: '{ "passcode": { "locked": true } }' },
    ],
    ['nothing that responses say', '{ "passcode": { "locked": true }, "capturedAt": "2026-01-02" }', {}],
    ['what is ignored', '{ "ignore": [{ "code": "x" }] }', { ignore: '[{ "code": "x" }]' }],
    ['one line end for all', '{ "requests": [\r\n] }', { requests: '[\n]' }],
    ['nothing of a broken profile', '{ "account": {"plan": "pro"}', {}],
    ['nothing of nothing', undefined, {}],
    ['nothing of a list', '["account"]', {}],
  ] as const) {
    it(what, () => assert.deepEqual(keptFrom(text), kept));
  }
});
