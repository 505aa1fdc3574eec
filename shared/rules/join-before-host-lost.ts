import type { Case } from '../engine/predict.ts';
import type { Fix } from '../finding.ts';
import { property } from '../json/lookup.ts';
import type { Sent } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { decide, type RequestContext, type RequestRule, sentence } from './rule.ts';
import { askedToJoinEarly } from './support/dependents.ts';
import { causeOf, onePreferred } from './support/overwritten.ts';
import { authentication, fixBySending, placeholderPasscode } from './support/secureFixes.ts';

/** The request lets participants join before the host, and the Waiting Room, which prevents that, will be on. */
export const joinBeforeHostLost: RequestRule = {
  code: 'join-before-host-lost',
  severity: 'warning',
  summary: text`The request lets participants join before the host, but the Waiting Room will be on.`,
  check(context) {
    const given = askedToJoinEarly(context);
    const on = ({ outcome }: Case) =>
      outcome.waiting_room.value && (context.body.isComplete || outcome.waiting_room.source === 'lock');
    const verdict = given && decide(context, 'waiting_room', on);
    if (!verdict || !given.value) return [];
    const asked = context.prediction.cases.filter(on).every(({ outcome }) => outcome.waiting_room.source === 'request');
    const because = asked ? text`the request turns it on` : verdict.because;
    const clause = text`${given.key} has no effect, because the Waiting Room will be on`;
    const message = sentence({ ...verdict, because }, clause);
    const cause = causeOf(context, 'waiting_room');
    const fixes = () => {
      const others = withoutWaitingRoom(context);
      return onePreferred(asked ? [removal(context), ...others] : [...others, removal(context)]);
    };
    const change = { field: given.key, certain: !verdict.condition };
    return [{ message, span: given.value.span, fixes, change, ...(cause ? { cause } : {}) }];
  },
};

/** The least that has to be sent for the Waiting Room to stay off; empty where the locks do not allow it. */
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
