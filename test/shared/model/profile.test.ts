import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { defaultOption, isRequired, profileSpan, readProfile } from '../../../shared/model/profile.ts';
import { say, text as words } from '../../../shared/text.ts';

const read = (text: string) => readProfile(parse(text));
const E = 'enabled-locked';
const D = 'disabled-locked';
const U = 'unlocked';

describe('readProfile: locks', () => {
  /** What a setting says, and the locks that are possible then. */
  const table: readonly [string, readonly string[]][] = [
    ['{"enabled":true,"locked":true}', [E]],
    ['{"enabled":false,"locked":true}', [D]],
    ['{"enabled":true,"locked":false}', [U]],
    ['{"enabled":false,"locked":false}', [U]],
    ['{"locked":false}', [U]],
    ['{"locked":true}', [E, D]],
    ['{"enabled":true}', [E, U]],
    ['{"enabled":false}', [D, U]],
    ['{}', [E, D, U]],
    ['null', [E, D, U]],
    ['{"enabled":null,"locked":true}', [E, D]],
    ['{"enabled":"true","locked":true}', [E, D]],
    ['{"enabled":true,"locked":1}', [E, U]],
    ['true', [E, D, U]],
    ['[]', [E, D, U]],
    ['{"enabled":false,"locked":true,"enabled":true}', [E]],
  ];
  for (const setting of ['waitingRoom', 'passcode', 'authentication'] as const) {
    for (const [text, locks] of table) {
      it(`${setting}: ${text}`, () => {
        const { waitingRoom, passcode, authentication } = read(`{"${setting}":${text}}`).settings;
        assert.deepEqual(
          { waitingRoom: waitingRoom.locks, passcode: passcode.locks, authentication: authentication.locks },
          { waitingRoom: [E, D, U], passcode: [E, D, U], authentication: [E, D, U], [setting]: locks },
        );
      });
    }
  }
});

describe('readProfile: every part', () => {
  const whole = read(`// captured by hand
{
  "account": { "plan": "business", "licenses": 101 },
  "requireSecurityOption": { "enabled": false, "locked": true },
  "passcode": { "enabled": true, "locked": true, "requirement": {
    "length": 8, "have_letter": true, "have_number": false, "have_special_character": true,
    "have_upper_and_lower_characters": true, "only_allow_numeric": false, "consecutive_characters_length": 4,
    "weak_enhance_detection": true, "unheard_of": 1 } },
  "authentication": { "options": [ { "id": "a", "name": "A", "default": true }, { "id": "b" }, ] },
  "requests": [
    { "files": "a/*.json", "operation": "create", "at": "/t/*" },
    { "files": "b.json", "operation": "update", "meeting": "m.json" },
  ],
  "ignore": [
    { "code": "x", "reason": "r" },
    { "code": "y", "files": "a/*.json", "pointer": "/a~1b/~0", "request": "/t/u" },
    { "code": "z", "files": null, "pointer": "" },
  ],
  "capturedAt": "2026-11-24",
}`);

  it('without problems', () => assert.deepEqual([whole.problems, whole.document.errors], [[], []]));

  it('account and requirement', () => {
    assert.deepEqual(whole.account, { plan: 'business', licenses: 101 });
    assert.equal(whole.requirementEnabled, false);
  });

  it('the passcode requirement, key for key', () => {
    assert.deepEqual(whole.passcodeRequirement, {
      length: 8,
      have_letter: true,
      have_number: false,
      have_special_character: true,
      have_upper_and_lower_characters: true,
      only_allow_numeric: false,
      consecutive_characters_length: 4,
      weak_enhance_detection: true,
    });
  });

  it('options and requests', () => {
    assert.deepEqual(whole.options, [
      { id: 'a', name: 'A', default: true },
      { id: 'b', name: undefined, default: false },
    ]);
    assert.deepEqual(whole.requests, [
      { files: 'a/*.json', operation: 'create', meeting: undefined, occurrence: false, at: '/t/*' },
      { files: 'b.json', operation: 'update', meeting: 'm.json', occurrence: false, at: undefined },
    ]);
  });

  it('what to ignore: what is left out is every file and every place', () => {
    assert.deepEqual(whole.ignore, [
      { index: 0, code: 'x', files: undefined, pointer: undefined, request: undefined },
      { index: 1, code: 'y', files: 'a/*.json', pointer: '/a~1b/~0', request: '/t/u' },
      { index: 2, code: 'z', files: undefined, pointer: '', request: undefined },
    ]);
  });

  it('left out: everything is open', () => {
    const { account, requirementEnabled, passcodeRequirement, options, requests, ignore, problems } = read('{}');
    assert.deepEqual(
      [account, requirementEnabled, passcodeRequirement, options, requests, ignore, problems],
      [{ plan: undefined, licenses: undefined }, undefined, {}, undefined, [], [], []],
    );
  });

  it('an empty list of options is a list', () =>
    assert.deepEqual(read('{"authentication":{"options":[]}}').options, []));
});

describe('readProfile: wrong types are problems, in their place, and count as left out', () => {
  /** The profile with the wrong part in ‹ ›, and what the message begins with, quotes aside. */
  const table: readonly [string, string][] = [
    ['‹[]›', 'A lock profile must be an object'],
    ['‹"x"›', 'A lock profile must be an object'],
    ['‹null›', 'A lock profile must be an object'],
    ['{"account":‹"pro"›}', 'account must be an object'],
    ['{"account":{"plan":‹"Pro"›}}', 'plan must be one of: basic, pro'],
    ['{"account":{"plan":‹1›}}', 'plan must be a string'],
    ['{"account":{"licenses":‹"5"›}}', 'licenses must be a number'],
    ['{"account":{"licenses":‹-1›}}', 'licenses must be a whole number'],
    ['{"account":{"licenses":‹1.5›}}', 'licenses must be a whole number'],
    ['{"account":{"licenses":‹1e999›}}', 'licenses must be a whole number'],
    ['{"requireSecurityOption":‹true›}', 'requireSecurityOption must be an object'],
    ['{"requireSecurityOption":{"enabled":‹"on"›}}', 'enabled must be true or false'],
    ['{"requireSecurityOption":{"locked":‹0›}}', 'locked must be true or false'],
    ['{"waitingRoom":‹"locked"›}', 'waitingRoom must be an object'],
    ['{"passcode":{"requirement":‹6›}}', 'requirement must be an object'],
    ['{"passcode":{"requirement":{"have_letter":‹"yes"›}}}', 'have_letter must be true or false'],
    ['{"passcode":{"requirement":{"length":‹6.5›}}}', 'length must be a whole number'],
    ['{"passcode":{"requirement":{"consecutive_characters_length":‹true›}}}', 'consecutive_characters_length must be'],
    ['{"authentication":{"options":‹{}›}}', 'options must be a list'],
    ['{"authentication":{"options":[‹"a"›]}}', 'An authentication option must be an object'],
    ['{"authentication":{"options":[{"id":‹7›}]}}', 'id must be a string'],
    ['{"authentication":{"options":[{"id":"a","default":‹1›}]}}', 'default must be true or false'],
    ['{"requests":‹{}›}', 'requests must be a list'],
    ['{"requests":[‹null›]}', 'An entry of requests must be an object'],
    ['{"requests":[{"files":"a","operation":‹"delete"›}]}', 'operation must be one of: create, update'],
    ['{"requests":[{"files":"a","operation":"update","meeting":‹true›}]}', 'meeting must be a string'],
    [
      '{"requests":[{"files":"a","operation":"create","at":‹"templates/*"›}]}',
      'at must be a JSON pointer such as /templates/*.',
    ],
    ['{"requests":[{"files":"a","operation":"create","at":‹["/a"]›}]}', 'at must be a JSON pointer'],
    ['{"requests":[‹{"files":"a"}›]}', 'This entry has no operation, which is create or update.'],
    ['{"ignore":‹"x"›}', 'ignore must be a list'],
    ['{"ignore":[‹"x"›]}', 'An entry of ignore must be an object'],
    ['{"ignore":[{"code":‹1›}]}', 'code must be a string'],
    ['{"ignore":[{"code":"x","files":‹["a"]›}]}', 'files must be a string'],
    ['{"ignore":[{"code":"x","pointer":‹7›}]}', 'pointer must be a string'],
    [
      '{"ignore":[{"code":"x","pointer":‹"settings"›}]}',
      'pointer must be a JSON pointer such as /settings/waiting_room',
    ],
    ['{"ignore":[{"code":"x","pointer":‹"/a~2"›}]}', 'pointer must be a JSON pointer'],
    [
      '{"requests":[{"files":"a","operation":"create","occurrence":‹true›}]}',
      'Only an update can be for one occurrence.',
    ],
    ['{"ignore":[{"code":"x","reason":‹{}›}]}', 'reason must be a string'],
  ];
  for (const [drawn, message] of table) {
    it(drawn, () => {
      const { problems } = read(drawn.replace(/[‹›]/g, ''));
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const said = say(problems[0]?.message ?? words`nothing`).replace(/[`"]/g, '');
      assert.ok(said.startsWith(message), said);
      assert.deepEqual(problems[0]?.span, { start: drawn.indexOf('‹'), end: drawn.indexOf('›') - 1 });
    });
  }

  it('null is left out, without a problem', () => {
    const text = '{"account":null,"passcode":{"requirement":null},"authentication":{"options":null},"requests":null}';
    assert.deepEqual(read(text).problems, []);
  });

  it('one bad entry does not take the others with it', () => {
    assert.deepEqual(
      read('{"authentication":{"options":[{"id":"a"},1,{"id":null},{"id":"b"}]}}').options?.map(({ id }) => id),
      ['a', 'b'],
    );
    const bad = '{"code":"x","files":1},{"code":"x","pointer":"y"},{"files":"a"},{"code":null}';
    assert.deepEqual(
      read(`{"ignore":[${bad},{"code":"x"}]}`).ignore.map(({ index }) => index),
      [4],
      'an entry is passed over as a whole: without its files or its pointer it would ignore more',
    );
    assert.deepEqual(
      read('{"requests":[{},{"files":"a","operation":"create"}]}').requests.map(({ files }) => files),
      ['a'],
    );
  });

  it('an entry of requests whose at is no pointer does nothing: without it, the whole file would be one body', () => {
    for (const at of ['"x"', '5', '["/a"]', '"#/a"', '"/a~2"'])
      assert.deepEqual(read(`{"requests":[{"files":"a","operation":"create","at":${at}}]}`).requests, [], at);
  });

  it('the pointer "" is that of the whole file, which is one body as without it', () => {
    const [entry] = read('{"requests":[{"files":"a","operation":"create","at":""}]}').requests;
    assert.deepEqual([entry?.files, entry?.at], ['a', undefined]);
  });

  it('a broken text leaves everything out, and its problems are those of the syntax', () => {
    const profile = read('{"waitingRoom":{"enabled":true,"locked":true},"passcode":1');
    assert.deepEqual(profile.settings.waitingRoom.locks, [E, D, U]);
    assert.deepEqual(profile.problems, []);
    assert.ok(profile.document.errors.length > 0);
  });

  it('`__proto__` says nothing', () => {
    assert.deepEqual(read('{"__proto__":{"waitingRoom":{"locked":false}}}').settings.waitingRoom.locks, [E, D, U]);
  });
});

describe('isRequired: on unless the profile turns it off and the account can', () => {
  const table: readonly [string, boolean][] = [
    ['{}', true],
    ['{"requireSecurityOption":{"enabled":true}}', true],
    ['{"requireSecurityOption":{"enabled":false}}', false],
    ['{"requireSecurityOption":{"enabled":null}}', true],
    ['{"account":{"plan":"enterprise"}}', true],
    ['{"account":{"plan":"enterprise"},"requireSecurityOption":{"enabled":false}}', false],
    ['{"account":{"plan":"pro"},"requireSecurityOption":{"enabled":false}}', true],
    ['{"account":{"plan":"business","licenses":100},"requireSecurityOption":{"enabled":false}}', true],
    ['{"account":{"plan":"business","licenses":101},"requireSecurityOption":{"enabled":false}}', false],
    ['{"account":{"plan":"business"},"requireSecurityOption":{"enabled":false}}', false],
    ['{"account":{"plan":"api","licenses":1},"requireSecurityOption":{"enabled":false}}', true],
  ];
  for (const [text, required] of table) it(text, () => assert.equal(isRequired(read(text)), required));
});

describe('defaultOption', () => {
  const marked = (...flags: readonly boolean[]) => {
    const options = flags.map((flag, at) => ({ id: `o${at}`, default: flag }));
    return defaultOption(read(JSON.stringify({ authentication: { options } })));
  };

  it('the one that is marked; none where none or several are', () => {
    assert.equal(marked(false, true), 'o1');
    assert.equal(marked(false, false), undefined);
    assert.equal(marked(true, true), undefined);
    assert.equal(defaultOption(read('{}')), undefined);
  });
});

describe('profileSpan', () => {
  const text = '{ "passcode": { "locked": true } }';
  const at = (...path: string[]) => {
    const { start, end } = profileSpan(read(text), ...path);
    return text.slice(start, end);
  };

  it('the name of a part, the value inside it, or the first character', () => {
    assert.equal(at('passcode'), '"passcode"');
    assert.equal(at('passcode', 'locked'), 'true');
    assert.equal(at('passcode', 'enabled'), '{');
    assert.equal(at('account'), '{');
  });
});
