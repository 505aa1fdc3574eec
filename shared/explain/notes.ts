/** What a reader should know about a prediction besides the fields: which rules it is based on, and what others would say. */

import { mergeCases } from '../engine/cases.ts';
import type { Enforcement } from '../engine/enforcement.ts';
import type { Condition } from '../engine/facts.ts';
import { type Outcome, outcomeCase } from '../engine/outcome.ts';
import { type Prediction, predictEach } from '../engine/predict.ts';
import { type RequestBody, schedulesForOther } from '../model/request.ts';
import { listed, type Text, text } from '../text.ts';
import { conditionText } from './conditions.ts';
import { announcement, reference, rulesPage } from './reasons.ts';
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
                ? text`With use_pmi, the passcode setting for personal meeting IDs counts, and the profile leaves it open.`
                : text`With use_pmi, the passcode setting for personal meeting IDs counts.`,
            source: reference,
          },
        ]
      : []),
    ...(sent.occurrence
      ? [{ text: text`An update of one occurrence cannot change passcode or authentication.`, source: reference }]
      : []),
    ...(difference ? [{ text: difference, source: announcement }] : []),
    ...notesOnWording(body, prediction),
  ];
}

/** What the body names that the prediction cannot see, and where Zoom's own words have to be read with care. */
function notesOnWording(body: RequestBody, prediction: Prediction): readonly Note[] {
  const { cases, operation, scenario, sent } = prediction;
  const [first] = cases;
  const keeps = cases.some(({ outcome }) => outcome.password.source === 'current');
  const slips = operation === 'update' && scenario === 1 && !sent.password && keeps;
  return [
    ...(schedulesForOther(body)
      ? [
          {
            text: text`With schedule_for, the lock profile must be that of the host the meeting is for.`,
            source: reference,
          },
        ]
      : []),
    ...(first && 'template.waiting_room' in first.assumed
      ? [
          {
            text: text`The template may turn the Waiting Room on or off, since the request does not.`,
            source: reference,
          },
        ]
      : []),
    ...(first && 'user.use_pmi' in first.assumed
      ? [
          {
            text: text`Without use_pmi, the host's own setting decides whether the meeting uses the personal meeting ID.`,
            source: reference,
          },
        ]
      : []),
    ...(slips
      ? [
          {
            text: text`Zoom's sentence has a slip: in update scenario 1, "did not previously have a passcode" must mean "did" where the passcode stays.`,
            source: rulesPage,
          },
        ]
      : []),
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

/** What `there` does differently, in words that follow "would". */
function difference(here: Outcome, there: Outcome): readonly Text[] {
  const { waiting_room, password } = there;
  return [
    ...(waiting_room.value === here.waiting_room.value
      ? []
      : [waiting_room.value ? text`turn the Waiting Room on` : text`leave the Waiting Room off`]),
    ...(password.set === here.password.set
      ? []
      : [password.set ? text`generate a passcode` : text`generate no passcode`]),
  ];
}

function wouldDiffer(clauses: readonly Text[], when: Condition, { rules, personal }: Enforcement): Text {
  const condition = conditionText(when, personal);
  const clause = condition ? text`${listed(clauses)} if ${condition}` : listed(clauses);
  return rules === '2025-03-24'
    ? text`By its tables of December 2020 Zoom would ${clause}.`
    : text`Since March 2025 Zoom would ${clause}.`;
}

function mayDiffer(conditions: readonly Condition[], { rules }: Enforcement): Text {
  return rules === '2025-03-24'
    ? text`By its tables of December 2020 Zoom may store this otherwise: ${dependence(conditions)}.`
    : text`Since March 2025 Zoom may store this otherwise: ${dependence(conditions)}.`;
}
