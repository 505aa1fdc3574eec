import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tableText } from '../../../../server/cli/output/table.ts';

const tableOf = (width: number, ...rows: readonly (readonly string[])[]) =>
  tableText(
    rows.map((cells) => ({ cells })),
    width,
  );

describe('a table', () => {
  it('has columns as wide as their widest cell, and no blanks at the end', () => {
    const lines = tableOf(80, ['field', 'sent', ''], ['password', 'set', 'why'], ['', 'nothing']);
    assert.deepEqual(lines, ['  field     sent', '  password  set      why', '            nothing']);
  });

  it('characters of two columns count as two, combining marks as none', () => {
    const lines = tableOf(80, ['a', 'b'], ['会議', 'x'], ['e\u0301', 'x']);
    assert.deepEqual(lines, ['  a     b', '  会議  x', '  e\u0301     x']);
  });

  it('the widest columns give way, at blanks and then within words', () => {
    const lines = tableOf(24, ['name', 'value'], ['first', 'some words here'], ['second', 'signIn_D8cJuqWVQ623']);
    assert.deepEqual(lines, [
      '  name    value',
      '  first   some words',
      '          here',
      '  second  signIn_D8cJuqW',
      '          VQ623',
    ]);
    assert.ok(lines.every(({ length }) => length <= 24));
  });

  it('a column with blanks gives way before a word is broken, and the names of the rows last', () => {
    const blanks = tableOf(34, ['field', 'sent'], ['meeting_authentication', 'filled in later']);
    assert.deepEqual(blanks, [
      '  field                   sent',
      '  meeting_authentication  filled',
      '                          in later',
    ]);
    const words = tableOf(34, ['field', 'sent'], ['meeting_authentication', 'signIn_D8cJuqWVQ623']);
    assert.deepEqual(words, [
      '  field                   sent',
      '  meeting_authentication  signIn_D',
      '                          8cJuqWVQ',
      '                          623',
    ]);
  });

  it('a sentence below a row is broken, too', () => {
    const rows = [{ cells: ['a'] }, { cells: ['b'], below: 'the account has the Waiting Room on' }];
    assert.deepEqual(tableText(rows, 30), ['  a', '  b', '      the account has the', '      Waiting Room on']);
  });
});
