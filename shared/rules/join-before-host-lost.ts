import type { Case } from '../engine/predict.ts';
import type { Fix } from '../finding.ts';
import { property } from '../json/lookup.ts';
import type { Sent } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { decide, type RequestContext, type RequestRule, sentence } from './rule.ts';
import { askedToJoinEarly } from './support/dependents.ts';
import { causeOf, onePreferred } from './support/overwritten.ts';
import { authentication, fixBySending, placeholderPasscode } from './support/secureFixes.ts';

const code = 'join-before-host-lost';

/** Participants are to join before the host, and the Waiting Room, which switches that off, ends up on. */
export const joinBeforeHostLost: RequestRule = {
  code,
  check(context) {
    const given = askedToJoinEarly(context);
    const on = ({ outcome }: Case) =>
      outcome.waiting_room.value && (context.body.isComplete || outcome.waiting_room.source === 'lock');
    const told = given && decide(context, 'warning', 'waiting_room', on);
    if (!told || !given.value) return [];
    const asked = context.prediction.cases.filter(on).every(({ outcome }) => outcome.waiting_room.source === 'request');
    const because = asked ? text`the request turns it on` : told.because;
    const clause = text`nobody can join before the host, because the Waiting Room ends up on`;
    const message = sentence({ ...told, because }, clause);
    const cause = causeOf(context, 'waiting_room');
    const others = withoutWaitingRoom(context);
    const fixes = onePreferred(asked ? [removal(context), ...others] : [...others, removal(context)]);
    const change = { field: given.key, certain: !told.condition };
    const { severity } = told;
    return [{ code, severity, message, span: given.value.span, fixes, change, ...(cause ? { cause } : {}) }];
  },
};

/** What has to be sent for the Waiting Room to stay off, with as little as does it; empty where the locks allow nothing. */
function withoutWaitingRoom(context: RequestContext): readonly Fix[] {
  const off = keepingAllElse(context, { waiting_room: false }, text`Turn the Waiting Room off`);
  if (off) return [off];
  const { password, meeting_authentication } = context.prediction.sent;
  const addPasscode = {
    more: { password: placeholderPasscode },
    alone: text`Add a passcode`,
    together: text`Add a passcode and turn the Waiting Room off`,
  };
  const requireAuthentication = {
    more: authentication(context),
    alone: text`Require authentication`,
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

/** The Waiting Room is off in every case, and what is sent is stored, but for what is not stored now either. */
function keepingAllElse(context: RequestContext, more: Sent, title: Text): Fix | undefined {
  const lostNow = new Set(context.prediction.cases.flatMap(lost));
  const stands = (each: Case) =>
    !each.outcome.waiting_room.value && lost(each).every((name) => lostNow.has(name) && !(name in more));
  return fixBySending(context, more, stands, title);
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
