import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayHoldRequests } from '../../../shared/containers/firstLook.ts';
import type { ContainerKind } from '../../../shared/fileKind.ts';

describe('whether a file is worth reading', () => {
  const table: readonly [kind: ContainerKind, text: string, isWorthIt: boolean][] = [
    ['markdown', 'POST /users/me/meetings', true],
    ['python', 'requests.patch(f"{BASE}/meetings/{id}")', true],
    ['python', "requests.patch(BASE + 'meetings/' + id)", true],
    ['javascript', 'zoomClient.create({ settings: { waiting_room: false } })', true],
    ['javascript', 'ZOOM.create({ settings: { host_video: false } })', true],
    ['javascript', 'client.create({ settings: { waiting_room: false } })', false],
    ['php', '$this->zoomService->createMeeting($lesson);', true],
    ['python', 'zoom.update_zoom_meeting(id, body)', true],
    ['javascript', 'calendar.createMeeting({ topic })', false],
    ['typescript', 'const zoom = map.getZoom();', false],
    ['typescript', "import { Zoom } from './zoom';\n// zoom: create\nsend({});", true],
    ['markdown', '```json zoom-create\n{}\n```', true],
    ['markdown', 'Our meetings are on Zoom.', false],
    ['http', '', false],
    ['postman', '{ "path": ["users", "me", "meetings"] }', true],
    ['postman', '{ "name": "zoom waiting_room" }', false],
  ];
  for (const [kind, text, isWorthIt] of table)
    it(`${kind}: ${JSON.stringify(text)}`, () => assert.equal(mayHoldRequests(kind, text), isWorthIt));
});
