import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sent } from '../../../shared/model/security.ts';
import { settled } from '../../support/outcomes.ts';

/**
 * That the basis follows the cells of the rows is held over every input in test/spec. Here: the sentences that made a
 * cell what it is, each by a request that the sentence speaks of and one that it does not.
 */
function bases(locks: string, sent: Sent, before?: string): string {
  const { outcome } = settled(before === undefined ? 'create' : 'update', locks, sent, before);
  const { waiting_room, password, meeting_authentication, authentication_option } = outcome;
  return [waiting_room, password, meeting_authentication, authentication_option].map(({ basis }) => basis[0]).join('');
}

describe('the basis of waiting_room, password, meeting_authentication, authentication_option', () => {
  const create = undefined;
  const bothOff = { waiting_room: false, meeting_authentication: false };
  // d documented, i inferred
  const table: readonly [string, string, Sent, string | undefined, string][] = [
    ['create 1 settles all', 'EEE', {}, create, 'dddd'],
    [
      'create 2 speaks of no passcode with authentication false',
      'DUU',
      { meeting_authentication: false },
      create,
      'dddd',
    ],
    ['create 2 is silent where authentication is not given', 'DUU', {}, create, 'diii'],
    ['create 3 speaks of no passcode given', 'UUD', {}, create, 'didd'],
    ['create 3 is silent where one is given', 'UUD', { password: 'x' }, create, 'iidd'],
    ['create 4 speaks of both false', 'UDU', { waiting_room: false, meeting_authentication: false }, create, 'ddii'],
    ['create 4 is silent on one of them', 'UDU', { waiting_room: true }, create, 'idii'],
    ['create 9: what is not provided remains disabled', 'UEU', {}, create, 'iddd'],
    ['create 23: none enabled', 'UUU', {}, create, 'ddii'],
    [
      'create 8: valid values of both fields',
      'EUU',
      { meeting_authentication: true, authentication_option: 'x' },
      create,
      'dddd',
    ],
    ['create 8 names both fields: true without an option', 'EUU', { meeting_authentication: true }, create, 'ddii'],
    ['create 2 does, too', 'DUU', { password: 'x', meeting_authentication: true }, create, 'ddii'],
    ['create 9 does, too', 'UEU', { meeting_authentication: true }, create, 'idii'],
    ['create 11 does, too', 'EEU', { meeting_authentication: true }, create, 'ddii'],
    ['create 18 does, too', 'EDU', { meeting_authentication: true }, create, 'ddii'],
    ['create 19 does, too', 'DEU', { meeting_authentication: true, authentication_option: '' }, create, 'ddii'],
    ['create 23 speaks of each value', 'UUU', { meeting_authentication: true }, create, 'iddi'],
    ['update 2 speaks of an attempt', 'DUU', { meeting_authentication: false, password: null }, 'P', 'dddd'],
    ['update 2 does not speak of a passcode left out', 'DUU', { meeting_authentication: false }, 'P', 'diii'],
    ['update 2 is silent otherwise', 'DUU', { meeting_authentication: true }, 'P', 'diii'],
    ['update 4 speaks of an empty passcode', 'UUD', { waiting_room: false, password: '' }, '', 'didd'],
    ['update 4 does not speak of one left out', 'UUD', { waiting_room: false }, '', 'iidd'],
    ['update 9: not given, so the own one stays', 'UEU', {}, 'P', 'idii'],
    ['update 9: an empty one is not given either', 'UEU', { password: '' }, 'P', 'idii'],
    ['update 6: the same sentence', 'DUD', { password: '' }, 'P', 'dddd'],
    ['update 1: the same sentence', 'EEE', { password: '' }, '', 'dddd'],
    ['update 8 speaks of valid ones alone', 'EUU', { password: '' }, 'P', 'diii'],
    ['update 17: only a valid passcode updates it', 'DUE', { password: '' }, 'P', 'dddd'],
    ['update 18: only both fields update authentication', 'EDU', { meeting_authentication: true }, 'AO', 'dddd'],
    ['update 18 does not say what false alone does', 'EDU', { meeting_authentication: false }, 'AO', 'ddii'],
    ['update 23 speaks of an attempt', 'UUU', { ...bothOff, password: '' }, 'W', 'dddd'],
    ['update 23: null is one', 'UUU', { ...bothOff, password: null }, 'P', 'dddd'],
    ['update 23 does not speak of a passcode left out', 'UUU', bothOff, 'W', 'iiii'],
    ['update 23 says nothing of two', 'UUU', { waiting_room: false }, 'W', 'iiii'],
    ['that an option is dropped is nowhere stated', 'UUD', { authentication_option: 'x' }, create, 'didi'],
  ];
  for (const [name, locks, sent, before, expected] of table) {
    it(name, () => assert.equal(bases(locks, sent, before), expected));
  }
});
