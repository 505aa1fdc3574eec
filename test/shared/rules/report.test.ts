import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  applyEdits,
  type ChosenSeverities,
  editsFor,
  type Finding,
  ignoreCommentAbove,
  isSeverityLevel,
  parse,
  pointerAt,
  type Report,
  readProfile,
  reportMeeting,
  reportProfile,
  reportRequest,
  requestContext,
} from '../../../shared/index.ts';
import { say } from '../../../shared/text.ts';
import { documents } from '../../support/documents.ts';
import { comparable, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';
import { runs } from '../../support/rotation.ts';

const locks = profileWith('W locked on · P locked on · A locked off');

function profileIgnoring(...ignore: readonly object[]) {
  return readProfile(parse(JSON.stringify({ ...JSON.parse(locks), ignore })));
}

function report(text: string, ...ignore: readonly object[]) {
  return reportRequest(
    requestContext(parse(text), 'create', { profile: profileIgnoring(...ignore), meeting: undefined }),
  );
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

const body = `{
  "topic": "a", "topic": "b", "topic": "c",
  "x/y~z": [{ "k": 1, "k": 2 }],
  "settings": { "waiting_room": false, "meeting_authentication": true }
}`;
const all = [
  'duplicate-key',
  'duplicate-key',
  'duplicate-key',
  'passcode-generated',
  'waiting-room-overwritten',
  'authentication-overwritten',
];

describe('an entry of the profile', () => {
  it('none: everything is reported', () => assert.deepEqual(codes(report(body).findings), all));

  for (const [what, entry, gone] of [
    ['a code: everywhere', { code: 'duplicate-key' }, [0, 1, 2]],
    ['a place', { code: 'waiting-room-overwritten', pointer: '/settings/waiting_room' }, [4]],
    ['a place with escapes in a list', { code: 'duplicate-key', pointer: '/x~1y~0z/0/k' }, [2]],
    ['a place that two of them have: the same key three times', { code: 'duplicate-key', pointer: '/topic' }, [0, 1]],
    ['the place of what is about the whole body', { code: 'passcode-generated', pointer: '/settings' }, [3]],
    ['another place', { code: 'waiting-room-overwritten', pointer: '/settings' }, []],
    ['a place around it', { code: 'waiting-room-overwritten', pointer: '' }, []],
    ['another code', { code: 'waiting-room-added' }, []],
    ['a pointer that is none: the entry is passed over', { code: 'duplicate-key', pointer: 'topic' }, []],
  ] as const) {
    it(what, () => {
      const { findings, ignored, used } = report(body, entry);
      assert.deepEqual(
        codes(findings),
        all.filter((_, index) => !(gone as readonly number[]).includes(index)),
      );
      assert.deepEqual(
        codes(ignored),
        all.filter((_, index) => (gone as readonly number[]).includes(index)),
      );
      assert.equal(used.length, gone.length > 0 ? 1 : 0);
    });
  }

  it('that does not cover the file does nothing', () => {
    const profile = profileIgnoring({ code: 'duplicate-key', files: 'a.json' }, { code: 'passcode-generated' });
    const context = requestContext(parse(body), 'create', { profile, meeting: undefined });
    const { findings, used } = reportRequest(context, {
      covers: (entries) => entries.filter(({ files }) => files === undefined),
    });
    assert.deepEqual(
      codes(findings),
      all.filter((each) => each !== 'passcode-generated'),
    );
    assert.deepEqual(
      used.map(({ index }) => index),
      [1],
    );
  });

  it('the body without settings has the empty pointer', () => {
    assert.deepEqual(codes(report('{}', { code: 'passcode-generated', pointer: '' }).findings), ['waiting-room-added']);
  });

  it('each of several that fit is used', () => {
    const { used } = report(body, { code: 'duplicate-key' }, { code: 'duplicate-key', pointer: '/topic' });
    assert.deepEqual(
      used.map(({ index }) => index),
      [0, 1],
    );
  });

  it('an error can be ignored, broken JSON, too', () => {
    assert.deepEqual(codes(report('{ "password": 1 }', { code: 'field-type' }).ignored), ['field-type']);
    assert.deepEqual(codes(report('{', { code: 'json-syntax' }).findings), []);
  });

  it('a meeting file obeys it', () => {
    const meeting = parse('{ "password": 1, "settings": {} }', 'literal');
    assert.deepEqual(
      codes(reportMeeting(meeting, { kind: 'meeting' }, profileIgnoring({ code: 'field-type' })).findings),
      [],
    );
    assert.deepEqual(codes(reportMeeting(meeting, { kind: 'meeting' }, undefined).findings), ['field-type']);
  });

  it('the profile itself obeys it, but a broken one says nothing', () => {
    const text =
      '{ "rules": "2025-03-24", "ignore": [{ "code": "profile-unknown-setting" }, { "code": "profile-syntax" }] ';
    assert.deepEqual(codes(reportProfile(readProfile(parse(`${text}}`)), {}).findings), ['profile-ignore-unused']);
    assert.deepEqual(codes(reportProfile(readProfile(parse(text)), {}).findings), ['profile-syntax']);
  });
});

describe('findings at one place', () => {
  const bare = '{ "topic": "a", "settings": { "host_video": true } }';
  const room = 'Zoom will turn the Waiting Room on: the account has the Waiting Room on and locked.';
  const passcode =
    'Zoom will generate a passcode: the account has passcodes on and locked. Read the passcode in the response.';
  const said = (findings: readonly Finding[]) => findings.map(({ code, message }) => [code, say(message)]);

  it('are one, which says what all of them say; each is still there on its own', () => {
    const { findings, separate } = report(bare);
    assert.deepEqual(said(findings), [['waiting-room-added', `${room} ${passcode}`]]);
    assert.deepEqual(said(separate), [
      ['waiting-room-added', room],
      ['passcode-generated', passcode],
    ]);
  });

  it('the first is ignored: the next shows', () => {
    const { findings, ignored } = report(bare, { code: 'waiting-room-added' });
    assert.deepEqual(said(findings), [['passcode-generated', passcode]]);
    assert.deepEqual(codes(ignored), ['waiting-room-added']);
    const comment = bare.replace('"settings"', '\n// zoom-request-lens-ignore waiting-room-added: why\n"settings"');
    assert.deepEqual(said(report(comment).findings), [['passcode-generated', passcode]]);
  });

  it('another is ignored: the first does not say it', () => {
    const { findings, used } = report(bare, { code: 'passcode-generated', pointer: '/settings' });
    assert.deepEqual(said(findings), [['waiting-room-added', room]]);
    assert.equal(used.length, 1);
  });

  it('one fix for what Zoom adds, as far as it is known', () => {
    const unnamed = '{ "settings": { "meeting_authentication": true } }';
    const profile = profileWith('W locked on · P locked on · A unlocked');
    assert.deepEqual(fixTitles(unnamed, 'waiting-room-added', { profile }), [
      '★ Write what is known of what Zoom adds',
      'Write waiting_room: true, as Zoom will store it',
    ]);
  });

  it('no fix that leaves the first: one on which the rule sets differ cannot be written', () => {
    const profile = `{
      "waitingRoom": { "enabled": true, "locked": false },
      "passcode": { "enabled": false, "locked": false },
      "authentication": { "enabled": true, "locked": true, "options": [{ "id": "opt-own", "name": "Own", "default": true }] }
    }`;
    const [finding] = findingsOf('{ "topic": "a" }', { profile });
    assert.match(finding ? say(finding.message) : '', /^By Zoom's tables .*Zoom will require authentication/);
    assert.deepEqual(finding?.fixes(), []);
  });

  it('one fix for what Zoom adds', () => {
    const [finding] = report(bare).findings;
    const [fix, ...others] = finding?.fixes() ?? [];
    assert.deepEqual([fix && say(fix.title), fix?.preferred], ['Write everything that Zoom adds', true]);
    assert.deepEqual(
      others.map(({ title, preferred }) => [say(title), preferred]),
      [['Write waiting_room: true, as Zoom will store it', false]],
    );
    const edits = editsFor(parse(bare), fix?.changes ?? [], () => '4sPgWr-2') ?? [];
    const after = applyEdits(bare, edits);
    assert.equal(
      after,
      '{ "topic": "a", "password": "4sPgWr-2", "settings": { "host_video": true, "waiting_room": true } }',
    );
    assert.deepEqual(report(after).findings, []);
  });

  it('a passcode that breaks several rules: the fix of the first fixes all', () => {
    const text = '{ "password": "pässwort-2030", "settings": { "waiting_room": true } }';
    const { findings, separate } = report(text);
    assert.deepEqual(codes(separate), ['passcode-too-long', 'passcode-characters']);
    assert.deepEqual(codes(findings), ['passcode-too-long']);
    const [fix, ...others] = findings[0]?.fixes() ?? [];
    const edits = editsFor(parse(text), fix?.changes ?? [], () => '4sPgWr-2') ?? [];
    assert.deepEqual([report(applyEdits(text, edits)).findings, others], [[], []]);
  });

  it('a name and its value are two places', () => {
    const twice = '{ "password": "4sPgWr-2", "settings": { "waiting_room": true }, "default_password": "x" }';
    const update = requestContext(parse(twice.replace('"x"', '1, "default_password": 2')), 'update', {
      profile: undefined,
      meeting: undefined,
    });
    assert.deepEqual(codes(reportRequest(update).findings), ['duplicate-key', 'field-unknown-on-update']);
  });
});

describe('a comment', () => {
  const reported = (text: string) => codes(report(text.replaceAll('IGNORE', 'zoom-request-lens-ignore')).findings);
  const mistyped = '"password": "q8zXw2Lt", "settings": { "waiting_room": true, "meeting_authentication": 1 }';

  it('above or in the line', () => {
    assert.deepEqual(reported(`{\n  // IGNORE field-type: why\n  ${mistyped} }`), []);
    assert.deepEqual(reported(`{\n  ${mistyped} // IGNORE field-type\n}`), []);
  });

  it('two above one line', () => {
    const both = '// IGNORE duplicate-key\n  // IGNORE field-type';
    assert.deepEqual(reported(`{\n  ${both}\n  "a": 1, "a": 1, ${mistyped} }`), []);
  });

  it('not in another line', () => {
    const text = `{ // IGNORE field-type\n  ${mistyped}\n}`;
    assert.deepEqual(reported(text), ['ignore-unused', 'field-type']);
  });

  it('in a profile', () => {
    const text = '// zoom-request-lens-ignore profile-unknown-setting\n{ "waitingRom": {}, "rules": "2025-03-24" }';
    assert.deepEqual(codes(reportProfile(readProfile(parse(text)), {}).findings), ['profile-unknown-key']);
  });
});

describe('conclusive', () => {
  for (const [what, text, profile, conclusive] of [
    ['all is known', '{}', locks, true],
    ['a lock is unknown', '{}', profileWith('W locked on · P locked on'), false],
    ['no profile', '{}', undefined, false],
    ['a broken text', '{', locks, false],
  ] as const) {
    it(what, () => {
      const surroundings = {
        profile: profile === undefined ? undefined : readProfile(parse(profile)),
        meeting: undefined,
      };
      assert.equal(reportRequest(requestContext(parse(text), 'create', surroundings)).conclusive, conclusive);
    });
  }
});

describe('the findings of any document', () => {
  it('are one at each place, and say all that there is to say', () => {
    const law = fc.property(documents, (text) => {
      const { findings, separate } = report(text);
      const placeOf = ({ span }: Finding) => `${span.start} ${span.end}`;
      const places = separate.map(placeOf);
      assert.deepEqual(findings.map(placeOf), [...new Set(places)]);
      for (const finding of findings) {
        const here = separate.filter((each) => placeOf(each) === placeOf(finding));
        assert.equal(finding.code, here[0]?.code);
        for (const { message } of here) assert.ok(say(finding.message).includes(say(message)));
      }
    });
    fc.assert(law, runs(300));
  });
});

describe('ignoring one finding of any document takes away those of its code in its place, and nothing else', () => {
  const reported = (text: string, ...ignore: readonly object[]) => report(text, ...ignore).separate;

  it('by an entry', () => {
    const law = fc.property(documents, fc.nat(), (text, pick) => {
      const before = reported(text);
      const one = before[pick % before.length];
      if (!one) return;
      const pointerOf = ({ span }: Finding) => pointerAt(parse(text), span);
      const after = reported(text, { code: one.code, pointer: pointerOf(one) });
      const alike = (each: Finding) => each.code === one.code && pointerOf(each) === pointerOf(one);
      assert.deepEqual(comparable(after), comparable(before.filter((each) => !alike(each))));
    });
    fc.assert(law, runs(200));
  });

  it('by a comment above its line', () => {
    const law = fc.property(documents, fc.nat(), (text, pick) => {
      const before = reported(text);
      const one = before[pick % before.length];
      const edit = one && ignoreCommentAbove(parse(text), one.span.start, one.code);
      if (!one || !edit) return;
      const lineOf = ({ span }: Finding) => text.slice(0, span.start).split(/\r\n|\n|\r/).length;
      const alike = (each: Finding) => each.code === one.code && lineOf(each) === lineOf(one);
      assert.deepEqual(codes(reported(applyEdits(text, [edit]))), codes(before.filter((each) => !alike(each))));
    });
    fc.assert(law, runs(200));
  });
});

describe('severities', () => {
  /** Two findings at one place: too long, and with a character that Zoom does not document. */
  const twice = '{ "password": "grüße-an-alle" }';
  const chosen = (severities: object, text = body, outer: ChosenSeverities = {}) => {
    const profile = readProfile(parse(JSON.stringify({ ...JSON.parse(locks), rules: '2025-03-24', severities })));
    return reportRequest(requestContext(parse(text), 'create', { profile, meeting: undefined }), { severities: outer });
  };
  const drawn = ({ findings }: Pick<Report, 'findings'>, ...wanted: readonly string[]) =>
    findings.flatMap(({ code, severity }) => (wanted.includes(code) ? [`${code} ${severity}`] : []));

  it('a level per code; the others keep theirs', () => {
    const found = chosen({ 'passcode-generated': 'error', 'waiting-room-overwritten': 'hint' });
    assert.deepEqual(drawn(found, 'passcode-generated', 'waiting-room-overwritten', 'authentication-overwritten'), [
      'passcode-generated error',
      'waiting-room-overwritten hint',
      'authentication-overwritten warning',
    ]);
  });

  it('off: not reported, and ignored, since it is just as true', () => {
    const { findings, separate, ignored } = chosen({ 'duplicate-key': 'off' });
    assert.deepEqual(codes(findings).includes('duplicate-key'), false);
    assert.deepEqual(codes(separate).includes('duplicate-key'), false);
    assert.deepEqual(codes(ignored), ['duplicate-key', 'duplicate-key', 'duplicate-key']);
  });

  it('the option takes precedence over the profile, the profile over the setting', () => {
    const level = (setting: string | undefined, own: string | undefined, option: string | undefined) => {
      const of = (word: string | undefined) => new Map(isSeverityLevel(word) ? [['duplicate-key', word]] : []);
      const outer = { setting: of(setting), option: of(option) };
      return drawn(chosen(own ? { 'duplicate-key': own } : {}, '{ "a": 1, "a": 2 }', outer), 'duplicate-key');
    };
    assert.deepEqual(level('hint', 'error', 'information'), ['duplicate-key information']);
    assert.deepEqual(level('hint', 'error', undefined), ['duplicate-key error']);
    assert.deepEqual(level('hint', undefined, undefined), ['duplicate-key hint']);
    assert.deepEqual(level('off', 'warning', undefined), ['duplicate-key warning']);
    assert.deepEqual(level(undefined, undefined, 'off'), []);
    assert.deepEqual(level(undefined, undefined, undefined), ['duplicate-key warning']);
  });

  it('without a profile, the setting and the option count', () => {
    const context = requestContext(parse('{ "a": 1, "a": 2 }'), 'create', { profile: undefined, meeting: undefined });
    const severities = { setting: new Map([['duplicate-key', 'error'] as const]) };
    assert.deepEqual(drawn(reportRequest(context, { severities }), 'duplicate-key'), ['duplicate-key error']);
  });

  for (const [level, expected] of [
    ['error', ['waiting-room-overwritten information']],
    ['warning', ['waiting-room-overwritten information']],
    ['information', ['waiting-room-overwritten information']],
    ['hint', ['waiting-room-overwritten hint']],
    ['off', []],
  ] as const) {
    it(`what depends on an unknown meeting never rises: ${level}`, () => {
      // Zoom turns the Waiting Room back on if nothing else secures the meeting.
      const unlocked = JSON.parse(profileWith('W unlocked · P unlocked · A unlocked'));
      const severities = { 'waiting-room-overwritten': level };
      const profile = readProfile(parse(JSON.stringify({ ...unlocked, severities })));
      const update = parse('{ "settings": { "waiting_room": false } }');
      const found = reportRequest(requestContext(update, 'update', { profile, meeting: undefined }));
      assert.deepEqual(drawn(found, 'waiting-room-overwritten'), expected);
    });
  }

  it("what Zoom's two rule sets disagree on never rises", () => {
    const off = { enabled: false, locked: false };
    const own = { waitingRoom: off, passcode: { enabled: true, locked: false }, authentication: off };
    const severities = { 'passcode-generated': 'error', 'unsecured-request': 'error', 'waiting-room-added': 'error' };
    const profile = readProfile(parse(JSON.stringify({ ...own, severities })));
    const found = reportRequest(requestContext(parse('{}'), 'create', { profile, meeting: undefined })).findings;
    assert.ok(found.length > 0);
    assert.deepEqual([...new Set(found.map(({ severity }) => severity))], ['information']);
  });

  it('one place, one finding: with the first off, the next one shows', () => {
    assert.deepEqual(drawn(chosen({}, twice), 'passcode-too-long', 'passcode-characters'), ['passcode-too-long error']);
    assert.deepEqual(drawn(chosen({ 'passcode-too-long': 'off' }, twice), 'passcode-too-long', 'passcode-characters'), [
      'passcode-characters warning',
    ]);
  });

  it('one place, one finding: the most severe one counts, so that no error hides behind a hint', () => {
    const found = chosen({ 'passcode-too-long': 'hint', 'passcode-characters': 'error' }, twice);
    assert.deepEqual(drawn(found, 'passcode-too-long', 'passcode-characters'), ['passcode-characters error']);
    const messages = found.findings.flatMap((each) => (each.code === 'passcode-characters' ? [say(each.message)] : []));
    assert.match(messages.join(), /10 characters/);
  });

  it('off and ignored at once: the entry is used, and the comment ignores something', () => {
    const commented = '{\n// zoom-request-lens-ignore duplicate-key: why\n"a": 1, "a": 2 }';
    assert.deepEqual(drawn(chosen({ 'duplicate-key': 'off' }, commented), 'duplicate-key', 'ignore-unused'), []);
  });

  it('the findings of the profile itself, those about comments included', () => {
    const text = '{\n"rules": "2025-03-24",\n// zoom-request-lens-ignore field-type: why\n"x": 1,\n"severities": S }';
    const found = (severities: object) =>
      codes(reportProfile(readProfile(parse(text.replace('S', JSON.stringify(severities)))), {}).findings);
    assert.deepEqual(found({ 'profile-unknown-setting': 'off' }), ['ignore-unused', 'profile-unknown-key']);
    const off = { 'profile-unknown-setting': 'off', 'ignore-unused': 'off', 'profile-unknown-key': 'off' };
    assert.deepEqual(found(off), []);
  });

  it('none chosen: the findings are those that came in', () => {
    const { findings, separate } = report('{ "topic": "a", "settings": { "waiting_room": true } }');
    assert.equal(findings, separate);
  });
});
