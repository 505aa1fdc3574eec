import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { alternatives } from '../../../shared/explain/table.ts';
import { cursorAt } from '../../../shared/json/cursor.ts';
import { applyEdits } from '../../../shared/json/edit.ts';
import { parse } from '../../../shared/json/parse.ts';
import { unmetRequirements } from '../../../shared/model/passcode.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import type { Operation } from '../../../shared/model/security.ts';
import { requestContext } from '../../../shared/rules/context.ts';
import { say, type Text } from '../../../shared/text.ts';
import { type Suggestion, suggest } from '../../../shared/writing/suggest.ts';
import { documents } from '../../support/documents.ts';
import { context, type Situation } from '../../support/markers.ts';
import { profileWith, signedIn, staff } from '../../support/profiles.ts';
import { runs } from '../../support/rotation.ts';

const profile = profileWith('W locked on · P unlocked · A unlocked', { options: [signedIn, staff] });

/** At the bar, in a text of which the rest is as it stands. */
function suggestedAt(drawn: string, situation: Situation = { profile }): readonly Suggestion[] {
  return suggest(context(drawn.replace('|', ''), situation), drawn.indexOf('|'), () => 0);
}

function names(drawn: string): readonly string[] {
  return [...new Set(suggestedAt(drawn).map(({ field }) => field.name))];
}

function inserted(text: string, { edit, comma }: Suggestion): string {
  return applyEdits(text, comma ? [comma, edit] : [edit]);
}

const inSettings = ['waiting_room', 'meeting_authentication', 'authentication_option'];

describe('names where Zoom reads them', () => {
  for (const [drawn, expected] of [
    ['{ | }', ['password']],
    ['{ "settings": { | } }', inSettings],
    ['{ "settings": { "waiting_room": true, | } }', inSettings.slice(1)],
    ['{ "settings": { "waiting_room": true, "mee|" } }', inSettings.slice(1)],
    ['{ "settings": { "waiting_room|": true } }', ['waiting_room', 'meeting_authentication']],
    ['{ "settings": { "|": "opt" } }', ['authentication_option']],
    ['{ "settings": { "|": } }', inSettings],
    ['{ "password": "abc", | }', []],
    ['{ "settings": { "password": "x", | } }', inSettings],
    ['{ "template": { | } }', []],
    ['{ "settings": [{ | }] }', []],
    ['[{ | }]', []],
    ['{ "settings": { | }, "settings": {} }', []],
    ['{ "settings": {}, "settings": { | } }', inSettings],
    ['{ "settings": { "settings": { | } } }', []],
    ['', []],
    ['{ "settings": { "waiting_room": true, wai|', inSettings.slice(1)],
    ['{ "settings": { pass|\n "audio": "both" } }', inSettings],
  ] as const) {
    it(drawn || 'an empty text', () => assert.deepEqual(names(drawn), expected));
  }
});

describe('values where Zoom reads them', () => {
  const values = (drawn: string, situation?: Situation) => suggestedAt(drawn, situation).map(({ value }) => value);

  for (const [drawn, expected] of [
    ['{ "settings": { "waiting_room": | } }', [true, false]],
    ['{ "settings": { "meeting_authentication": fa| } }', [true, false]],
    ['{ "settings": { "authentication_option": "|" } }', [signedIn.id, staff.id]],
    ['{ "settings": { "waiting_room": |, "waiting_room": true } }', []],
    ['{ "waiting_room": | }', []],
    ['{ "settings": { "audio": | } }', []],
    ['{ "settings": { "password": "|" } }', []],
  ] as const) {
    it(drawn, () => assert.deepEqual(values(drawn), expected));
  }

  it('no option is made up where the profile lists none; with its name, one is left to be filled in', () => {
    const none = { profile: profileWith('W locked on · P unlocked · A unlocked') };
    assert.deepEqual(values('{ "settings": { "authentication_option": "|" } }', none), []);
    assert.deepEqual(values('{ "settings": { "meeting_authentication": true, | } }', none), [true, false, '']);
  });

  it('a passcode obeys the profile, and there is none where no passcode could', () => {
    const requirement = { length: 9, have_special_character: true };
    const strict = { profile: profileWith('P unlocked', { requirement }) };
    const [passcode, ...others] = values('{ "password": "|" }', strict);
    assert.deepEqual([unmetRequirements(String(passcode), requirement), others], [[], []]);
    assert.deepEqual(values('{ | }', { profile: profileWith('P unlocked', { requirement: { length: 11 } }) }), []);
  });
});

describe('what is written', () => {
  for (const [what, drawn, expected] of [
    ['a colon of the style of the text', '{"settings":{|}}', '{"settings":{"waiting_room":true}}'],
    ['no second colon', '{ "settings": { "w|": false } }', '{ "settings": { "waiting_room": false } }'],
    [
      'a comma where another property follows',
      '{ "settings": { |\n "audio": "both" } }',
      '{ "settings": { "waiting_room": true,\n "audio": "both" } }',
    ],
    [
      'a comma behind the property before',
      '{ "settings": {\n  "audio": "both" // as ever\n  wai|\n} }',
      '{ "settings": {\n  "audio": "both", // as ever\n  "waiting_room": true\n} }',
    ],
    [
      'in place of an open string, which runs to the end of the line',
      '{ "settings": { "wai| } }',
      '{ "settings": { "waiting_room": true } }',
    ],
  ] as const) {
    it(what, () => {
      const [first] = suggestedAt(drawn);
      assert.equal(inserted(drawn.replace('|', ''), first as Suggestion), expected);
    });
  }
});

describe('what Zoom makes of it', () => {
  const shown = (stored: string | Text) => (typeof stored === 'string' ? stored : say(stored));
  const told = (drawn: string, situation?: Situation) =>
    suggestedAt(drawn, situation).map(({ value, alternatives: [only, ...others] }) => {
      return `${value}: ${others.length > 0 ? 'depends' : only ? `${only.effect} ${shown(only.stored)}` : 'not told'}`;
    });

  it('a lock overwrites, what is not locked stays', () => {
    assert.deepEqual(told('{ "settings": { "waiting_room": | } }'), ['true: kept true', 'false: overwritten true']);
    assert.deepEqual(told('{ "settings": { "meeting_authentication": | } }'), ['true: kept true', 'false: kept false']);
  });

  it('is predicted for the body with the value in it, not for the body before', () => {
    const unlocked = { profile: profileWith('W unlocked · P unlocked · A unlocked') };
    const rest = '"settings": { "waiting_room": | }';
    assert.deepEqual(told(`{ ${rest} }`, unlocked), ['true: kept true', 'false: overwritten true']);
    assert.deepEqual(told(`{ "password": "abc", ${rest} }`, unlocked), ['true: kept true', 'false: kept false']);
  });

  it('where the body stays broken, only locks are believed', () => {
    const rest = '"settings": { "waiting_room": | }, "topic": ';
    assert.deepEqual(told(`{ ${rest} }`), ['true: kept true', 'false: overwritten true']);
    const unlocked = { profile: profileWith('W unlocked · P unlocked · A unlocked') };
    assert.deepEqual(told(`{ ${rest} }`, unlocked), ['true: not told', 'false: not told']);
  });

  it('a value that was behind another name is shown where it is an option of the account, and no passcode ever is', () => {
    const options = profileWith('A locked on', { options: [signedIn] });
    assert.deepEqual(told('{ "settings": { "pass|": "S3cretPw" } }', { profile: profileWith('A locked on') }), [
      ': kept the option',
    ]);
    const behind = (value: string) => told(`{ "settings": { "au|": "${value}" } }`, { profile: options });
    assert.deepEqual(behind(signedIn.id), [`${signedIn.id}: kept ${signedIn.id}`]);
    assert.doesNotMatch(behind('S3cretPw').join(), /S3cret/);
  });

  it('depends on the meeting where that is unknown', () => {
    const update = { operation: 'update', profile } as const;
    assert.deepEqual(told('{ "settings": { "authentication_option": "|" } }', update), [
      `${signedIn.id}: depends`,
      `${staff.id}: depends`,
    ]);
  });
});

describe('of one occurrence', () => {
  it('Zoom takes the Waiting Room, and leaves authentication as the meeting has it', () => {
    const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
    const meeting = '{ "password": "own-code", "settings": { "meeting_authentication": false } }';
    const stored = (drawn: string, occurrence: boolean) =>
      suggestedAt(drawn, { operation: 'update', profile: unlocked, meeting, occurrence }).map(
        ({ value, alternatives: [only] }) => `${value}: ${only?.effect}`,
      );
    const authentication = '{ "settings": { "meeting_authentication": | } }';
    assert.deepEqual(stored(authentication, false), ['true: kept', 'false: kept']);
    assert.deepEqual(stored(authentication, true), ['true: overwritten', 'false: kept']);
    assert.deepEqual(stored('{ "settings": { "waiting_room": | } }', true), ['true: kept', 'false: kept']);
  });
});

/** Each body has a turn of the event loop of its own: what is held weakly stays in memory until the turn ends. */
describe('any suggestion at any place of any body', () => {
  const operation = fc.constantFrom('create' as const, 'update' as const);
  const json = fc.constantFrom(profile, profileWith(''), profileWith('P locked off · A locked on'));

  /** Half of the places are behind a sign, where something may be written; the others anywhere. */
  function someOffset(text: string, at: number): number {
    const signs = [...text.matchAll(/[{,:]/g)].map(({ index }) => index + 1);
    return at % 2 === 0 ? (signs[(at >> 1) % signs.length] ?? 0) : at % (text.length + 1);
  }

  /** What the law says of each suggestion there; returns how many there were. */
  function holds(text: string, offset: number, wasWhole: boolean, how: { operation: Operation; json: string }): number {
    const surroundings = { profile: readProfile(parse(how.json)), meeting: undefined };
    const found = suggest(requestContext(parse(text), how.operation, surroundings), offset, (below) => below >> 1);
    for (const each of found) {
      const after = parse(inserted(text, each));
      const { body, prediction } = requestContext(after, how.operation, surroundings);
      const { name } = each.field;
      const { property, state } = body.fields[name];
      const start = each.edit.span.start + (each.comma ? 1 : 0);
      assert.equal((each.writes === 'value' ? property?.value : property)?.span.start, start);
      if (each.writes !== 'name') assert.equal(state, each.value === '' ? 'empty' : 'given');
      if (wasWhole) assert.deepEqual(after.errors, []);
      if (each.value === undefined || each.value === '' || each.alternatives.length === 0) continue;
      assert.deepEqual(each.alternatives, alternatives(prediction, name));
    }
    return found.length;
  }

  it('makes valid JSON with the field where Zoom reads it, and Zoom makes of it what it says', async () => {
    let count = 0;
    const typed = fc.constantFrom('', '""', '"wai"');
    const law = fc.asyncProperty(
      documents,
      fc.nat(),
      typed,
      operation,
      json,
      async (whole, at, word, operation, json) => {
        await nextTurn();
        const offset = someOffset(whole, at);
        // Only between two tokens can a word be typed that belongs to none.
        const between = cursorAt(parse(whole), offset)?.span;
        if (word && (!between || between.start < between.end)) return;
        const text = whole.slice(0, offset) + word + whole.slice(offset);
        count += holds(text, offset + Math.max(0, word.length - 1), true, { operation, json });
      },
    );
    await fc.assert(law, runs(250));
    assert.ok(count > 20, `only ${count} suggestions`);
  });

  it('nothing where what is behind the cursor would be glued to the value', () => {
    const text = '{ "settings": { "wai<24>\nnull } }';
    assert.deepEqual(
      suggest(requestContext(parse(text), 'create', { profile: undefined, meeting: undefined }), 20, () => 0),
      [],
    );
  });

  it('does so, too, in what is left of a broken body', async () => {
    let count = 0;
    const typed = fc.constantFrom('', '"', '"wai', 'pass', '"x": ', ',', '}');
    const cut = fc.constantFrom(0, 1, 7, 40);
    const law = fc.asyncProperty(
      documents,
      fc.nat(),
      typed,
      cut,
      operation,
      json,
      async (whole, at, word, cut, operation, json) => {
        await nextTurn();
        const before = whole.slice(0, someOffset(whole, at)) + word;
        const text = before + whole.slice(before.length - word.length + cut);
        count += holds(text, before.length, false, { operation, json });
      },
    );
    await fc.assert(law, runs(250));
    assert.ok(count > 20, `only ${count} suggestions`);
  });
});
