import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, readProfile, reportUnread } from '../../../shared/index.ts';
import { say } from '../../../shared/text.ts';

describe('file-too-large', () => {
  const profile = readProfile(parse('{ "ignore": [{ "code": "file-too-large" }] }'));

  it('is all that is said of a file of which nothing was read', () => {
    const { findings, ignored } = reportUnread({ megabytes: 20 }, undefined);
    assert.deepEqual(
      findings.map(({ code, severity, message, span }) => [code, severity, say(message), span]),
      [['file-too-large', 'warning', 'This file is larger than 20 MB and is not inspected.', { start: 0, end: 0 }]],
    );
    assert.deepEqual([ignored, findings[0]?.fixes()], [[], []]);
  });

  it('says so of a file that contains too many requests, too', () => {
    const { findings } = reportUnread({ requests: 5000 }, undefined);
    assert.deepEqual(
      findings.map(({ message }) => say(message)),
      ['This file contains more than 5000 requests and is not inspected.'],
    );
  });

  it('says so of a file that is too complex, and of one that no reader bears', () => {
    const messages = (['complex', 'failed'] as const).map(
      (why) => reportUnread({ why }, undefined).findings[0]?.message,
    );
    assert.deepEqual(
      messages.map((message) => message && say(message)),
      ['This file is too complex and is not inspected.', 'This file cannot be read and is not inspected.'],
    );
  });

  it('can be ignored', () => {
    assert.deepEqual(reportUnread({ megabytes: 20 }, profile).findings, []);
  });
});
