import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beginning, distinct, joined, listed, say, text, visible, withoutLinks } from '../../shared/text.ts';

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

describe('a sentence', () => {
  it('begins in upper case in every language', () => {
    const clause = text`éramos ${'x'}`;
    assert.equal(say(beginning(clause)), 'Éramos x');
    assert.equal(say(beginning(text`on`), { on: 'activada' }), 'Activada');
    assert.equal(say(clause), 'éramos x');
  });

  it('leaves a value at its beginning as it is', () => {
    assert.equal(say(beginning(text`${'waiting_room'} is on`)), 'waiting_room is on');
  });
});

describe('texts put together', () => {
  const spanish = { 'the passcode': 'el código', '{0} and {1}': '{0} y {1}' };

  it('listed: with commas and, before the last, the word of the language', () => {
    const said = (...items: Parameters<typeof listed>[0]) => say(text`(${listed(items)})`, spanish);
    assert.equal(said(), '()');
    assert.equal(said(text`the passcode`), '(el código)');
    assert.equal(said(text`the passcode`, 'b'), '(el código y b)');
    assert.equal(said(text`the passcode`, 'b', 3), '(el código, b y 3)');
  });

  it('joined: with what no language changes', () => {
    assert.equal(say(joined(['a', text`the passcode`, 'c'], ' · '), spanish), 'a · el código · c');
    assert.equal(say(joined([], ', ')), '');
  });

  it('distinct: those that say the same once, in their order', () => {
    const [a, b] = [text`on ${1}`, text`on ${2}`];
    assert.deepEqual(distinct([a, b, text`on ${1}`]), [a, b]);
  });
});

it('what cannot be seen, or steers what shows it, is written as JSON would', () => {
  assert.equal(visible('a b · ç 漢 👩‍👧'), 'a b · ç 漢 👩‍👧');
  assert.equal(visible('\u001B[31m\u0007\n\r\t\u007F\u0085'), '\\u001b[31m\\u0007\\n\\r\\t\\u007f\\u0085');
  assert.equal(visible('\uFEFFa\u202Eb\u2066c\u2028'), '\\ufeffa\\u202eb\\u2066c\\u2028');
});

it('a name in a message is no link and no icon', () => {
  const name = '[Details](command:workbench.action.quit).zoom-update.json';
  assert.equal(withoutLinks(name), '[Details] (command:workbench.action.quit).zoom-update.json');
  assert.equal(withoutLinks('a$(alert)\nb[1] (c)'), 'a$ (alert)\\nb[1] (c)');
});
