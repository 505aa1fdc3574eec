import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectProfileFindings, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-stale';
const on = (date: string) => `{ "capturedAt": "${date}" }`;

describe(code, () => {
  it('after 90 days', () => {
    // 7 days of August, then 30, 31, 23: from 24 August to 23 November are 91 days.
    expectProfileFindings(
      `{ "capturedAt": "2026-08-24" }
//              ^^^^^^^^^^^^ ${code}: These settings were captured 91 days ago; the account may have changed since.`,
      { today: '2026-11-23' },
    );
  });

  it('silent: 90 days, today, the future, no date, no today', () => {
    const today = '2026-11-22';
    for (const date of ['2026-08-24', today, '2030-01-01']) expectProfileFindings(on(date), { today });
    expectProfileFindings('{}', { today });
    expectProfileFindings(on('2000-01-01'));
  });

  it('has no fix: a new date would claim that it was checked', () => {
    assert.deepEqual(titles(profileFindingsOf(on('2000-01-01'), { today: '2026-11-22' }), code), []);
  });

  it('no date is a matter of its type', () => {
    expectProfileFindings(`{ "capturedAt": "2026-02-30" }
//              ^^^^^^^^^^^^ warning profile-type: "capturedAt" must be a date such as "2026-11-24". It is treated as missing.`);
  });
});
