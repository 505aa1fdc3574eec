import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { ageOf } from '../../../shared/model/age.ts';
import { readProfile } from '../../../shared/model/profile.ts';

const today = '2026-11-24';
const age = (profile: object, now = today) => ageOf(readProfile(parse(JSON.stringify(profile))), now);

describe('the age of a profile', () => {
  it('in days, stale above 90', () => {
    assert.deepEqual(age({ capturedAt: today }), { days: 0, stale: false });
    assert.deepEqual(age({ capturedAt: '2026-11-23' }), { days: 1, stale: false });
    // 5 days of August, then 30, 31, 24.
    assert.deepEqual(age({ capturedAt: '2026-08-26' }), { days: 90, stale: false });
    assert.deepEqual(age({ capturedAt: '2026-08-25' }), { days: 91, stale: true });
  });

  it('undefined: no date, none that the calendar has, one that is to come, no today', () => {
    for (const profile of [{}, { capturedAt: '2026-02-30' }, { capturedAt: '2026-11-25' }]) {
      assert.equal(age(profile), undefined);
    }
    assert.equal(age({ capturedAt: today }, ''), undefined);
  });
});
