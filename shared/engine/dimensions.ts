/** The facts that cases differ in, as the dimensions of what they cover. */
import type { Condition, Fact, FactValue } from './facts.ts';

export interface MarkedCase {
  readonly facts: Condition;
  /** The number of the first case with an equal result. */
  readonly mark: number;
}

export interface Dimension {
  readonly fact: Fact;
  readonly values: readonly FactValue[];
  /** The place value of this fact's digit in a pattern. */
  readonly weight: number;
}

/** A case that lacks a fact stands for all values of it. */
export function withEveryFact(cases: readonly MarkedCase[]): readonly MarkedCase[] {
  const values = new Map<Fact, Set<FactValue>>();
  for (const { facts } of cases) {
    for (const [fact, value] of Object.entries(facts) as [Fact, FactValue][])
      values.set(fact, (values.get(fact) ?? new Set<FactValue>()).add(value));
  }
  return [...values].reduce((sofar, [fact, all]) => {
    if (sofar.every(({ facts }) => fact in facts)) return sofar;
    return sofar.flatMap((each) =>
      (fact in each.facts ? [each.facts[fact] as FactValue] : [...all]).map((value) => ({
        ...each,
        facts: { ...each.facts, [fact]: value },
      })),
    );
  }, cases);
}

/** Of all cases, those facts that some result depends on. */
export function decisiveDimensions(cases: readonly MarkedCase[]): readonly Dimension[] {
  return decisive(weighted(dimensionsOf(cases)), cases);
}

function dimensionsOf(cases: readonly MarkedCase[]): readonly Omit<Dimension, 'weight'>[] {
  return (Object.keys(cases[0]?.facts ?? {}) as Fact[]).map((fact) => ({
    fact,
    values: [...new Set(cases.map(({ facts }) => facts[fact] as FactValue))],
  }));
}

function weighted(dimensions: readonly Omit<Dimension, 'weight'>[]): readonly Dimension[] {
  let next = 1;
  return dimensions.map(({ fact, values }) => {
    const weight = next;
    next *= values.length + 1;
    return { fact, values, weight };
  });
}

/** Drops the facts that no result depends on: no best tree asks for them, and each makes the search three times as long. */
function decisive(dimensions: readonly Dimension[], cases: readonly MarkedCase[]): readonly Dimension[] {
  const strides = stridesOf(dimensions);
  const size = dimensions.reduce((product, { values }) => product * values.length, 1);
  const marks = new Int32Array(size).fill(missing);
  const places = cases.map(({ facts }) => placeOf(dimensions, strides, facts));
  for (const [at, place] of places.entries()) marks[place] = cases[at]?.mark as number;
  const decides = ({ values }: Dimension, at: number) => {
    const stride = strides[at] as number;
    const firstAlong = (place: number) => {
      let first = place - stride * (Math.floor(place / stride) % values.length);
      while (marks[first] === missing) first += stride;
      return marks[first];
    };
    return places.some((place) => marks[place] !== firstAlong(place));
  };
  return weighted(dimensions.filter(decides));
}

/** In place of the mark of a combination that is not among the cases. */
export const missing = -1;

/** The index of a combination among all of them: like a pattern, but without the digit for "open". */
function placeOf(dimensions: readonly Dimension[], strides: readonly number[], facts: Condition): number {
  return dimensions.reduce((sum, { fact, values }, at) => {
    return sum + (strides[at] as number) * values.indexOf(facts[fact] as FactValue);
  }, 0);
}

function stridesOf(dimensions: readonly Dimension[]): readonly number[] {
  let next = 1;
  return dimensions.map(({ values }) => {
    const stride = next;
    next *= values.length;
    return stride;
  });
}

/** With a digit for each fact, and none open. */
export function patternOf(dimensions: readonly Dimension[], facts: Condition): number {
  return dimensions.reduce((sum, { fact, values, weight }) => {
    return sum + weight * values.indexOf(facts[fact] as FactValue);
  }, 0);
}

export function isOpen({ weight, values }: Dimension, pattern: number): boolean {
  return Math.floor(pattern / weight) % (values.length + 1) === values.length;
}

/** The pattern with an open fact set to the value with this index. */
export function branch({ weight, values }: Dimension, pattern: number, index: number): number {
  return pattern - weight * (values.length - index);
}
