import type { CodeLens, Command } from 'vscode-languageserver-protocol';
import {
  type FieldName,
  type Finding,
  fields,
  isFlag,
  isOfZoom,
  joined,
  listed,
  namesAny,
  type RequestContext,
  rules,
  type Text,
  text,
} from '../../../shared/index.ts';
import { commands } from '../../../shared/protocol.ts';
import { isUntitled } from '../../files/uris.ts';
import { allFindings, type RequestInspection, unreadIn } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { TextView } from '../../inspection/textView.ts';
import { dependsOnPersonalId, unknownLocks } from '../../inspection/unknownFacts.ts';
import { certainChanges, type StoredChange } from '../changes.ts';
import type { FeatureContext } from '../feature.ts';

/**
 * Over the body: what Zoom changes in it. Leads to the diff, or to the first error; where a lock profile is missing, two
 * more lead to one. Plain text for a client without our commands.
 */
export function requestLenses({ text: document, inspection }: Subject, scope: FeatureContext): CodeLens[] {
  const brace = inspection.kind === 'request' && inspection.context.body.root?.span.start;
  if (inspection.kind !== 'request' || brace === undefined || brace === false) return [];
  const range = document.rangeOf({ start: brace, end: brace + 1 });
  const { title, lacksProfile } = summaryOf(inspection);
  const lens = (words: Text, command: Omit<Command, 'title'>): CodeLens => {
    const title = scope.say(words);
    return { range, command: scope.runsCommands ? { title, ...command } : { title, command: '' } };
  };
  const main = lens(title, commandOf(document, inspection));
  if (!lacksProfile || !scope.runsCommands || isUntitled(document.uri)) return [main];
  return [
    main,
    lens(text`Write a lock profile`, { command: commands.writeProfile }),
    lens(text`Import a lock profile`, { command: commands.importProfile }),
  ];
}

/** Of a body that cannot be sent, Zoom would store nothing. */
function commandOf(document: TextView, inspection: RequestInspection): Omit<Command, 'title'> {
  const error = firstError(inspection);
  if (error) {
    const { line } = document.positionAt(error.span.start);
    return { command: commands.showLine, arguments: [document.uri, line + 1] };
  }
  const { name, file } = inspection;
  if (file.isEither) return { command: commands.explain, arguments: [document.uri] };
  return { command: commands.showStored, arguments: name === undefined ? [document.uri] : [document.uri, name] };
}

/** An error of its own, whatever severity the user gives it. */
function firstError(inspection: RequestInspection): Finding | undefined {
  return allFindings(inspection).find(({ code }) => errors.has(code));
}

const errors = new Set(rules.filter(({ severity }) => severity === 'error').map(({ code }) => code));

interface Summary {
  readonly title: Text;
  /** A lock profile would say more. */
  readonly lacksProfile?: boolean;
}

/** For a broken body only what it is: the lens would flicker while the user types. */
function summaryOf(inspection: RequestInspection): Summary {
  const { body, prediction } = inspection.context;
  const { operation, requests } = prediction;
  if (!body.isComplete && inspection.file.isEither) return { title: text`Zoom create or update` };
  if (!body.isComplete) return { title: { create: text`Zoom create`, update: text`Zoom update` }[operation] };
  const error = firstError(inspection);
  if (error) return { title: error.message };
  const changes = certainChanges(inspection);
  if (inspection.file.isEither) return { title: eitherText(doneText(changes, unreadIn(inspection).length)) };
  const onPasscode = dependsOnPasscode(inspection);
  const open = onPasscode ? undefined : dependence(inspection, changes);
  const lacksProfile = open !== undefined && !inspection.file.profile;
  const done = doneText(changes, unreadIn(inspection).length);
  if (done) return { title: open ? text`${done}, maybe more` : done, lacksProfile };
  if (open) return { title: open, lacksProfile };
  const sendsNone = !requests.some(({ sent }) => namesAny(sent));
  const asSent =
    operation === 'update' && sendsNone
      ? text`No security field sent`
      : onPasscode
        ? text`Zoom stores this as sent if password has a value`
        : text`Zoom stores this as sent`;
  return { title: withWarnings(asSent, inspection.findings) };
}

/** Where nothing says whether it is a create or an update, what both give. */
function eitherText(done: Text | undefined): Text {
  return done ? text`Create or update: ${done}` : text`Create or update: the file does not say which`;
}

/** What Zoom is certain to do with the body; undefined: nothing. */
function doneText(changes: readonly StoredChange[], unread: number): Text | undefined {
  const changed = changesText(changes);
  if (unread === 0) return changed;
  const lost = unread === 1 ? text`1 of your fields has no effect` : text`${unread} of your fields have no effect`;
  return changed ? joined([changed, lost], ', ') : lost;
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
  return only && isFlag(only.name) && !second
    ? text`Zoom changes ${names} to ${only.stored}`
    : text`Zoom changes ${names}`;
}

function withWarnings(title: Text, findings: readonly Finding[]): Text {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (warnings === 0) return title;
  return warnings === 1 ? text`${title} · 1 warning` : text`${title} · ${warnings} warnings`;
}

/** Whether all that is open is whether the passcode, which is filled in later, is given: then it is stored. */
function dependsOnPasscode({ file, context }: RequestInspection): boolean {
  const { cases } = context.prediction;
  const others = cases.map(({ outcome }) => JSON.stringify({ ...outcome, password: undefined }));
  const effects = cases.map(({ outcome }) => outcome.password.effect);
  return (
    file.profile !== undefined &&
    new Set(others).size === 1 &&
    cases.every(({ assumed }) => Object.keys(assumed).every((fact) => fact === 'request.password')) &&
    effects.includes('kept') &&
    effects.includes('added') &&
    effects.every((each) => each === 'kept' || each === 'added')
  );
}

/** What decides whether Zoom changes any further field; undefined where that is certain. */
function dependence(inspection: RequestInspection, certain: readonly StoredChange[]): Text | undefined {
  const { file, context } = inspection;
  const { prediction, profile } = context;
  const onPersonalId = dependsOnPersonalId(context);
  const locksOpen = unknownLocks(context).length > 0;
  const filledInLater = prediction.requests.length > 1;
  const rulesOpen = prediction.cases.some(({ assumed }) => Object.keys(assumed).some(isOfZoom));
  if (!locksOpen && !filledInLater && !rulesOpen && !onPersonalId)
    return allFindings(inspection).some(({ change }) => change?.certain === false)
      ? text`What Zoom stores depends on the meeting`
      : undefined;
  const others = fields.filter(({ name }) => !certain.some((change) => change.name === name));
  const changing = others.filter(({ name }) =>
    prediction.cases.some(({ outcome }) => ['overwritten', 'added'].includes(outcome[name].effect)),
  );
  if (changing.length === 0) return undefined;
  const settled = settledText(
    context,
    changing.map(({ name }) => name),
  );
  if (settled) return settled;
  if (!locksOpen && filledInLater) return text`What Zoom stores depends on values that are not known`;
  if (!locksOpen && onPersonalId) return text`What Zoom stores depends on the meeting`;
  if (!locksOpen) return text`What Zoom stores depends on which of Zoom's rules apply`;
  if (!file.profile) return text`No lock profile: what Zoom stores depends on the account`;
  return profile
    ? text`What Zoom stores depends on what is not in the lock profile`
    : text`The lock profile cannot be read`;
}

/** Of flags that are filled in later, and that Zoom stores in one way whatever they are; undefined where there are none. */
function settledText({ body, prediction }: RequestContext, changing: readonly FieldName[]): Text | undefined {
  const { cases, operation, requests } = prediction;
  const isFilledIn = (name: FieldName) => name in body.open && !body.mistyped.some((each) => each.name === name);
  const isSettled = (name: FieldName) =>
    isFlag(name) && isFilledIn(name) && new Set(cases.map(({ outcome }) => outcome[name].value)).size === 1;
  const settled = changing.filter(isSettled);
  if (settled.length === 0) return undefined;
  const title = text`With any value, Zoom stores ${listed(settled.map((name) => `${name}: ${cases[0]?.outcome[name].value}`))}`;
  // What an update does not name, the meeting decides.
  const isAsked = (name: FieldName) => operation === 'create' || requests.some(({ sent }) => sent[name] !== undefined);
  return changing.some((name) => !settled.includes(name) && isAsked(name)) ? text`${title}, maybe more` : title;
}
