import { waitingRoomOptions } from './dependents.ts';
import { findingWithout } from './ignored.ts';
import type { RequestRule } from './rule.ts';

const code = 'waiting-room-options-ignored';

/** `waiting_room_options` says who waits, and there is no Waiting Room. */
export const waitingRoomOptionsIgnored: RequestRule = {
  code,
  check: (context) => findingWithout(code, context, waitingRoomOptions),
};
