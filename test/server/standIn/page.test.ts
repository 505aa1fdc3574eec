import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageOf } from '../../../server/standIn/page.ts';

const items = Array.from({ length: 70 }, (_, index) => index);

describe('a page', () => {
  for (const [query, first, count, next] of [
    [{}, 0, 30, '2'],
    [{ page_number: '3' }, 60, 10, ''],
    [{ next_page_token: '2', page_number: '3' }, 30, 30, '3'],
    [{ page_size: '35', page_number: '2' }, 35, 35, ''],
    [{ page_size: '1000' }, 0, 70, ''],
    [{ page_size: '0', page_number: '-1', next_page_token: 'x' }, 0, 30, '2'],
    [{ page_number: '9' }, undefined, 0, ''],
  ] as const)
    it(JSON.stringify(query), () => {
      const { listed, next_page_token, total_records } = pageOf(items, query);
      assert.deepEqual([listed[0], listed.length, next_page_token, total_records], [first, count, next, 70]);
    });
});
