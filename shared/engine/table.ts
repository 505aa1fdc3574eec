/** The prediction as a small table, for hovers and the command line: per field what is sent, what is stored, and why. */
import type { RequestBody } from '../model/request.ts';
import { type FieldName, fields } from '../model/security.ts';
import { type Condition, type Fact, mergeCases } from './cases.ts';
import type { Basis } from './documented.ts';
import { conditionText, reasonFor, storedText } from './explain.ts';
import type { Effect } from './law.ts';
import type { Prediction } from './predict.ts';

export interface FieldRow {
  readonly name: FieldName;
  /** As a person writes it; a passcode's value is never shown. */
  readonly sent: string;
  /** One where all is known; else one per condition, which do not overlap. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  /** "the meeting has no passcode"; empty: always. */
  readonly when: string;
  readonly stored: string;
  readonly reason: string;
  readonly effect: Effect;
  readonly basis: Basis;
}

/** What Zoom does to the field, in a word; empty where it leaves it as it was sent. */
export const changeWords: Record<Effect, string> = { overwritten: 'changed', added: 'added', kept: '', none: '' };

export function predictionTable(body: RequestBody, prediction: Prediction): readonly FieldRow[] {
  return fields.map(({ name }) => ({ name, sent: sentText(body, name), alternatives: alternatives(prediction, name) }));
}

/** More ways than a reader can use are told by what they depend on. */
const mostAlternatives = 3;

function alternatives(prediction: Prediction, name: FieldName): readonly Alternative[] {
  const cases = prediction.cases.map((each) => {
    const { effect, basis } = each.outcome[name];
    const stored = storedText(name, each);
    return { facts: each.assumed, result: { stored, reason: reasonFor(name, each, prediction), effect, basis } };
  });
  const merged = mergeCases(cases);
  if (merged.length <= mostAlternatives)
    return merged.map(({ when, result }) => ({ when: conditionText(when), ...result }));
  const coarse = mergeCases(cases.map(({ facts, result }) => ({ facts, result: result.stored })));
  if (coarse.length === 1) return [{ ...(merged[0]?.result as Alternative), when: '', reason: '' }];
  return [
    {
      when: '',
      stored: 'depends',
      reason: dependence(coarse.map(({ when }) => when)),
      effect: 'none',
      basis: 'inferred',
    },
  ];
}

/** What differs between the conditions, in a clause. */
export function dependence(conditions: readonly Condition[]): string {
  const facts = conditions.flatMap((each) => Object.keys(each) as Fact[]);
  const parts = [
    ...(facts.some((each) => each.startsWith('lock.')) ? ["the account's locks"] : []),
    ...(facts.some((each) => each.startsWith('meeting.')) ? ['how the meeting stands now'] : []),
  ];
  return `it depends on ${parts.join(' and on ')}`;
}

function sentText(body: RequestBody, name: FieldName): string {
  const { state } = body.fields[name];
  if (state === 'given') return name === 'password' ? 'a passcode' : String(body.sent[name]);
  return { absent: '–', null: 'null', empty: '""', mistyped: 'wrong type' }[state];
}
