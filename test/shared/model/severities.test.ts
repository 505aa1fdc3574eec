import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { combinedSeverities, type Severities } from '../../../shared/model/severities.ts';

const severities = (text: string) => [...readProfile(parse(text)).severities];

describe('the severities of a lock profile', () => {
  it('are its words by code; unknown codes are kept, unknown words are not', () => {
    const text =
      '{ "severities": { "passcode-generated": "off", "x": "hint", "field-type": "info", "field-unknown": null, "json-syntax": 1 } }';
    assert.deepEqual(severities(text), [
      ['passcode-generated', 'off'],
      ['x', 'hint'],
    ]);
  });

  it('of a key that is there twice, the last counts', () => {
    assert.deepEqual(severities('{ "severities": { "x": "hint", "x": "error" } }'), [['x', 'error']]);
    assert.deepEqual(severities('{ "severities": { "x": "hint", "x": "?" } }'), []);
  });

  for (const text of ['{}', '{ "severities": [] }', '{ "severities": null }', '{ "severities": { "x": "off" }'])
    it(`none: ${text}`, () => assert.deepEqual(severities(text), []));
});

describe('combined severities', () => {
  const one: Severities = new Map([
    ['a', 'off'],
    ['b', 'hint'],
  ]);
  const other: Severities = new Map([['b', 'error']]);

  it('the later take precedence, code by code', () => {
    assert.deepEqual(
      [...combinedSeverities(one, undefined, other)],
      [
        ['a', 'off'],
        ['b', 'error'],
      ],
    );
    assert.deepEqual([...combinedSeverities(other, one)].sort(), [
      ['a', 'off'],
      ['b', 'hint'],
    ]);
  });

  it('of one alone, nothing is copied', () => {
    assert.equal(combinedSeverities(undefined, one, new Map()), one);
    assert.equal(combinedSeverities().size, 0);
  });
});
