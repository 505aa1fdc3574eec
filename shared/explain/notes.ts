/** What a reader should know about a prediction besides the fields: which rules it is based on, and what others would say. */

import { mergeCases } from '../engine/cases.ts';
import type { Enforcement } from '../engine/enforcement.ts';
import type { Condition } from '../engine/facts.ts';
import { type Outcome, outcomeCase } from '../engine/outcome.ts';
import { type Prediction, predictEach } from '../engine/predict.ts';
import type { RequestBody } from '../model/request.ts';
import { listed, type Text, text } from '../text.ts';
import { conditionText } from './conditions.ts';
import { announcement, reference } from './reasons.ts';
import { dependence } from './table.ts';

export interface Note {
  /** A full sentence. */
  readonly text: Text;
  /** The URL of the page that it is based on. */
  readonly source: string;
}

interface Noted {
  readonly body: RequestBody;
  readonly prediction: Prediction;
  readonly account: Enforcement;
}

/** Empty for most requests, and where the body is broken. */
export function notesOn({ body, prediction, account }: Noted): readonly Note[] {
  if (!body.isComplete) return [];
  const { sent } = prediction;
  const difference = differenceText(prediction, account);
  return [
    ...(account.personal
      ? [
          {
            text:
              account.locks.passcode.length > 1
                ? text`With use_pmi, the passcode setting for personal meeting IDs applies. It is not in the profile.`
                : text`With use_pmi, the passcode setting for personal meeting IDs applies.`,
            source: reference,
          },
        ]
      : []),
    ...(sent.occurrence
      ? [{ text: text`An update of one occurrence cannot change passcode or authentication.`, source: reference }]
      : []),
    ...(difference ? [{ text: difference, source: announcement }] : []),
  ];
}

/** What the other rule set would store, if that differs; undefined also where an unknown lock decides whether it does. */
function differenceText(prediction: Prediction, account: Enforcement): Text | undefined {
  const { operation, requests } = prediction;
  if (operation === 'update') return undefined;
  const isNewer = account.rules === '2025-03-24';
  const { cases } = isNewer ? prediction : predictEach('create', requests, { ...account, rules: '2025-03-24' });
  const compared = cases.map((newer) => {
    const older = outcomeCase(newer.sent, { ...newer.facts, rules: '2020-12-20' }).outcome;
    const [here, there] = isNewer ? [newer.outcome, older] : [older, newer.outcome];
    return { facts: newer.assumed, result: difference(here, there) };
  });
  const differing = mergeCases(compared).filter(({ result }) => result.length > 0);
  const [first, second] = differing;
  if (!first || differing.some(({ when }) => Object.keys(when).some((fact) => fact.startsWith('lock.'))))
    return undefined;
  return second
    ? mayDiffer(
        differing.map(({ when }) => when),
        account,
      )
    : wouldDiffer(first.result, first.when, account);
}

/** What `there` does differently, in words that follow a colon. */
function difference(here: Outcome, there: Outcome): readonly Text[] {
  const { waiting_room, password } = there;
  return [
    ...(waiting_room.value === here.waiting_room.value
      ? []
      : [waiting_room.value ? text`Waiting Room on` : text`Waiting Room off`]),
    ...(password.set === here.password.set ? [] : [password.set ? text`a generated passcode` : text`no passcode`]),
  ];
}

function wouldDiffer(clauses: readonly Text[], when: Condition, { rules, personal }: Enforcement): Text {
  const condition = conditionText(when, personal);
  const clause = condition ? text`${listed(clauses)} if ${condition}` : listed(clauses);
  return rules === '2025-03-24'
    ? text`Under Zoom's 2020 rules: ${clause}.`
    : text`Zoom's current API reference says: ${clause}.`;
}

function mayDiffer(conditions: readonly Condition[], { rules }: Enforcement): Text {
  return rules === '2025-03-24'
    ? text`Under Zoom's 2020 rules the result may differ: ${dependence(conditions)}.`
    : text`Under Zoom's current API reference the result may differ: ${dependence(conditions)}.`;
}
