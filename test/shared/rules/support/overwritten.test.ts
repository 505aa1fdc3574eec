import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { observation, onePreferred, placeOf } from '../../../../shared/rules/support/overwritten.ts';
import { say, text } from '../../../../shared/text.ts';
import { context } from '../../../support/markers.ts';

describe('placeOf', () => {
  const placed = (text: string, name: Parameters<typeof placeOf>[1] = 'waiting_room') => {
    const { start, end } = placeOf(context(text, {}), name);
    return text.slice(start, end);
  };

  it('the value where there is one, null and values of the wrong type included', () => {
    assert.equal(placed('{ "settings": { "waiting_room": false } }'), 'false');
    assert.equal(placed('{ "settings": { "waiting_room": null } }'), 'null');
    assert.equal(placed('{ "settings": { "waiting_room": "no" } }'), '"no"');
    assert.equal(placed('{ "password": "" }', 'password'), '""');
  });

  it('else settings, else the opening brace', () => {
    assert.equal(placed('{ "settings": { } }'), '"settings"');
    assert.equal(placed(' { "settings": null }'), '{');
    assert.equal(placed(' { "topic": "Standup" }'), '{');
  });
});

describe('onePreferred', () => {
  const fix = (title: string, preferred?: boolean) => ({
    title: text`${title}`,
    changes: [],
    ...(preferred ? { preferred } : {}),
  });
  const preferred = (fixes: Parameters<typeof onePreferred>[0]) =>
    onePreferred(fixes)
      .filter((each) => each.preferred)
      .map(({ title }) => say(title));

  it('the first, unless another claims it; of several claims the first', () => {
    assert.deepEqual(preferred([fix('a'), fix('b')]), ['a']);
    assert.deepEqual(preferred([fix('a'), fix('b', true)]), ['b']);
    assert.deepEqual(preferred([fix('a'), fix('b', true), fix('c', true)]), ['b']);
    assert.deepEqual(preferred([]), []);
  });
});

describe('observation', () => {
  it('leaves out the fixes that cannot be made', () => {
    const verdict = { certain: true, condition: undefined, contested: undefined, because: undefined };
    const fix = { title: text`a`, changes: [] };
    const found = observation(context('{}', {}), 'password', verdict, text`it rains`, () => [undefined, fix]);
    assert.deepEqual(
      { ...found, message: say(found.message), fixes: found.fixes() },
      {
        message: 'It rains.',
        span: { start: 0, end: 1 },
        change: { field: 'password', certain: true },
        fixes: [{ ...fix, preferred: true }],
      },
    );
  });
});
