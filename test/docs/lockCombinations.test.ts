import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'node:test';
import { lockTable } from '../spec/lockTable.ts';

const page = new URL('../../docs/lock-combinations.md', import.meta.url);
const mark = 'with. -->\n';

it('the page of all combinations of locks shows the rows that the engine is tested with', () => {
  const text = readFileSync(page, 'utf8');
  const intro = text.slice(0, text.indexOf(mark) + mark.length);
  const expected = `${intro}\n${lockTable()}\n`;
  const { UPDATE_GOLDEN } = process.env;
  if (UPDATE_GOLDEN) writeFileSync(page, expected);
  else assert.equal(text, expected, 'UPDATE_GOLDEN=1 renews it');
});

it('each combination has a line', () => {
  const lines = lockTable().split('\n').slice(2);
  assert.equal(new Set(lines.map((line) => line.split(' | ')[0])).size, 26);
  assert.ok(lines.every((line) => !line.includes('–') && line.split(' | ').length === 4));
});
