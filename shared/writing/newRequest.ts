import { parse } from '../json/parse.ts';
import { generatePasscode, type Random } from '../model/passcode.ts';
import type { Operation, Sent } from '../model/security.ts';
import { checkRequest } from '../rules/check.ts';
import { requestContext, type Surroundings } from '../rules/context.ts';

/**
 * The text of a first body. A create request is secured in a way that Zoom stores as it is written: if possible by a passcode;
 * where there is no such way, it is the body with the fewest findings. An update changes topic and time, and nothing that
 * secures the meeting: a new passcode would make every invitation useless.
 */
export function newRequest(operation: Operation, topic: string, surroundings: Surroundings, random: Random): string {
  return operation === 'create' ? newCreate(topic, surroundings, random) : written({ topic, ...newTime });
}

/** As in the snippet of the schema: far enough away to be noticed. */
const newTime = { start_time: '2030-01-07T09:00:00', duration: 60, timezone: 'UTC' };

function newCreate(topic: string, surroundings: Surroundings, random: Random): string {
  const passcode = generatePasscode(surroundings.profile?.passcodeRequirement ?? {}, random);
  const bodies = waysToSecure(passcode, optionOf(surroundings)).map((sent) => createText(topic, sent));
  const found = (text: string) => checkRequest(requestContext(parse(text), 'create', surroundings)).length;
  return bodies.reduce((best, each) => (found(each) < found(best) ? each : best));
}

/** In order of preference: a passcode first, and as little else as possible. */
function waysToSecure(password: string | undefined, authentication_option: string | undefined): readonly Sent[] {
  const passcodes: readonly Sent[] = password === undefined ? [{}] : [{ password }, {}];
  const authenticated: Sent = {
    meeting_authentication: true,
    ...(authentication_option ? { authentication_option } : {}),
  };
  return passcodes.flatMap((passcode) =>
    [{ meeting_authentication: false }, authenticated].flatMap((authentication) =>
      [false, true].map((waiting_room) => ({ ...passcode, waiting_room, ...authentication })),
    ),
  );
}

/** The default option, else the first one that the profile lists. */
function optionOf({ profile }: Surroundings): string | undefined {
  const options = profile?.options ?? [];
  return (options.find((each) => each.default) ?? options[0])?.id;
}

function createText(topic: string, { password, ...settings }: Sent): string {
  return written({ topic, type: 2, duration: 60, ...(password ? { password } : {}), settings });
}

function written(body: object): string {
  return `${JSON.stringify(body, null, 2)}\n`;
}
