/**
 * An integration test against the stand-in of Zoom: your code, its base URL, and what it makes of what Zoom stores.
 *
 *   zoom-request-lens serve &
 *   node --test standup.test.ts
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';

const { ZOOM_BASE_URL = 'http://127.0.0.1:8377/v2', ZOOM_TOKEN = 'stand-in' } = process.env;

/** Stands for your own code: it creates a meeting and returns what Zoom says of it. */
async function schedule(file: string) {
  const headers = { Authorization: `Bearer ${ZOOM_TOKEN}`, 'Content-Type': 'application/json' };
  const body = await readFile(new URL(file, import.meta.url));
  const response = await fetch(`${ZOOM_BASE_URL}/users/me/meetings`, { method: 'POST', headers, body });
  assert.equal(response.status, 201);
  return response.json();
}

it('before the fix: nothing secures the meeting, and guests wait although the body says they do not', async () => {
  const { settings } = await schedule('before.zoom-create.json');
  assert.equal(settings.waiting_room, true);
});

it('after the fix: with a passcode, the meeting is as it was asked for', async () => {
  const { password, settings } = await schedule('after.zoom-create.json');
  assert.deepEqual([password, settings.waiting_room], ['k7m2q9xa', false]);
});
