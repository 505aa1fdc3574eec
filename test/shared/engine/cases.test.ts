import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type FactCase, type Merged, mergeCases } from '../../../shared/engine/cases.ts';
import type { Condition, Fact } from '../../../shared/engine/facts.ts';
import { outcomesOf, predict } from '../../../shared/engine/predict.ts';
import { accountKnowing, knowledge } from '../../support/completions.ts';
import { requests } from '../../support/inputs.ts';
import { triesAll } from '../../support/rotation.ts';

const domains: readonly (readonly [Fact, readonly (boolean | string)[]])[] = [
  ['meeting.waiting_room', [false, true]],
  ['meeting.password', [false, true]],
  ['meeting.meeting_authentication', [false, true]],
  ['lock.passcode', ['enabled-locked', 'disabled-locked', 'unlocked']],
];

/** Every combination of the first facts, each with the result that the function gives. */
function casesOf<T>(count: number, result: (facts: Condition, index: number) => T): readonly FactCase<T>[] {
  const all = domains
    .slice(0, count)
    .reduce<readonly Condition[]>(
      (sofar, [fact, values]) => sofar.flatMap((each) => values.map((value) => ({ ...each, [fact]: value }))),
      [{}],
    );
  return all.map((facts, index) => ({ facts, result: result(facts, index) }));
}

const merged = <T>(cases: readonly FactCase<T>[]) => mergeCases(cases).map(({ when, result }) => [when, result]);

/** Twenty-four cases with any results. */
const anyCases = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 24, maxLength: 24 })
  .map((results) => casesOf(4, (_, index) => results[index] as string));

describe('a combination that cannot be', () => {
  const without = (missing: Condition, all: readonly FactCase<string>[]) =>
    all.filter(({ facts }) => Object.entries(missing).some(([fact, value]) => facts[fact as Fact] !== value));
  const neither = { 'meeting.waiting_room': false, 'meeting.password': false };

  it('makes no difference, and has no condition of its own', () => {
    const all = casesOf(2, (facts) => (facts['meeting.waiting_room'] || facts['meeting.password'] ? 'on' : 'off'));
    assert.deepEqual(merged(without(neither, all)), [[{}, 'on']]);
  });

  it('may be covered by the condition of others', () => {
    const all = casesOf(2, (facts) =>
      facts['meeting.waiting_room'] ? 'room' : facts['meeting.password'] ? 'code' : '?',
    );
    assert.deepEqual(merged(without(neither, all)), [
      [{ 'meeting.waiting_room': false }, 'code'],
      [{ 'meeting.waiting_room': true }, 'room'],
    ]);
  });

  it('the conditions of the others cover each of these once', () => {
    fc.assert(
      fc.property(anyCases, fc.nat(23), (all, at) => {
        const cases = all.filter((_, index) => index !== at);
        const found = mergeCases(cases);
        return cases.every(({ facts, result }) => {
          const met = found.filter(({ when }) =>
            Object.entries(when).every(([fact, value]) => facts[fact as Fact] === value),
          );
          return met.length === 1 && met[0]?.result === result;
        });
      }),
    );
  });
});

describe('mergeCases', () => {
  it('one case, no facts', () => assert.deepEqual(merged([{ facts: {}, result: 1 }]), [[{}, 1]]));

  it('no cases, nothing', () => assert.ok(mergeCases([]).length <= 1));

  it('equal results: always, whatever their identity', () => {
    assert.deepEqual(merged(casesOf(4, () => ({ same: [1] }))), [[{}, { same: [1] }]]);
  });

  it('one fact decides: it alone is named', () => {
    assert.deepEqual(merged(casesOf(4, (facts) => facts['meeting.password'])), [
      [{ 'meeting.password': false }, false],
      [{ 'meeting.password': true }, true],
    ]);
  });

  it('a case that lacks a fact stands for all values of it', () => {
    const [rules, room] = ['rules', 'enabled.waitingRoom'] as const;
    const cases = (tables: boolean): readonly FactCase<boolean>[] => [
      { facts: { [rules]: '2020-12-20' }, result: tables },
      { facts: { [rules]: '2025-03-24', [room]: false }, result: false },
      { facts: { [rules]: '2025-03-24', [room]: true }, result: true },
    ];
    assert.deepEqual(merged(cases(true)), [
      [{ [rules]: '2020-12-20' }, true],
      [{ [rules]: '2025-03-24', [room]: false }, false],
      [{ [rules]: '2025-03-24', [room]: true }, true],
    ]);
    assert.deepEqual(
      merged([...cases(true).slice(0, 2), { facts: { [rules]: '2025-03-24', [room]: true }, result: false }]),
      [
        [{ [rules]: '2020-12-20' }, true],
        [{ [rules]: '2025-03-24' }, false],
      ],
    );
  });

  it('one value of three decides: all three are named, each once', () => {
    const on = (facts: Condition) => facts['lock.passcode'] === 'enabled-locked';
    assert.deepEqual(
      merged(casesOf(4, on)).map(([when]) => when),
      [{ 'lock.passcode': 'enabled-locked' }, { 'lock.passcode': 'disabled-locked' }, { 'lock.passcode': 'unlocked' }],
    );
  });

  it('a fact that counts only under another is named only there', () => {
    const result = (facts: Condition) =>
      facts['meeting.password'] ? 'p' : facts['meeting.waiting_room'] ? 'w' : 'none';
    assert.deepEqual(merged(casesOf(3, result)), [
      [{ 'meeting.waiting_room': false, 'meeting.password': false }, 'none'],
      [{ 'meeting.waiting_room': true, 'meeting.password': false }, 'w'],
      [{ 'meeting.password': true }, 'p'],
    ]);
  });

  it('covers every case once, with its result', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const all = mergeCases(cases);
        for (const { facts, result } of cases) {
          const met = all.filter(({ when }) =>
            Object.entries(when).every(([fact, value]) => facts[fact as Fact] === value),
          );
          assert.deepEqual(
            met.map((each) => each.result),
            [result],
          );
        }
      }),
    );
  });

  it('has as few conditions, and then as few facts in them, as any tree of questions', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const all = mergeCases(cases);
        assert.deepEqual([all.length, mentionsIn(all)], smallest(cases));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the cases or of the values met first', () => {
    fc.assert(
      fc.property(anyCases, fc.nat(), (cases, by) => {
        const turned = [...cases.slice(by % 24), ...cases.slice(0, by % 24)];
        const sizes = (list: readonly Merged<string>[]) => [list.length, mentionsIn(list)];
        assert.deepEqual(sizes(mergeCases(turned)), sizes(mergeCases(cases)));
        assert.deepEqual(mergeCases(cases), mergeCases(structuredClone(cases)));
      }),
    );
  });
});

describe('outcomes name no fact that they do not depend on', () => {
  const accounts = knowledge.filter((each) => each.includes('?') || each === 'UUU');
  for (const [turn, known] of accounts.entries()) {
    it(`update, locks ${known}, meeting unknown`, () => {
      for (const sent of requests.filter((_, at) => triesAll || at % 3 === turn % 3)) {
        const prediction = predict('update', sent, accountKnowing(known));
        const cases = prediction.cases.map(({ assumed, outcome }) => ({
          facts: assumed,
          result: JSON.stringify(outcome),
        }));
        const named = new Set(outcomesOf(prediction).flatMap(({ when }) => Object.keys(when)));
        assert.deepEqual(
          [...named].sort(),
          Object.keys(cases[0]?.facts ?? {})
            .filter((fact) => matters(cases, fact))
            .sort(),
        );
      }
    });
  }
});

/** Whether two cases that differ in this fact alone have different results. */
function matters(cases: readonly FactCase<string>[], fact: string): boolean {
  const results = new Map<string, string>();
  return cases.some(({ facts, result }) => {
    const others = Object.entries({ ...facts, [fact]: '' }).join();
    const first = results.get(others) ?? result;
    results.set(others, first);
    return first !== result;
  });
}

/** By trying every tree: the least number of leaves, and the least number of facts on the way to them. */
function smallest(cases: readonly FactCase<string>[]): readonly [number, number] {
  if (new Set(cases.map(({ result }) => result)).size === 1) return [1, 0];
  let best: readonly [number, number] = [Infinity, Infinity];
  for (const [fact, values] of domains) {
    const parts = values.map((value) => cases.filter(({ facts }) => facts[fact] === value));
    if (parts.some((part) => part.length === cases.length || part.length === 0)) continue;
    const trees = parts.map(smallest);
    const leaves = trees.reduce((sum, [count]) => sum + count, 0);
    const mentions = trees.reduce((sum, [, count]) => sum + count, leaves);
    if (leaves < best[0] || (leaves === best[0] && mentions < best[1])) best = [leaves, mentions];
  }
  return best;
}

function mentionsIn(all: readonly Merged<unknown>[]): number {
  return all.reduce((sum, { when }) => sum + Object.keys(when).length, 0);
}
