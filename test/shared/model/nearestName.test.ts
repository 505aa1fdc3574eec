import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestName, spelled } from '../../../shared/model/nearestName.ts';

const known = ['waiting_room', 'watermark', 'type', 'topic'].map(spelled);
const nearest = (name: string, slips: number) => nearestName(spelled(name), known, () => slips);

describe('nearestName', () => {
  // biome-ignore format: a table is read by its columns
  const table: readonly [name: string, slips: number, expected: string | undefined][] = [
    ['waitingRoom',  0, 'waiting_room'],
    ['WAITING-ROOM', 0, 'waiting_room'],
    ['waitinroom',   0, undefined],
    ['waitinroom',   1, 'waiting_room'], // one left out
    ['waitting_room',1, 'waiting_room'], // one too many
    ['waiting_roon', 1, 'waiting_room'], // one changed
    ['wiating_room', 1, 'waiting_room'], // two swapped
    ['wiating_roon', 1, undefined],
    ['wiating_roon', 2, 'waiting_room'],
    ['typic',        2, 'topic'],        // one slip beats two
    ['',             2, undefined],
    ['___',          2, undefined],
  ];
  for (const [name, slips, expected] of table) {
    it(`${name}, ${slips} slips: ${expected}`, () => assert.equal(nearest(name, slips), expected));
  }

  it('a name of any length', () => assert.equal(nearest('waiting_room'.repeat(100_000), 2), undefined));
});
