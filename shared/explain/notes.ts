/** What a reader should know about a prediction besides the fields: which rules it is based on, and what others say. */

import { mergeCases } from '../engine/cases.ts';
import type { Enforcement } from '../engine/enforcement.ts';
import { type Case, type Prediction, predictEach } from '../engine/predict.ts';
import { type RequestBody, schedulesForOther } from '../model/request.ts';
import { distinct, listed, type Text, text } from '../text.ts';
import { reference, rulesPage } from './reasons.ts';
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
  const isLockKnown = account.locks.passcode.length === 1;
  return [
    ...noteIf(
      account.personal === true,
      isLockKnown
        ? text`With use_pmi, the passcode setting for personal meeting IDs applies.`
        : text`With use_pmi, the passcode setting for personal meeting IDs applies. It is not in the profile.`,
    ),
    ...noteIf(prediction.sent.occurrence, text`An update of one occurrence cannot change passcode or authentication.`),
    ...otherRules(prediction, account),
    ...notesOnWording(body, prediction),
  ];
}

function noteIf(applies: boolean | undefined, words: Text, source = reference): readonly Note[] {
  return applies ? [{ text: words, source }] : [];
}

/** What the body names that the prediction cannot see, and where Zoom's own words have to be read with care. */
function notesOnWording(body: RequestBody, { cases, operation, scenario, sent }: Prediction): readonly Note[] {
  const { assumed = {} } = cases[0] ?? {};
  const keeps = cases.some(({ outcome }) => outcome.password.source === 'current');
  return [
    ...noteIf(
      schedulesForOther(body),
      text`With schedule_for, the lock profile must be that of the host the meeting is for.`,
    ),
    ...noteIf(
      'template.waiting_room' in assumed,
      text`The template may turn the Waiting Room on or off, because the request does not.`,
    ),
    ...noteIf(
      'user.use_pmi' in assumed,
      text`Without use_pmi, the host's own setting decides whether the meeting uses the personal meeting ID.`,
    ),
    ...noteIf(
      operation === 'update' && scenario === 1 && !sent.password && keeps,
      text`Zoom's sentence has an error: in update scenario 1, "did not previously have a passcode" must mean "did" where the passcode stays.`,
      rulesPage,
    ),
  ];
}

/** What the other rule set says, if that is something else. Where none is named, the prediction has both. */
function otherRules({ operation, requests, cases }: Prediction, account: Enforcement): readonly Note[] {
  const [used, second] = account.rules;
  if (operation === 'update' || second) return [];
  const usesTables = used === '2020-12-20';
  const others = predictEach('create', requests, {
    ...account,
    rules: [usesTables ? '2025-03-24' : '2020-12-20'],
  }).cases;
  const found = [...differences(cases, others, waitingRoom), ...differences(cases, others, passcode)];
  if (found.length === 0) return [];
  const said = listed(distinct(found));
  return usesTables
    ? [{ text: text`Zoom's current API reference says: ${said}.`, source: reference }]
    : [{ text: text`Under Zoom's 2020 rules: ${said}.`, source: rulesPage }];
}

function waitingRoom({ outcome }: Case): Text {
  return outcome.waiting_room.value ? text`Waiting Room on` : text`Waiting Room off`;
}

function passcode({ outcome }: Case): Text {
  return outcome.password.set ? text`a generated passcode` : text`no passcode`;
}

/** What `others` say of a field if they say something else; nothing where an unknown lock decides it. At most one text. */
function differences(cases: readonly Case[], others: readonly Case[], field: (each: Case) => Text): readonly Text[] {
  const values = (those: readonly Case[]) => JSON.stringify(distinct(those.map(field)));
  if (values(cases) === values(others)) return [];
  const ways = mergeCases(others.map((each) => ({ facts: each.assumed, result: field(each) })));
  const conditions = ways.map(({ when }) => when);
  const isOnLocks = conditions.some((when) => Object.keys(when).some((fact) => fact.startsWith('lock.')));
  if (isOnLocks) return [];
  return ways.length > 1 ? [dependence(conditions)] : ways.map(({ result }) => result);
}
