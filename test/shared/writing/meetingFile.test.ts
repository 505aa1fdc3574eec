import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../../shared/json/parse.ts';
import { readMeeting } from '../../../shared/model/request.ts';
import { keptPasscodeMark } from '../../../shared/model/security.ts';
import { checkMeeting } from '../../../shared/rules/check.ts';
import { say } from '../../../shared/text.ts';
import { meetingFile, responseFile } from '../../../shared/writing/meetingFile.ts';
import { runs } from '../../support/rotation.ts';

/** The answer of GET /meetings/{meetingId}, shortened, with all that must not be kept. */
const answer = {
  uuid: 'Zk4mWq8s==',
  id: 84210003344,
  host_id: 'x7Lq0RmN',
  host_email: 'jonas@studio.example.com',
  topic: 'Open house',
  type: 2,
  start_url: 'https://zoom.example.com/s/84210003344?zak=token',
  join_url: 'https://zoom.example.com/j/84210003344?pwd=token',
  password: 'S3cretPw',
  h323_password: '112233',
  pstn_password: '445566',
  encrypted_password: 'c2VjcmV0',
  tracking_fields: [{ field: 'Customer', value: 'Example Ltd' }],
  settings: {
    waiting_room: true,
    meeting_authentication: true,
    authentication_option: 'opt-staff',
    authentication_domains: 'studio.example.com',
    alternative_hosts: 'mira@studio.example.com',
    global_dial_in_numbers: [{ number: '+1 000 000' }],
    contact_name: 'Jonas',
  },
};

function made(response: unknown): string {
  const file = meetingFile(typeof response === 'string' ? response : JSON.stringify(response));
  return file.state === 'meeting' ? file.text : assert.fail(say(file.problem));
}

function problemOf(response: string): string {
  const file = meetingFile(response);
  return file.state === 'problem' ? say(file.problem) : assert.fail(file.text);
}

describe('a meeting file', () => {
  it('holds what a prediction needs, the passcode as a mark, and nothing else', () => {
    assert.equal(
      made(answer),
      `{
  "type": 2,
  "password": "<set, not kept>",
  "settings": {
    "waiting_room": true,
    "meeting_authentication": true,
    "authentication_option": "opt-staff"
  }
}
`,
    );
  });

  it('holds no passcode and no option where the meeting has none', () => {
    const { password: _, ...open } = answer;
    const settings = { waiting_room: false, meeting_authentication: false };
    const expected = `{
  "type": 2,
  "settings": {
    "waiting_room": false,
    "meeting_authentication": false
  }
}
`;
    assert.equal(made({ ...open, settings }), expected);
    assert.equal(made({ ...open, password: '', settings: { ...settings, authentication_option: '' } }), expected);
  });

  it('says whether it uses the personal meeting ID, if the answer does', () => {
    const settings = { use_pmi: true, waiting_room: false, meeting_authentication: false };
    assert.deepEqual(JSON.parse(made({ id: 1, type: 3, settings: { ...settings, pmi: '84210003344' } })), {
      type: 3,
      settings,
    });
    assert.deepEqual(JSON.parse(made({ id: 1, type: 'x', settings: { ...settings, use_pmi: 'yes' } })), {
      settings: { waiting_room: false, meeting_authentication: false },
    });
  });

  it('is made alike of an answer that a tool has put into something', () => {
    const around = [{ data: answer }, { status: 200, headers: { id: 'x' }, body: answer }, [answer]];
    for (const response of around) assert.equal(made(response), made(answer));
    assert.equal(made(`\uFEFF// curl\n${JSON.stringify(answer)}`), made(answer));
  });

  it('reads as the answer itself, but for the value of the passcode; and has no finding', () => {
    const { password, ...others } = readMeeting(parse(JSON.stringify(answer))) ?? assert.fail();
    assert.equal(password.value, 'S3cretPw');
    const document = parse(made(answer));
    assert.deepEqual(readMeeting(document), { ...others, password: { set: true } });
    assert.deepEqual(checkMeeting(document), []);
  });
});

describe('nothing is made of', () => {
  for (const [what, response, problem] of [
    ['an empty text', ' \n', 'This is empty.'],
    ['a broken text', '{ "id": 1, "settings": { "waiting_room": true }', 'This is not valid JSON.'],
    ['something else that was copied', 'https://zoom.example.com/j/84210003344', 'This is not valid JSON.'],
    [
      'an error',
      '{ "code": 3001, "message": "Meeting does not exist." }',
      'This is an error response from Zoom (code 3001).',
    ],
    ['a list of meetings', '{ "meetings": [{ "id": 1, "topic": "x" }] }', 'This is a list of meetings.'],
    ['two meetings', JSON.stringify([answer, answer]), 'This contains several meetings.'],
    ['a webinar', '{ "id": 1, "type": 5, "settings": {} }', 'This is a webinar.'],
    [
      'a request body',
      '{ "topic": "x", "settings": { "waiting_room": true } }',
      'This is not a response of GET /meetings/{meetingId}: it has no "id".',
    ],
    [
      'settings of the account',
      '{ "meeting_security": { "waiting_room": true } }',
      'This is a response of the settings endpoints.',
    ],
    ['a meeting without its settings', '{ "id": 1, "settings": null }', 'This has no "settings".'],
    ['a number', '7', 'This is a number.'],
    [
      'a field of the wrong type',
      '{ "id": 1, "settings": { "waiting_room": "true" } }',
      'This is a meeting whose settings.waiting_room has the wrong type.',
    ],
    [
      'a passcode that is a number',
      '{ "id": 1, "password": 123456, "settings": {} }',
      'This is a meeting whose password has the wrong type.',
    ],
  ] as const) {
    it(`${what}: ${problem}`, () => assert.equal(problemOf(response), problem));
  }
});

describe('secrets', () => {
  /** Long enough to be in no text by chance. */
  const secret = fc.stringMatching(/^[A-Za-z0-9]{8,12}$/).map((each) => `§${each}`);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      secret,
      fc.constantFrom<unknown>(true, false, null, 7),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(secret, fc.constantFrom('password', 'settings', 'waiting_room', 'id')), tie('value'), {
        maxKeys: 3,
        noNullPrototype: false,
      }),
    ),
  }));
  const members = fc.dictionary(fc.oneof(secret, fc.constantFrom(...Object.keys(answer))), value, {
    maxKeys: 6,
    noNullPrototype: false,
  });
  const responses = fc
    .record({
      around: members,
      inside: members,
      wrapped: fc.boolean(),
      own: fc.record(
        { password: secret, authentication_option: secret, waiting_room: fc.boolean() },
        { requiredKeys: [] },
      ),
    })
    .map(({ around, inside, wrapped, own: { password, ...own } }) => {
      const meeting = { ...around, id: 1, type: 2, password, settings: { ...inside, ...own } };
      return { own, text: JSON.stringify(wrapped ? { ...around, data: meeting } : meeting) };
    });

  it('no string of an answer comes into the file or into a problem, but for the id of the option', () => {
    let files = 0;
    fc.assert(
      fc.property(responses, ({ own, text }) => {
        const file = meetingFile(text);
        if (file.state === 'meeting') files++;
        const told = file.state === 'meeting' ? file.text : say(file.problem);
        const allowed = own.authentication_option ?? '';
        assert.doesNotMatch(allowed ? told.replaceAll(allowed, '') : told, /§/);
        if (file.state !== 'meeting') return;
        const kept = JSON.parse(file.text);
        assert.ok([...Object.keys(kept), ...Object.keys(kept.settings)].every((key) => keys.has(key)));
        assert.ok([undefined, keptPasscodeMark].includes(kept.password));
      }),
      runs(200),
    );
    assert.ok(files > 50, `only ${files} files`);
  });

  const keys = new Set([
    'type',
    'password',
    'settings',
    'use_pmi',
    'waiting_room',
    'meeting_authentication',
    'authentication_option',
  ]);
});

describe('a response file', () => {
  const kept = (response: object) => {
    const file = responseFile(JSON.stringify(response));
    return file.state === 'meeting' ? file.text : assert.fail(say(file.problem));
  };

  it('is like the meeting file where the response shows everything', () => {
    assert.equal(kept(answer), made(answer));
  });

  it('headers before it, as `curl -i` prints them, are left out', () => {
    const proxy = 'HTTP/1.1 200 Connection established\r\n\r\n';
    const head = 'HTTP/2 201 \r\ncontent-type: application/json\r\nset-cookie: secret=1\r\n\r\n';
    for (const before of [head, proxy + head, head.replaceAll('\r', '')])
      assert.deepEqual(responseFile(before + JSON.stringify(answer)), responseFile(JSON.stringify(answer)));
    assert.equal(responseFile('HTTP/2 204 \r\n').state, 'problem');
  });

  it('leaves out what the response does not show', () => {
    assert.deepEqual(JSON.parse(kept({ id: 1, settings: {} })), { settings: {} });
  });

  it('knows a passcode by its other forms, of which it keeps none', () => {
    const { password: _, ...others } = answer;
    assert.equal(kept(others), kept(answer));
  });
});
