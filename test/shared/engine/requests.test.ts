import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enforcementOfEither } from '../../../shared/engine/enforcement.ts';
import { personalCases, possibleRequests, sending } from '../../../shared/engine/requests.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { readRequest } from '../../../shared/model/request.ts';
import type { Operation } from '../../../shared/model/security.ts';

const profile = readProfile(
  parse(`{
    "passcode": { "enabled": true, "locked": false },
    "personalMeetingId": { "passcode": { "enabled": true, "locked": true } }
  }`),
);

function requestsOf(operation: Operation, text: string) {
  const body = readRequest(parse(text));
  const personal = personalCases(operation, body, undefined);
  const account = enforcementOfEither(
    profile,
    personal.map(({ use }) => use),
  );
  return possibleRequests(operation, body, account, personal).map(({ sent, usesPersonalId, assumed }) => [
    sent,
    assumed,
    ...(usesPersonalId === undefined ? [] : [usesPersonalId]),
  ]);
}

describe('possibleRequests', () => {
  it('nothing filled in later: what is sent', () => {
    assert.deepEqual(requestsOf('create', '{"password":"abc","settings":{"waiting_room":true}}'), [
      [{ waiting_room: true, password: 'abc' }, {}],
    ]);
  });

  it('a boolean is true, false or not given; what is certain stays', () => {
    assert.deepEqual(requestsOf('create', '{"password":"abc","settings":{"waiting_room":{{w}}}}'), [
      [{ password: 'abc', waiting_room: true }, { 'request.waiting_room': true }],
      [{ password: 'abc', waiting_room: false }, { 'request.waiting_room': false }],
      [{ password: 'abc' }, { 'request.waiting_room': null }],
    ]);
  });

  it('a text is given or not', () => {
    assert.deepEqual(requestsOf('update', '{"password":"{{p}}","settings":{"authentication_option":"<string>"}}'), [
      [
        { password: '{{p}}', authentication_option: '<string>' },
        { 'request.password': true, 'request.authentication_option': true },
      ],
      [{ password: '{{p}}' }, { 'request.password': true, 'request.authentication_option': null }],
      [{ authentication_option: '<string>' }, { 'request.password': null, 'request.authentication_option': true }],
      [{}, { 'request.password': null, 'request.authentication_option': null }],
    ]);
  });

  it('settings that are filled in as a whole leave each of their fields open', () => {
    assert.equal(requestsOf('create', '{"settings":{{settings}}}').length, 3 * 3 * 2 * 3);
  });

  it('default_password: of a create alone', () => {
    assert.equal(requestsOf('create', '{"default_password":{{d}}}').length, 3);
    assert.deepEqual(requestsOf('update', '{"default_password":{{d}}}'), [[{}, {}]]);
  });

  it('use_pmi, where the account treats personal meeting IDs in their own way', () => {
    assert.deepEqual(requestsOf('create', '{"type":2,"settings":{"use_pmi":{{u}}}}'), [
      [{}, { 'request.use_pmi': true }, true],
      [{}, { 'request.use_pmi': false }, false],
      [{}, { 'request.use_pmi': null }, false],
    ]);
  });

  it('type, where use_pmi is on: left out it is a scheduled meeting', () => {
    assert.deepEqual(requestsOf('create', '{"type":{{t}},"settings":{"use_pmi":true}}'), [
      [{}, { 'request.type': true }, true],
      [{}, { 'request.type': false }, false],
      [{}, { 'request.type': null }, true],
    ]);
  });

  it('type, where use_pmi is off, decides nothing', () => {
    assert.deepEqual(requestsOf('create', '{"type":{{t}},"settings":{"use_pmi":false}}'), [[{}, {}]]);
  });

  it('an update of an unknown meeting may use the personal meeting ID unsaid: its passcodes are open altogether', () => {
    const body = readRequest(parse('{"settings":{"use_pmi":{{u}}}}'));
    const uses = personalCases('update', body).map(({ use }) => use);
    assert.deepEqual(uses, ['unknown', false, 'unsaid']);
    assert.deepEqual(enforcementOfEither(profile, uses).locks.passcode, ['enabled-locked', 'unlocked']);
    assert.deepEqual(requestsOf('update', '{"settings":{"use_pmi":{{u}}}}'), [[{}, {}]]);
  });
});

describe('sending', () => {
  it('says this in every case, and leaves what is assumed', () => {
    const request = { sent: { password: 'abc' }, assumed: { 'request.waiting_room': null } } as const;
    assert.deepEqual(sending([request], { meeting_authentication: true }), [
      { sent: { password: 'abc', meeting_authentication: true }, assumed: { 'request.waiting_room': null } },
    ]);
  });
});
