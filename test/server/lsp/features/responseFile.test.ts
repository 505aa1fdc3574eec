import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type MeetingFileAnswer, responseFileRequest } from '../../../../shared/protocol.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const create = 'file:///ws/a.zoom-create.json';
const response = 'file:///ws/a.zoom-response.json';
const answer = JSON.stringify({
  id: 84210003344,
  start_url: 'https://zoom.example.com/s/84210003344?zak=token',
  password: 'S3cretPw',
  settings: { waiting_room: false, meeting_authentication: false },
});
const locked = profileWith('W locked on · P unlocked · A unlocked');

describe('an editor asks for the response file of a request', () => {
  it('and gets its place and its text, which is then held against the prediction', async (test) => {
    const lens = await startPair(test, { files: { [profile]: locked } });
    lens.open(create, '{ "password": "S3cretPw" }');
    const made: MeetingFileAnswer = await lens.connection.sendRequest(responseFileRequest, {
      textDocument: { uri: create },
      response: answer,
    });
    assert.ok(made.state === 'meeting');
    assert.equal(made.uri, response);
    assert.doesNotMatch(made.text, /S3cretPw|token/);
    lens.disk(made.uri, made.text);
    lens.open(response);
    const messages = async () => (await lens.diagnostics(response)).map(({ code, message }) => [code, message]);
    const [found, ...others] = await messages();
    assert.deepEqual(others, []);
    assert.equal(found?.[0], 'prediction-mismatch');
    assert.match(String(found?.[1]), /^waiting_room: false in Zoom's response, but true in the prediction\./);
    // It follows the request and the profile.
    lens.disk(profile, profileWith('W unlocked · P unlocked · A unlocked'));
    await lens.settle();
    assert.deepEqual(await messages(), []);
    lens.type(create, '"password": "S3cretPw"', '"settings": { "waiting_room": true }');
    await lens.settle();
    assert.deepEqual(
      (await messages()).map(([code]) => code),
      ['prediction-mismatch', 'prediction-mismatch'],
    );
  });

  it('and gets none for what is not a request, or not saved', async (test) => {
    const lens = await startPair(test, { files: {} });
    for (const uri of [profile, response, 'file:///ws/package.json', 'untitled:a.zoom-create.json']) {
      lens.open(uri, '{}');
      const params = { textDocument: { uri }, response: answer };
      assert.equal(await lens.connection.sendRequest(responseFileRequest, params), null, uri);
    }
  });

  it('and gets why there is none: of this response, or outside the workspace folder', async (test) => {
    const lens = await startPair(test, { files: { 'file:///home/me/secret.json': '{}' } });
    lens.open(create, '{}');
    const ask = (text: string) =>
      lens.connection.sendRequest(responseFileRequest, { textDocument: { uri: create }, response: text });
    assert.deepEqual(await ask('{'), { state: 'problem', problem: 'This is not valid JSON.' });
    lens.world.link(response, 'file:///home/me/secret.json');
    assert.deepEqual(await ask(answer), {
      state: 'refused',
      reason: 'a.zoom-response.json leads outside the workspace folder, and is not written.',
    });
  });
});
