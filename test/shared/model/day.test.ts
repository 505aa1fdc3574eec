import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDate } from '../../../shared/model/day.ts';

describe('readDate', () => {
  it('counts as the calendar does, over leap years and centuries', () => {
    for (const from of ['1999-12-25', '2000-02-25', '1900-02-25', '2024-02-25', '2026-11-24', '2100-02-25']) {
      for (let days = 0; days <= 400; days++) {
        const later = new Date(Date.parse(from) + days * 86_400_000).toISOString();
        assert.equal((readDate(later.slice(0, 10)) ?? 0) - (readDate(from) ?? 0), days, later);
      }
    }
  });

  it('a time is of its day', () => {
    for (const time of ['T09:30', 'T09:30:00Z', ' 09:30:00.123+02:00', 'T23:59:59-0800']) {
      assert.equal(readDate(`2026-11-24${time}`), readDate('2026-11-24'));
    }
  });

  for (const text of [
    '',
    'yesterday',
    '24.11.2026',
    '2026-11',
    '2026-13-01',
    '2026-00-10',
    '2026-02-29',
    '2026-11-31',
    '2026-11-00',
    '2026-11-24x',
  ]) {
    it(`no date: "${text}"`, () => assert.equal(readDate(text), undefined));
  }
});
