import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Span } from '../../../shared/finding.ts';
import { parse } from '../../../shared/json/parse.ts';
import { maxPasscodeLength } from '../../../shared/model/passcode.ts';
import {
  bodySpan,
  fieldSpan,
  readMeeting,
  readRequest,
  rootProblem,
  settingsProblem,
} from '../../../shared/model/request.ts';
import { keptPasscodeMark } from '../../../shared/model/security.ts';
import { say } from '../../../shared/text.ts';

const read = (text: string) => readRequest(parse(text));

function states(text: string): readonly string[] {
  const { waiting_room, password, meeting_authentication, authentication_option } = read(text).fields;
  return [waiting_room, password, meeting_authentication, authentication_option].map(({ state }) => state);
}

function source(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

describe('readRequest: the state of each field', () => {
  /** The text of every field's value, and the state of waiting_room, password, meeting_authentication, authentication_option. */
  // biome-ignore format: a table is read by its columns
  const table: readonly [string, string, string, string, string][] = [
    ['null',  'null',     'null',     'null',     'null'],
    ['""',    'mistyped', 'empty',    'mistyped', 'empty'],
    ['" "',   'mistyped', 'given',    'mistyped', 'given'],
    ['"x"',   'mistyped', 'given',    'mistyped', 'given'],
    ['true',  'given',    'mistyped', 'given',    'mistyped'],
    ['false', 'given',    'mistyped', 'given',    'mistyped'],
    ['0',     'mistyped', 'mistyped', 'mistyped', 'mistyped'],
    ['123',   'mistyped', 'mistyped', 'mistyped', 'mistyped'],
    ['[]',    'mistyped', 'mistyped', 'mistyped', 'mistyped'],
    ['{}',    'mistyped', 'mistyped', 'mistyped', 'mistyped'],
    ['{{x}}', 'open',     'open',     'open',     'open'],
    ['"<x>"', 'open',     'open',     'open',     'open'],
  ];
  for (const [value, ...expected] of table) {
    it(value, () => {
      const inner = `"waiting_room":${value},"meeting_authentication":${value},"authentication_option":${value}`;
      assert.deepEqual(states(`{"password":${value},"settings":{${inner}}}`), expected);
    });
  }

  it('settings that are filled in as a whole leave what is in them open', () => {
    const text = '{"password":"abc","settings":{{settings}}}';
    assert.deepEqual(states(text), ['open', 'given', 'open', 'open']);
    assert.equal(settingsProblem(read(text)), undefined);
    assert.deepEqual(read(text).sent, { password: 'abc' });
  });

  it('what is filled in later is kept as it is written', () => {
    const text = '{"type":{{type}},"password":"a{{p}}","default_password":%D%,"settings":{"use_pmi":"<boolean>"}}';
    assert.deepEqual(read(text).open, {
      password: 'a{{p}}',
      default_password: '%D%',
      use_pmi: '<boolean>',
      type: '{{type}}',
    });
    assert.deepEqual(read(text).sent, {});
  });

  it('settings of another type leave what is in them open: what Zoom makes of them is not known', () => {
    for (const settings of ['[{"waiting_room":true}]', '"x"', '1', 'true']) {
      assert.deepEqual(states(`{"settings":${settings}}`), ['open', 'absent', 'open', 'open'], settings);
    }
  });

  it('absent: no settings, or the wrong place', () => {
    const absent = ['absent', 'absent', 'absent', 'absent'];
    for (const text of [
      '{}',
      '',
      '[]',
      '"x"',
      '{"settings":null}',
      '{"waiting_room":true,"settings":{"password":"x"}}',
    ]) {
      assert.deepEqual(states(text), absent, text);
    }
  });

  it('half-typed is absent, and its name is known', () => {
    const { fields } = read('{"settings":{"waiting_room":');
    assert.equal(fields.waiting_room.state, 'absent');
    assert.equal(fields.waiting_room.property?.key, 'waiting_room');
  });
});

describe('readRequest: what is sent', () => {
  it('given and empty only', () => {
    const text = `{"password":"","settings":{"waiting_room":null,"meeting_authentication":"true","authentication_option":"x"}}`;
    assert.deepEqual(read(text).sent, { password: '', authentication_option: 'x' });
    assert.deepEqual(read('{"settings":{"waiting_room":false}}').sent, { waiting_room: false });
    assert.deepEqual(read('{}').sent, {});
  });

  it('of duplicates the last, also where it is null or mistyped', () => {
    assert.deepEqual(read('{"password":"a","password":"b"}').sent, { password: 'b' });
    assert.deepEqual(read('{"password":"a","password":null}').sent, { password: null });
    assert.deepEqual(read('{"password":"a","password":1}').sent, {});
    assert.deepEqual(read('{"settings":{"waiting_room":true},"settings":{}}').sent, {});
  });

  it('escapes are read', () => assert.deepEqual(read('{"pass\\u0077ord":"\\u0041"}').sent, { password: 'A' }));

  it('`__proto__` gives nothing', () => {
    assert.deepEqual(read('{"__proto__":{"password":"x"},"settings":{"__proto__":{"waiting_room":true}}}').sent, {});
  });
});

describe('readRequest: whole, root, settings', () => {
  it('whole only where the text is an object without errors', () => {
    assert.ok(read('{} // x').isComplete);
    for (const text of ['', '{', '[]', '{"a":1', 'null', '{} {}']) assert.equal(read(text).isComplete, false, text);
  });

  it('the problem of a body that is not there', () => {
    const about = (text: string) => {
      const problem = rootProblem(read(text));
      return problem && [say(problem.message), problem.span.start, problem.span.end];
    };
    assert.deepEqual(about(' \n'), ['This must be a JSON object in braces; the file is empty.', 0, 0]);
    for (const text of ['{}', '{', '// x', ']', ' [1]', '"{{body}}"']) assert.equal(about(text), undefined, text);
  });

  it('the problem of settings that are no object', () => {
    const about = (text: string) => {
      const problem = settingsProblem(read(text));
      return problem && source(text, problem.span);
    };
    assert.equal(about('{"settings":[]}'), '[]');
    assert.equal(about('{"settings":{},"settings":"x"}'), '"x"');
    for (const text of ['{}', '{"settings":{}}', '{"settings":null}', '{"settings":', '[]'])
      assert.equal(about(text), undefined);
  });
});

describe('places', () => {
  const body = (text: string) => source(text, bodySpan(read(text)));

  it('bodySpan: the name `settings` where they are an object, else the brace', () => {
    assert.equal(body('{ "settings": {} }'), '"settings"');
    assert.deepEqual(bodySpan(read('{"settings":{},"settings":{}}')), { start: 15, end: 25 });
    assert.equal(body(' { "settings": null }'), '{');
    assert.equal(body('{}'), '{');
    assert.deepEqual(bodySpan(read('')), { start: 0, end: 0 });
  });

  it('fieldSpan: the value, else the name', () => {
    const field = (text: string) => source(text, fieldSpan(read(text).fields.password));
    assert.equal(field('{ "password": "🙂" }'), '"🙂"');
    assert.equal(field('{ "password": '), '"password"');
    assert.equal(field('{}'), '');
  });
});

describe('readMeeting', () => {
  const nothing = {
    waiting_room: false,
    meeting_authentication: false,
    password: { set: false },
    authentication_option: { set: false },
  };
  const meeting = (text: string) => readMeeting(parse(text));

  it('as GET /meetings/{meetingId} gives it', () => {
    const settings = '{"waiting_room":true,"meeting_authentication":true,"authentication_option":"opt"}';
    assert.deepEqual(meeting(`{"id":1,"password":"x","settings":${settings}}`), {
      waiting_room: true,
      meeting_authentication: true,
      password: { set: true, value: 'x' },
      authentication_option: { set: true, value: 'opt' },
    });
  });

  it('the mark of a meeting file says that a passcode is set, and is no value of it', () => {
    const marked = meeting(JSON.stringify({ password: keptPasscodeMark }));
    assert.deepEqual(marked, { ...nothing, password: { set: true } });
    assert.ok(keptPasscodeMark.length > maxPasscodeLength, 'a passcode might look like it');
  });

  it('what is missing, null or empty is off', () => {
    for (const text of [
      '{}',
      '{"settings":null}',
      '{"password":"","settings":{"authentication_option":"","waiting_room":null}}',
    ]) {
      assert.deepEqual(meeting(text), nothing, text);
    }
  });

  it('broken, no object, mistyped: nothing is known', () => {
    for (const text of [
      '',
      '[]',
      '{',
      '{"password":1}',
      '{"settings":{"waiting_room":"true"}}',
      '{"settings":[]}',
      '{"settings":"x"}',
    ]) {
      assert.equal(meeting(text), undefined, text);
    }
  });
});
