import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endpointOf, endpointOfOne, unknownPart } from '../../../shared/containers/endpoint.ts';

const create = { operation: 'create', occurrence: false };
const update = { operation: 'update', occurrence: false };

// biome-ignore format: a table is read by its columns
const table: readonly (readonly [method: string | undefined, url: string, expected: unknown])[] = [
  ['POST',    'https://api.zoom.us/v2/users/me/meetings',                       create],
  ['post',    'https://api.zoom.us/v2/users/{userId}/meetings/',                create],
  ['POST',    'https://api.zoomgov.com/v2/users/a@b.c/meetings?x=1',            create],
  ['POST',    'https://api.zoom.us/v2/accounts/7/users/me/meetings',            create],
  ['POST',    '{{base}}/users/me/meetings',                                     create],
  ['POST',    '$BASE_URL/users/$USER/meetings',                                 create],
  ['POST',    `${unknownPart}/users/${unknownPart}/meetings`,                   create],
  ['POST',    `${unknownPart}users/me/meetings`,                                create],
  ['POST',    '/users/:userId/meetings',                                        create],
  ['POST',    'users/me/meetings',                                              create],
  ['POST',    'http://localhost:3000/v2/users/me/meetings',                     create],
  [undefined, '/v2/users/me/meetings',                                          create],
  ['PATCH',   'https://api.zoom.us/v2/meetings/85746065',                       { ...update, meetingId: '85746065' }],
  ['PATCH',   'https://api.zoom.us/v2/meetings/{meetingId}',                    update],
  ['PATCH',   `${unknownPart}/meetings/${unknownPart}`,                         update],
  ['PATCH',   '/meetings/{id}?occurrence_id=1648194360000',                     { operation: 'update', occurrence: true }],
  ['POST',    'api.zoom.us/v2/users/me/meetings',                               create],
  ['POST',    '//api.zoom.us/v2/users/me/meetings',                             create],
  ['PATCH',   'api.zoom.us/v2/meetings/85746065',                               { ...update, meetingId: '85746065' }],
  ['POST',    'localhost:3000/v2/users/me/meetings',                            create],
  ['POST',    'v2.0/users/me/meetings',                                         create],
  ['POST',    'graph.microsoft.com/v1.0/users/me/meetings',                     'other'],
  ['POST',    '//graph.microsoft.com/v1.0/users/me/meetings',                   'other'],
  ['PATCH',   'webexapis.com/v1/meetings/85746065',                             'other'],
  ['POST',    'api.webex.com:443/v1/users/me/meetings',                         'other'],
  [undefined, 'meetings/%s',                                                    update],
  ['GET',     'https://api.zoom.us/v2/users/me/meetings',                       'other'],
  ['GET',     'https://api.zoom.us/v2/meetings/85746065',                       'other'],
  ['PUT',     'https://api.zoom.us/v2/meetings/85746065/status',                'other'],
  ['POST',    'https://api.zoom.us/v2/meetings/85746065/registrants',           'other'],
  ['PATCH',   'https://api.zoom.us/v2/users/me/settings',                       'other'],
  ['POST',    'https://api.zoom.us/v2/users/me/webinars',                       'other'],
  ['PATCH',   'https://api.zoom.us/v2/report/meetings/85746065',                'other'],
  [undefined, '/report/users/me/meetings',                                      'other'],
  ['PATCH',   'https://api.zoom.us/v2/past_meetings/85746065',                  'other'],
  ['PATCH',   'https://webexapis.com/v1/meetings/85746065',                     'other'],
  [undefined, 'https://marketplace.zoom.us/docs/api-reference/zoom-api/meetings/meetingcreate', 'other'],
  ['PATCH',   '/users/me/meetings/85746065',                                    'other'],
  ['POST',    'application/json',                                               'other'],
  ['POST',    'meetings',                                                       undefined],
  ['POST',    '',                                                               undefined],
];

describe('endpointOf', () => {
  for (const [method, url, expected] of table)
    it(`${method} ${url}`, () => assert.deepEqual(endpointOf(method, url, true), expected));

  it('takes a server of their own for a door to Zoom only in a file that names Zoom', () => {
    const url = 'https://api.example.com/v2/users/me/meetings';
    assert.deepEqual(endpointOf('POST', url, true), create);
    assert.equal(endpointOf('POST', url, false), 'other');
    assert.equal(endpointOf('POST', url.slice('https://'.length), false), 'other');
  });
});

describe('one of several URLs', () => {
  const [meetings, meeting, webinars] = ['/users/me/meetings', '/meetings/85746065', '/users/me/webinars'];
  const occurrence = `${meeting}?occurrence_id=1648194360000`;
  // biome-ignore format: a table is read by its columns
  for (const [method, urls, expected] of [
    [undefined, [meeting, meetings],           { operation: undefined, occurrence: false }],
    [undefined, [meetings, meetings],          create],
    [undefined, [meeting, '/meetings/81234567'], update],
    [undefined, [meeting, occurrence],         update],
    ['PATCH',   [occurrence, `${occurrence}0`], { operation: 'update', occurrence: true }],
    ['PATCH',   [meetings, meeting],           { ...update, meetingId: '85746065' }],
    ['POST',    [webinars, meetings],          create],
    ['POST',    [webinars, meeting],           'other'],
    ['POST',    ['standup'],                   undefined],
    ['POST',    [],                            undefined],
  ] as const)
    it(`${method} ${urls.join(' or ')}`, () => assert.deepEqual(endpointOfOne(method, urls, true), expected));
});
