/** What Zoom's rows say of one request. Independent of the engine, as the rows are. */
import type { Held, Meeting, Sent } from '../../shared/model/security.ts';
import { type CreateRow, type FlagCell, holdingIn, type TextCell, type UpdateRow } from './scenarioTable.ts';

/** What a row says of one request: a value, or the silence of the page. */
type Stored<T> = T | 'silent';
export interface Expected {
  readonly waiting_room: Stored<boolean>;
  readonly password: Stored<Held>;
  readonly meeting_authentication: Stored<boolean>;
  readonly authentication_option: Stored<Held>;
}

const none: Held = { set: false };

export function readCreate(row: CreateRow, sent: Sent): Expected {
  const [, , wTrue, wFalse, wNone, pGiven, pNone, aBoth, aTrue, aFalse, aNone, oGiven, oNone, rule] = row;
  const authTrue = sent.authentication_option ? aBoth : aTrue;
  const base: Expected = {
    waiting_room: flag(pick(sent.waiting_room, wTrue, wFalse, wNone)),
    password: text(sent.password ? pGiven : pNone, sent.password),
    meeting_authentication: flag(pick(sent.meeting_authentication, authTrue, aFalse, aNone)),
    authentication_option: 'silent',
  };
  const stepped = { ...base, ...stepIn(rule, sent) };
  return { ...stepped, ...option(stepped, sent, sent.authentication_option ? oGiven : oNone) };
}

export function readUpdate(row: UpdateRow, sent: Sent, meeting: Meeting): Expected {
  const [, , wTrue, wFalse, wNone, pGiven, pNone, pEmpty, aBoth, aTrue, aFalse, aNone, oGiven, oNone, rule] = row;
  const passcode = sent.password ? pGiven : sent.password === '' ? pEmpty : pNone;
  const authTrue = sent.authentication_option ? aBoth : aTrue;
  const base: Expected = {
    waiting_room: flag(pick(sent.waiting_room, wTrue, wFalse, wNone), meeting.waiting_room),
    password: text(passcode, sent.password, meeting.password),
    meeting_authentication: flag(
      pick(sent.meeting_authentication, authTrue, aFalse, aNone),
      meeting.meeting_authentication,
    ),
    authentication_option: 'silent',
  };
  const stepped = { ...base, ...stepIn(rule, sent, meeting) };
  if (rule.includes('as before') && stepped.meeting_authentication === true) return stepped;
  return { ...stepped, ...option(stepped, sent, sent.authentication_option ? oGiven : oNone, meeting) };
}

function pick<T>(sent: boolean | undefined, whenTrue: T, whenFalse: T, whenAbsent: T): T {
  return sent === undefined ? whenAbsent : sent ? whenTrue : whenFalse;
}

function flag(cell: FlagCell, own = false): Stored<boolean> {
  return cell === '–' ? 'silent' : cell === 'own' ? own : cell === 'on';
}

function text(cell: TextCell, sent: string | null | undefined, own: Held = none): Stored<Held> {
  return cell === '–' ? 'silent' : holdingIn(cell, sent, own);
}

function option(so: Expected, sent: Sent, cell: TextCell, meeting?: Meeting): Partial<Expected> {
  if (so.meeting_authentication === 'silent') return {};
  // That authentication is off leaves no option; that a given one is dropped is not on the page.
  if (!so.meeting_authentication) return { authentication_option: sent.authentication_option ? 'silent' : none };
  const settled = cell === 'sent|own' ? (sent.meeting_authentication ? 'sent' : 'own') : cell;
  return { authentication_option: text(settled, sent.authentication_option, meeting?.authentication_option) };
}

function stepIn(rule: CreateRow[13] | UpdateRow[14], sent: Sent, meeting?: Meeting): Partial<Expected> {
  const { waiting_room: w, meeting_authentication: a } = sent;
  const noPasscode = !sent.password;
  // An update attempts to disable a passcode with `null` or an empty one; what one that it does not name does is inferred.
  const refused = sent.password === null || sent.password === '';
  switch (rule) {
    case 'no P given: W on':
      return noPasscode ? { waiting_room: true } : {};
    case 'W false, A false: W on':
      return w === false && a === false ? { waiting_room: true } : {};
    case 'W false, P empty: W on':
      return w === false && sent.password === '' ? { waiting_room: true } : {};
    case 'nothing enabled: W on':
      return !w && noPasscode && !a ? { waiting_room: true } : {};
    case 'no P given, A false: P new':
      return noPasscode && a === false ? { password: { set: true } } : {};
    case 'P refused, A false: as before, else P new':
      return refused && a === false ? asBefore(meeting as Meeting, { password: { set: true } }) : {};
    case 'W false, P refused, A false: as before, else W on':
      return w === false && refused && a === false ? asBefore(meeting as Meeting, { waiting_room: true }) : {};
    default:
      return {};
  }
}

/** The options that the row leaves unlocked stay as they were; where none of them was on, Zoom turns one on. */
function asBefore(meeting: Meeting, otherwise: Partial<Expected>): Partial<Expected> {
  const { waiting_room, password, meeting_authentication, authentication_option } = meeting;
  const unlocked = { ...('waiting_room' in otherwise ? { waiting_room } : {}), password, meeting_authentication };
  const hadSomething = Object.values(unlocked).some((each) => (typeof each === 'boolean' ? each : each.set));
  return { ...unlocked, authentication_option, ...(hadSomething ? {} : otherwise) };
}
