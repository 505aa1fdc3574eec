/** A field that may be stored in too many ways for a table: what may change it, for which reason, and what narrows that down. */

import type { Enforcement } from '../engine/enforcement.ts';
import { isOfMeeting } from '../engine/facts.ts';
import { type Case, effectOn, leavesOption, type Prediction, predictEach } from '../engine/predict.ts';
import { placeholderPasscode, sending } from '../engine/requests.ts';
import type { FieldName, Meeting, Sent } from '../model/security.ts';
import { distinct, type Gap, type Text, text } from '../text.ts';
import { circumstancesOf } from './circumstances.ts';
import { reasonFor, storedText } from './reasons.ts';

interface Predicted {
  readonly prediction: Prediction;
  readonly account: Enforcement;
  readonly meeting: Meeting | undefined;
}

/** What may happen to the field. How a value is shown is up to the caller: `shown`. */
interface Possibilities {
  /** A line for each value that Zoom may write and each reason for it; the last one says what is stored otherwise. */
  readonly lines: readonly Text[];
  /** What leaves fewer of them, in a sentence. */
  readonly wayOut: Text | undefined;
}

export function possibilitiesOf(
  predicted: Predicted,
  name: FieldName,
  shown: (value: string | Text) => Gap,
): Possibilities {
  const { prediction } = predicted;
  const changes = changesOf(prediction, name);
  const lines = changes.map((each) => {
    const value = shown(each.stored);
    const { exactly, needed } = circumstancesOf(prediction, name, each.cases);
    if (exactly) return text`${value} if ${exactly}`;
    return needed ? text`maybe ${value} if ${needed}: ${each.reason}` : text`maybe ${value} if ${each.reason}`;
  });
  const otherwise = unchangedTexts(prediction, name, shown).reduce<Text | undefined>(either, undefined);
  return {
    lines: [...lines, ...(otherwise ? [lines.length > 0 ? text`otherwise ${otherwise}` : otherwise] : [])],
    wayOut: wayOut(predicted, name, changes),
  };
}

/** The cases in which Zoom changes or adds the field to one value and for one reason. */
interface PossibleChange {
  readonly stored: string | Text;
  readonly reason: Text;
  readonly cases: readonly Case[];
}

function changesOf({ cases }: Prediction, name: FieldName): readonly PossibleChange[] {
  const found = new Map<string, { readonly stored: string | Text; readonly reason: Text; readonly cases: Case[] }>();
  for (const each of cases) {
    if (!isChanged(name, each)) continue;
    const [stored, reason] = [storedText(name, each), reasonFor(name, each)];
    const key = JSON.stringify([stored, reason]);
    const known = found.get(key) ?? { stored, reason, cases: [] };
    known.cases.push(each);
    found.set(key, known);
  }
  return [...found.values()];
}

function isChanged(name: FieldName, each: Case): boolean {
  const effect = effectOn(name, each);
  return effect === 'overwritten' || (effect === 'added' && !leavesOption(name, each));
}

/** What may be stored where Zoom changes nothing. */
function unchangedTexts({ cases }: Prediction, name: FieldName, shown: (value: string | Text) => Gap): readonly Text[] {
  const unchanged = cases.filter((each) => !isChanged(name, each));
  return distinct(
    unchanged.map((each) =>
      each.outcome[name].source === 'current' || leavesOption(name, each)
        ? text`as the meeting has it`
        : text`${shown(storedText(name, each))}`,
    ),
  );
}

function either(sofar: Text | undefined, next: Text): Text {
  return sofar ? text`${sofar} or ${next}` : next;
}

/** An unknown meeting is the first thing to add; else one more field, if that leaves fewer changes. */
function wayOut(predicted: Predicted, name: FieldName, changes: readonly PossibleChange[]): Text | undefined {
  if (changes.length === 0) return undefined;
  if (dependsOnMeeting(predicted.prediction, name)) return text`Add the meeting file to know more.`;
  const { operation, requests, cases } = predicted.prediction;
  const before = shareOf(cases.length, changes);
  const isSent = requests.some(({ sent }) => sent[name] !== undefined);
  const ways = waysToSecure
    .filter((way) => way.name !== name && requests.every(({ sent }) => sent[way.name] === undefined))
    .map(({ title, more }) => {
      const then = predictEach(operation, sending(requests, more), predicted.account, predicted.meeting);
      return { title, then, left: changesOf(then, name) };
    })
    .filter(({ left }) => left.length <= mostLeft && (isSent || left.length < changes.length))
    .filter(({ then, left }) => shareOf(then.cases.length, left) < before);
  const [best] = ways.toSorted((a, b) => a.left.length - b.left.length);
  if (!best) return undefined;
  const { title, then, left } = best;
  const conditions = left.map((each) => {
    const { exactly, needed } = circumstancesOf(then, name, each.cases);
    return exactly ?? needed ?? each.reason;
  });
  return conditions.length === 0
    ? text`${title}: then Zoom does not change it.`
    : text`${title}: then Zoom changes it only if ${conditions.reduce((sofar, each) => text`${sofar}, or ${each}`)}.`;
}

/** A way that depends on more conditions is not shown. */
const mostLeft = 2;

const waysToSecure: readonly { readonly name: FieldName; readonly title: Text; readonly more: Sent }[] = [
  { name: 'password', title: text`Add a passcode`, more: { password: placeholderPasscode } },
  { name: 'waiting_room', title: text`Turn on the Waiting Room`, more: { waiting_room: true } },
  { name: 'meeting_authentication', title: text`Require authentication`, more: { meeting_authentication: true } },
];

function shareOf(all: number, changes: readonly PossibleChange[]): number {
  return changes.reduce((sum, { cases }) => sum + cases.length, 0) / all;
}

/** Whether what is stored would be known better if the meeting were. */
function dependsOnMeeting({ cases }: Prediction, name: FieldName): boolean {
  const stored = new Map<string, string>();
  return cases.some((each) => {
    const others = JSON.stringify(Object.entries(each.assumed).filter(([fact]) => !isOfMeeting(fact)));
    const here = JSON.stringify(storedText(name, each));
    const first = stored.get(others) ?? here;
    stored.set(others, first);
    return first !== here && Object.keys(each.assumed).some(isOfMeeting);
  });
}
