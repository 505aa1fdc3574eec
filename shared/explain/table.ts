/** The prediction as a small table, for hovers and the command line: what is sent, what is stored and why, per field. */

import { mergeCases } from '../engine/cases.ts';
import type { Basis } from '../engine/documented.ts';
import { type Condition, type Fact, isOfMeeting, isOfRequest } from '../engine/facts.ts';
import type { Effect } from '../engine/outcome.ts';
import { assumesPersonal, effectOn, type Prediction } from '../engine/predict.ts';
import type { RequestBody } from '../model/request.ts';
import { type FieldName, fields } from '../model/security.ts';
import { listed, type Text, text } from '../text.ts';
import { conditionText } from './conditions.ts';
import { reasonFor, sourceOf, storedText } from './reasons.ts';

export interface FieldRow {
  readonly name: FieldName;
  /** A value as it was sent, or words; a passcode's value is never shown. */
  readonly sent: string | Text;
  /** One where everything is known; else one per condition, which do not overlap. */
  readonly alternatives: readonly Alternative[];
  /** Whether Zoom changes or adds the field in any case. */
  readonly mayChange: boolean;
  /** Each value that may be stored; its effect is 'none' where that differs from case to case. */
  readonly values: readonly StoredValue[];
}

export interface StoredValue {
  /** A value as it is stored, or words. */
  readonly stored: string | Text;
  readonly effect: Effect;
}

export interface Alternative extends StoredValue {
  /** "the meeting has no passcode"; undefined: always. */
  readonly when: Text | undefined;
  /** Undefined where it differs from case to case. */
  readonly reason: Text | undefined;
  readonly basis: Basis;
  /** The URL of the page behind an outcome that is not in Zoom's tables. */
  readonly source: string | undefined;
}

type UnconditionalAlternative = Omit<Alternative, 'when'>;

/** What Zoom does to the field, in a word; undefined where it stores the field as sent. */
export const changeWords: Partial<Record<Effect, Text>> = { overwritten: text`changed`, added: text`added` };

export const basisWords: Record<Basis, Text> = { documented: text`documented`, inferred: text`inferred` };

/** Shown in place of what is stored where there are too many alternatives. */
export const depends = text`depends`;

export function predictionTable(body: RequestBody, prediction: Prediction): readonly FieldRow[] {
  return fields.map(({ name }) => ({
    name,
    sent: sentText(body, name),
    alternatives: alternatives(prediction, name),
    mayChange: prediction.cases.some((each) => changeWords[effectOn(name, each)]),
    values: valuesOf(prediction, name),
  }));
}

function valuesOf({ cases }: Prediction, name: FieldName): readonly StoredValue[] {
  const found = new Map<string, StoredValue>();
  for (const each of cases) {
    const stored = storedText(name, each);
    const effect = effectOn(name, each);
    const key = JSON.stringify(stored);
    const known = found.get(key)?.effect ?? effect;
    found.set(key, { stored, effect: known === effect ? effect : 'none' });
  }
  return [...found.values()];
}

/** If there are more, only what they depend on is shown. */
const mostAlternatives = 3;

/** What Zoom stores in the field: one alternative where everything is known, else one per condition. */
export function alternatives(prediction: Prediction, name: FieldName): readonly Alternative[] {
  const cases = prediction.cases.map((each) => {
    const { basis } = each.outcome[name];
    const effect = effectOn(name, each);
    const stored = storedText(name, each);
    const source = sourceOf(name, each);
    return {
      facts: each.assumed,
      result: { stored, reason: reasonFor(name, each), effect, basis, source },
    };
  });
  const said = (when: Condition) => conditionText(when, assumesPersonal(prediction));
  const coarse = mergeCases(cases.map(({ facts, result }) => ({ facts, result: result.stored })));
  if (coarse.length > mostAlternatives) return [unsettled(coarse.map(({ when }) => when))];
  const merged = mergeCases(cases);
  return merged.length === coarse.length
    ? merged.map(({ when, result }) => ({ when: said(when), ...result }))
    : coarse.map(({ when, result }) => ({
        when: said(when),
        ...inCommon(
          result,
          merged.filter((each) => mayMeet(each.when, when)),
        ),
      }));
}

/** Whether there is a case that meets both conditions. */
function mayMeet(a: Condition, b: Condition): boolean {
  return (Object.keys(a) as Fact[]).every((fact) => !(fact in b) || a[fact] === b[fact]);
}

function unsettled(conditions: readonly Condition[]): Alternative {
  const reason = dependence(conditions);
  return { when: undefined, stored: depends, reason, effect: 'none', basis: 'inferred', source: undefined };
}

/** One alternative for a field that is stored in several ways, with what these have in common. */
function inCommon(
  stored: UnconditionalAlternative['stored'],
  merged: readonly { readonly result: UnconditionalAlternative }[],
): UnconditionalAlternative {
  const ways = merged.map(({ result }) => result).filter((each) => same(each.stored, stored));
  const shared = <T>(pick: (way: UnconditionalAlternative) => T): T | undefined => {
    const [first, ...others] = ways.map(pick);
    return others.every((each) => same(each, first)) ? first : undefined;
  };
  return {
    stored,
    reason: shared(({ reason }) => reason),
    effect: shared(({ effect }) => effect) ?? 'none',
    basis: shared(({ basis }) => basis) ?? 'inferred',
    source: shared(({ source }) => source),
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What the conditions depend on, in a clause. */
export function dependence(conditions: readonly Condition[]): Text {
  const facts = conditions.flatMap((each) => Object.keys(each) as Fact[]);
  const about = (part: string) => facts.some((each) => each.startsWith(part));
  const account = about('enabled.')
    ? text`on the account's settings`
    : about('lock.')
      ? text`on the account's locks`
      : undefined;
  const parts = [
    account,
    facts.some(isOfMeeting) ? text`on the current meeting` : undefined,
    about('rules') ? text`on which of Zoom's rules apply` : undefined,
    about('default_password') ? text`on whether ${'default_password'} has an effect` : undefined,
    facts.includes('user.use_pmi') ? text`on the host's own settings` : undefined,
    facts.includes('template.waiting_room') ? text`on the template` : undefined,
    facts.some(isOfRequest) ? text`on values in the request that are not known` : undefined,
  ];
  return text`it depends ${listed(parts.filter((each) => each !== undefined))}`;
}

function sentText(body: RequestBody, name: FieldName): string | Text {
  const { state } = body.fields[name];
  // Text next to the placeholder of a passcode may be part of the passcode.
  if (state === 'open') return name === 'password' ? text`filled in later` : (body.open[name] ?? '');
  if (state === 'given') return name === 'password' ? text`a passcode` : String(body.sent[name]);
  return { absent: text`–`, null: 'null', empty: '""', mistyped: text`wrong type` }[state];
}
