/** What has an effect in a body only while an option is on, or while it is off. */
import type { Prediction } from '../../engine/predict.ts';
import { possibleProperty, property } from '../../json/lookup.ts';
import type { JsonNode, Property } from '../../json/parse.ts';
import type { RequestContext } from '../rule.ts';

/** A field of `settings` that has no effect while the option is off. */
export interface Dependent {
  readonly name: string;
  readonly option: 'waiting_room' | 'meeting_authentication';
  /** Whether such a value asks for something; one of another type never does. */
  readonly asks: (value: JsonNode) => boolean;
}

export const waitingRoomOptions: Dependent = {
  name: 'waiting_room_options',
  option: 'waiting_room',
  asks: ({ type }) => type === 'object',
};

export const authenticationDomains: Dependent = {
  name: 'authentication_domains',
  option: 'meeting_authentication',
  asks: (value) => value.type === 'string' && value.value !== '',
};

export const authenticationException: Dependent = {
  name: 'authentication_exception',
  option: 'meeting_authentication',
  asks: (value) => value.type === 'array' && value.items.length > 0,
};

const authenticationOption: Dependent = {
  name: 'authentication_option',
  option: 'meeting_authentication',
  asks: (value) => value.type === 'string' && value.value !== '',
};

const dependents = [waitingRoomOptions, authenticationDomains, authenticationException, authenticationOption];

/** Undefined where the body does not ask for anything there. */
export function asked({ body }: RequestContext, { name, asks }: Dependent): Property | undefined {
  const found = property(body.settings, name);
  return found?.value && asks(found.value) ? found : undefined;
}

/**
 * The property that lets participants join before the host, which no meeting with a Waiting Room allows. An update that
 * gives `jbh_time` alone is for a meeting that may allow it; a create with that alone does not.
 */
export function askedToJoinEarly({ body, prediction: { operation } }: RequestContext): Property | undefined {
  const join = property(body.settings, 'join_before_host');
  const time = property(body.settings, 'jbh_time');
  if (join?.value?.type === 'boolean') return join.value.value ? join : undefined;
  const unsaid = !join || join.value?.type === 'null';
  return operation === 'update' && unsaid && time?.value?.type === 'number' ? time : undefined;
}

/** What is filled in later may ask for something. */
function mayAsk(context: RequestContext, dependent: Dependent): boolean {
  const isOpen = possibleProperty(context.body.settings, dependent.name)?.value?.type === 'open';
  return isOpen || asked(context, dependent) !== undefined;
}

/** Whether something that has an effect by the current prediction, or may have one, would lose it by the other prediction. */
export function losesEffect(context: RequestContext, then: Prediction): boolean {
  const now = context.prediction;
  const mayBe = (option: Dependent['option'], { cases }: Prediction) =>
    cases.some(({ outcome }) => outcome[option].value);
  const lost = dependents.some((each) => mayAsk(context, each) && mayBe(each.option, now) && !mayBe(each.option, then));
  return lost || Boolean(askedToJoinEarly(context) && !mayBe('waiting_room', now) && mayBe('waiting_room', then));
}
