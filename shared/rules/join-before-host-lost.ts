import type { Case } from '../engine/predict.ts';
import { placeholderPasscode } from '../engine/requests.ts';
import type { Fix } from '../finding.ts';
import { property } from '../json/lookup.ts';
import { encryptionOf } from '../model/request.ts';
import type { Sent } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { decide, type RequestContext, type RequestRule, sentence } from './rule.ts';
import { askedToJoinEarly } from './support/dependents.ts';
import { causeOf, onePreferred } from './support/overwritten.ts';
import { authentication, fixBySending } from './support/secureFixes.ts';

/**
 * The request lets participants join before the host, and something prevents that: the Waiting Room, which will be on, or
 * encryption from end to end, which does so whatever becomes of the Waiting Room.
 */
export const joinBeforeHostLost: RequestRule = {
  code: 'join-before-host-lost',
  severity: 'warning',
  summary: text`The request lets participants join before the host, but that has no effect.`,
  check(context) {
    const given = askedToJoinEarly(context);
    if (!given?.value) return [];
    const verdict = decide(context, 'waiting_room', waitingRoomOn(context));
    const name = given.key;
    if (isEncryptedToTheEnd(context)) {
      const message = text`${name} has no effect: end-to-end encryption prevents joining before the host.`;
      const fixes = () => onePreferred([removal(context), verdict ? undefined : encryptOtherwise(context)]);
      return [{ message, span: given.value.span, fixes, change: { field: name, certain: true } }];
    }
    if (!verdict) return [];
    const because = text`the Waiting Room will be on`;
    const message = sentence({ ...verdict, because }, text`${name} has no effect`);
    const cause = causeOf(context, 'waiting_room', verdict);
    const change = { field: name, certain: verdict.certain };
    return [{ message, span: given.value.span, fixes: () => fixesFor(context), change, ...(cause ? { cause } : {}) }];
  },
};

function waitingRoomOn({ body }: RequestContext): (each: Case) => boolean {
  return ({ outcome }) => outcome.waiting_room.value && (body.isComplete || outcome.waiting_room.source === 'lock');
}

/** Where the request itself turns the Waiting Room on, it asks for two things that exclude each other. */
function fixesFor(context: RequestContext): readonly Fix[] {
  const on = context.prediction.cases.filter(waitingRoomOn(context));
  const asked = on.every(({ outcome }) => outcome.waiting_room.source === 'request');
  const others = withoutWaitingRoom(context);
  return onePreferred(asked ? [removal(context), ...others] : [...others, removal(context)]);
}

/** What an update does not mention stays; one of one occurrence cannot change it. */
function isEncryptedToTheEnd({ body, meeting, prediction: { sent } }: RequestContext): boolean {
  const said = sent.occurrence ? undefined : property(body.settings, 'encryption_type')?.value;
  const stays = !said || said.type === 'null';
  const { encryption_type } = stays ? { ...meeting } : encryptionOf(body);
  return body.isComplete && encryption_type === 'e2ee';
}

/** Undefined where the request does not say how the meeting is encrypted. */
function encryptOtherwise({ body, prediction: { sent } }: RequestContext): Fix | undefined {
  if (sent.occurrence || !encryptionOf(body).encryption_type) return undefined;
  const value = 'enhanced_encryption';
  return {
    title: text`Use enhanced encryption`,
    changes: [{ op: 'set', path: ['settings', 'encryption_type'], value }],
  };
}

/** The least that has to be sent for the Waiting Room to stay off; empty where the locks do not allow it. */
function withoutWaitingRoom(context: RequestContext): readonly Fix[] {
  const off = keepingAllElse(context, { waiting_room: false }, text`Turn the Waiting Room off`);
  if (off) return [off];
  const { password, meeting_authentication } = context.prediction.sent;
  const addPasscode = {
    more: { password: placeholderPasscode },
    alone: text`Add a passcode: no Waiting Room`,
    together: text`Add a passcode and turn the Waiting Room off`,
  };
  const requireAuthentication = {
    more: authentication(context),
    alone: text`Require authentication: no Waiting Room`,
    together: text`Require authentication and turn the Waiting Room off`,
  };
  const ways = [
    ...(password ? [] : [addPasscode]),
    ...(meeting_authentication === undefined ? [requireAuthentication] : []),
  ];
  return ways.flatMap(
    ({ more, alone, together }) =>
      keepingAllElse(context, more, alone) ?? keepingAllElse(context, { ...more, waiting_room: false }, together) ?? [],
  );
}

/** The Waiting Room is off in every case, and all that is sent is stored, except what is not stored now either. */
function keepingAllElse(context: RequestContext, more: Sent, title: Text): Fix | undefined {
  const lostNow = new Set(context.prediction.cases.flatMap(lost));
  const takesEffect = (each: Case) =>
    !each.outcome.waiting_room.value && lost(each).every((name) => lostNow.has(name) && !(name in more));
  return fixBySending(context, more, takesEffect, title);
}

function lost({ outcome }: Case): readonly string[] {
  return Object.entries(outcome).flatMap(([name, { effect }]) => (effect === 'overwritten' ? [name] : []));
}

function removal({ body: { settings } }: RequestContext): Fix {
  const [first = '', second] = ['join_before_host', 'jbh_time'].filter((name) => property(settings, name));
  const title = second ? text`Remove ${first} and ${second}` : text`Remove ${first}`;
  const names = second ? [first, second] : [first];
  return { title, changes: names.map((name) => ({ op: 'remove', path: ['settings', name] })) };
}
