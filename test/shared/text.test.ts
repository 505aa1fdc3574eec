import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say, text } from '../../shared/text.ts';

describe('a text', () => {
  const reason = text`the account has ${'W'} on`;
  const sentence = text`Zoom stores ${true && 'true'}: ${reason}, ${2} times.`;

  it('is in English where nothing else is said', () => {
    assert.equal(say(sentence), 'Zoom stores true: the account has W on, 2 times.');
    assert.equal(say(text`No gaps.`), 'No gaps.');
  });

  it('is the English pattern and its gaps', () => {
    assert.deepEqual(reason, { english: 'the account has {0} on', gaps: ['W'] });
    assert.deepEqual(text`${1}${2}`, { english: '{0}{1}', gaps: [1, 2] });
  });

  it('takes the words and their order from the translations, gaps that are texts included', () => {
    const backwards = { 'Zoom stores {0}: {1}, {2} times.': '{2}× {1}: {0}', 'the account has {0} on': 'on: {0}' };
    assert.equal(say(sentence, backwards), '2× on: W: true');
  });

  it('stays English as far as the translations lack it', () => {
    assert.equal(say(sentence, { 'the account has {0} on': 'on: {0}' }), 'Zoom stores true: on: W, 2 times.');
    assert.equal(say(text`constructor`), 'constructor');
  });

  it('puts nothing of what fills a gap in place of a gap', () => {
    assert.equal(say(text`${'{1} $& $1'} and ${'b'}`), '{1} $& $1 and b');
  });

  it('leaves a hole that nothing fills', () => {
    assert.equal(say(text`only ${'one'}`, { 'only {0}': '{0} {1}' }), 'one {1}');
  });
});
