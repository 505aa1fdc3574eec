import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { finding, onePreferred, placeOf } from '../../../../shared/rules/support/overwritten.ts';
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

describe('finding', () => {
  it('leaves out the fixes that cannot be made', () => {
    const told = { severity: 'warning', condition: undefined, because: undefined } as const;
    const fix = { title: text`a`, changes: [] };
    const [found] = finding('some-code', context('{}', {}), 'password', told, text`it rains`, [undefined, fix]);
    assert.ok(found);
    assert.deepEqual(
      { ...found, message: say(found.message) },
      {
        code: 'some-code',
        severity: 'warning',
        message: 'It rains.',
        span: { start: 0, end: 1 },
        change: { field: 'password', certain: true },
        fixes: [{ ...fix, preferred: true }],
      },
    );
  });
});
