import type { CodeLens } from 'vscode-languageserver-protocol';
import { type Finding, fields, isOfZoom, listed, namesAny, settings, type Text, text } from '../../../shared/index.ts';
import { commands } from '../../../shared/protocol.ts';
import { allFindings, type RequestInspection } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import { certainChanges, type StoredChange } from '../changes.ts';
import type { FeatureContext } from '../feature.ts';

/** Over the body: what Zoom changes in it. Opens the diff where the client can show it. */
export function requestLenses({ text: document, inspection }: Subject, scope: FeatureContext): CodeLens[] {
  const brace = inspection.kind === 'request' && inspection.context.body.root?.span.start;
  if (inspection.kind !== 'request' || brace === undefined || brace === false) return [];
  const { name } = inspection;
  const title = scope.say(titleOf(inspection));
  const show = {
    title,
    command: commands.showStored,
    arguments: name === undefined ? [document.uri] : [document.uri, name],
  };
  const range = document.rangeOf({ start: brace, end: brace + 1 });
  return [{ range, command: scope.runsCommands ? show : { title, command: '' } }];
}

/** For a broken body only what it is: the lens would flicker while the user types. */
function titleOf(inspection: RequestInspection): Text {
  const { body, prediction } = inspection.context;
  const { operation, requests } = prediction;
  if (!body.isComplete) return { create: text`Zoom create`, update: text`Zoom update` }[operation];
  const findings = allFindings(inspection);
  if (findings.some(({ severity }) => severity === 'error')) return text`This request has errors`;
  const changes = certainChanges(inspection);
  const changed = changesText(changes);
  const open = dependence(inspection, findings, changes);
  if (changed) return open ? text`${changed}, maybe more` : changed;
  const sendsNone = !requests.some(({ sent }) => namesAny(sent));
  return open ?? (operation === 'update' && sendsNone ? text`No security field sent` : text`Zoom stores this as sent`);
}

/** Undefined where there are none. */
function changesText(changes: readonly StoredChange[]): Text | undefined {
  const changed = changes.filter(({ effect }) => effect === 'overwritten');
  const added = listed(changes.filter(({ effect }) => effect === 'added').map(({ name }) => name));
  if (changed.length === 0) return added ? text`Zoom adds ${added}` : undefined;
  return added ? text`${changedText(changed)}, adds ${added}` : changedText(changed);
}

function changedText(changed: readonly StoredChange[]): Text {
  const names = listed(changed.map(({ name }) => name));
  if (changed.every(({ ignored }) => ignored)) return text`Zoom does not store ${names}`;
  const [only, second] = changed;
  const isFlag = only?.name === 'waiting_room' || only?.name === 'meeting_authentication';
  return isFlag && !second ? text`Zoom changes ${names} to ${only.stored}` : text`Zoom changes ${names}`;
}

/** What decides whether Zoom changes any further field; undefined where that is certain. */
function dependence(
  { file, context }: RequestInspection,
  findings: readonly Finding[],
  certain: readonly StoredChange[],
): Text | undefined {
  const { account, prediction, profile } = context;
  const locksOpen = settings.some((each) => account.locks[each].length > 1);
  const filledInLater = prediction.requests.length > 1;
  const rulesOpen = prediction.cases.some(({ assumed }) => Object.keys(assumed).some(isOfZoom));
  if (!locksOpen && !filledInLater && !rulesOpen)
    return findings.some(({ change }) => change?.certain === false)
      ? text`What Zoom stores depends on the meeting`
      : undefined;
  const others = fields.filter(({ name }) => !certain.some((change) => change.name === name));
  const mayChange = others.some(({ name }) =>
    prediction.cases.some(({ outcome }) => ['overwritten', 'added'].includes(outcome[name].effect)),
  );
  if (!mayChange) return undefined;
  if (!locksOpen && filledInLater) return text`What Zoom stores depends on values that are not known`;
  if (!locksOpen) return text`What Zoom stores depends on which of Zoom's rules apply`;
  if (!file.profile) return text`No lock profile: what Zoom stores depends on the account`;
  return profile
    ? text`What Zoom stores depends on what is not in the lock profile`
    : text`The lock profile cannot be read`;
}
