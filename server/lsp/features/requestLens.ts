import type { CodeLens } from 'vscode-languageserver-protocol';
import { type Finding, fields, isOfZoom, namesAny, settings, type Text, text } from '../../../shared/index.ts';
import { commands } from '../../../shared/protocol.ts';
import { allFindings, type RequestInspection } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import { certainChanges, type StoredChange } from '../changes.ts';
import type { FeatureContext } from '../feature.ts';

/** Over the body: what it is, and how much of it Zoom changes. Opens the diff where the client can show it. */
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

function titleOf(inspection: RequestInspection): Text {
  const { operation, scenario } = inspection.context.prediction;
  const named = { create: text`Zoom create`, update: text`Zoom update` }[operation];
  const what = scenario === null ? named : text`${named}, scenario ${scenario}`;
  const summary = summaryOf(inspection);
  return summary ? text`${what} · ${summary}` : what;
}

/** Undefined for a broken body: the lens would flicker while the user types. */
function summaryOf(inspection: RequestInspection): Text | undefined {
  const { context } = inspection;
  const findings = allFindings(inspection);
  if (!context.body.isComplete) return undefined;
  if (findings.some(({ severity }) => severity === 'error')) return text`has errors`;
  const changes = certainChanges(inspection);
  const counted = countText(changes);
  const open = dependence(inspection, findings, changes);
  if (counted) return open ? text`${counted}, maybe more` : counted;
  const { operation, requests } = context.prediction;
  const namesNone = !requests.some(({ sent }) => namesAny(sent));
  const asIs = operation === 'update' && namesNone ? text`names no security field` : text`stored as sent`;
  return open ?? asIs;
}

function countText(changes: readonly StoredChange[]): Text | undefined {
  const changed = changes.filter(({ effect }) => effect === 'overwritten').length;
  const added = changes.length - changed;
  if (changed > 0) {
    return added === 0
      ? text`changes ${changed} of your fields`
      : text`changes ${changed} of your fields, adds ${added}`;
  }
  return added === 0 ? undefined : added === 1 ? text`adds 1 field` : text`adds ${added} fields`;
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
    return findings.some(({ change }) => change?.certain === false) ? text`depends on the meeting` : undefined;
  const others = fields.filter(({ name }) => !certain.some((change) => change.name === name));
  const mayChange = others.some(({ name }) =>
    prediction.cases.some(({ outcome }) => ['overwritten', 'added'].includes(outcome[name].effect)),
  );
  if (!mayChange) return undefined;
  if (!locksOpen && filledInLater) return text`depends on values that are not known`;
  if (!locksOpen) return text`depends on Zoom's rules`;
  if (!file.profile) return text`no lock profile`;
  return profile ? text`depends on what the lock profile leaves open` : text`the lock profile cannot be read`;
}
