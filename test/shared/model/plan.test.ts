import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canTurnRequirementOff, type Plan, plans } from '../../../shared/model/plan.ts';

/** Zoom: only Enterprise, API, Business with more than 100 licences and Education can; a single licence never can. */
// biome-ignore format: a table is read by its columns
const table: readonly [Plan | undefined, number | undefined, boolean | undefined][] = [
  // plan        licences   can turn it off
  ['basic',      undefined, false],
  ['basic',      500,       false],
  ['trial',      undefined, false],
  ['trial',      500,       false],
  ['pro',        undefined, false],
  ['pro',        1,         false],
  ['pro',        2,         false],
  ['pro',        500,       false],
  ['business',   undefined, undefined],
  ['business',   1,         false],
  ['business',   10,        false],
  ['business',   100,       false],
  ['business',   101,       true],
  ['enterprise', undefined, true],
  ['enterprise', 1,         false],
  ['enterprise', 2,         true],
  ['education',  undefined, true],
  ['education',  1,         false],
  ['education',  20,        true],
  ['api',        undefined, true],
  ['api',        1,         false],
  ['api',        20,        true],
  [undefined,    undefined, undefined],
  [undefined,    1,         false],
  [undefined,    2,         undefined],
  [undefined,    500,       undefined],
];

describe('who can turn the requirement off', () => {
  for (const [plan, licenses, expected] of table) {
    it(`${plan ?? 'no plan'}, ${licenses ?? 'any number of'} licences: ${expected ?? 'not known'}`, () => {
      assert.equal(canTurnRequirementOff({ plan, licenses }), expected);
    });
  }

  it('the table names every plan', () => {
    assert.deepEqual(new Set(table.map(([plan]) => plan)), new Set([...plans, undefined]));
  });
});
