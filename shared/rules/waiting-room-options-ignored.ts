import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { waitingRoomOptions } from './support/dependents.ts';
import { observeWithout } from './support/ignored.ts';

/** `waiting_room_options` says who waits, and there is no Waiting Room to wait in. */
export const waitingRoomOptionsIgnored: RequestRule = {
  code: 'waiting-room-options-ignored',
  severity: 'warning',
  summary: text`The request says who waits, but the Waiting Room will be off.`,
  check: (context) => observeWithout(context, waitingRoomOptions),
};
