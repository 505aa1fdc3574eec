import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesEndpoint } from '../../client/namesEndpoint.ts';

describe('whether a text says where requests to Zoom go', () => {
  const table: readonly [text: string, itDoes: boolean][] = [
    ['POST https://api.zoom.us/v2/users/me/meetings', true],
    ['PATCH https://api.zoom.us/v2/meetings/85746065', true],
    ['PATCH HTTPS://API.ZOOM.US/v2/meetings/85746065', true],
    [`await zoom.post(\`/users/\${userId}/meetings\`, body)`, true],
    ["requests.post(BASE + '/users/' + user + '/meetings')", false],
    ['GET https://example.com/meetings/1', false],
    ['https://zoom.us is where our /meetings are', false],
    ['/users/me /meetings', false],
    ['', false],
  ];
  for (const [text, itDoes] of table) it(text || 'nothing', () => assert.equal(namesEndpoint(text), itDoes));

  it('takes linear time', () => assert.equal(namesEndpoint('/users/x/meeting/meetings '.repeat(50_000)), false));
});
