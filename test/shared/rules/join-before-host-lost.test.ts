import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles, madePasscode } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

const code = 'join-before-host-lost';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked', { options: [signedIn] });
const lockedOn = profileWith('W locked on · P unlocked · A unlocked');
const lost = 'has no effect: the Waiting Room will be on.';
const certain = `join-before-host-lost: join_before_host ${lost}`;

describe('join-before-host-lost: create', () => {
  it('the Waiting Room is locked on', () => {
    expectFindings(
      `{
  "settings": { "waiting_room": true, "join_before_host": true, "jbh_time": 5 }
  //                                                      ^^^^ ${certain}
}`,
      { profile: lockedOn },
    );
  });

  it('Zoom turns it on', () => {
    expectFindings(
      `{ "settings": { "waiting_room": false, "join_before_host": true } }
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: nothing else secures the meeting, and Zoom requires one security option.
//                                                         ^^^^ ${certain}`,
      { profile: unlocked },
    );
  });

  it('the request turns it on', () => {
    expectFindings(
      `{
  "password": "4sPgWr-2",
  "settings": { "join_before_host": true, "waiting_room": true }
  //                                ^^^^ ${certain}
}`,
      { profile: unlocked },
    );
  });

  it("the account's own value turns it on, since March 2025", () => {
    const profile = JSON.stringify({
      rules: '2025-03-24',
      waitingRoom: { enabled: true, locked: false },
      passcode: { enabled: false, locked: false },
      authentication: { enabled: false, locked: false },
    });
    const found = findingsOf('{ "settings": { "join_before_host": true } }', { profile });
    assert.ok(found.some((each) => each.code === code && each.severity === 'warning'));
    const before = '{"settings":{"join_before_host":true}}';
    const after = `{"password":"${madePasscode}","settings":{"join_before_host":true}}`;
    expectFix(before, code, 'Add a passcode: no Waiting Room', after, { profile });
  });

  it('it comes on in every case, though for several reasons: no reason is named', () => {
    expectFindings(
      `{ "settings": { "waiting_room": true, "join_before_host": true } }
//                                                        ^^^^ ${certain}`,
      { profile: JSON.stringify({ waitingRoom: { enabled: true } }) },
    );
  });

  it('while typing: a lock is sure', () => {
    expectFindings(
      `{ "settings": { "join_before_host": true,
//                                  ^^^^ ${certain}

^ json-syntax: A property name in double quotes is expected here.`,
      { profile: lockedOn },
    );
  });

  it('leads to what turns it on', () => {
    const causes = (profile: string) =>
      findingsOf('{ "settings": { "join_before_host": true } }', { profile })
        .filter((each) => each.code === code)
        .map(({ cause }) => cause);
    assert.deepEqual(causes(lockedOn), ['waitingRoom']);
    const required = JSON.stringify({ ...JSON.parse(unlocked), requireSecurityOption: { enabled: true } });
    assert.deepEqual(causes(required), ['requireSecurityOption']);
    const newer = JSON.stringify({ ...JSON.parse(unlocked), rules: '2025-03-24' });
    assert.deepEqual(causes(newer), ['waitingRoom'], 'the account’s own value');
  });
});

describe('join-before-host-lost: encryption from end to end', () => {
  const encrypted = 'join_before_host has no effect: end-to-end encryption prevents joining before the host.';
  const body = `{ "password": "4sPgWr-2", "settings": { "join_before_host": true, "encryption_type": "e2ee" } }`;
  const e2ee = '{ "password": "4sPgWr-2", "settings": { "encryption_type": "e2ee" } }';

  it('of the request', () => {
    const drawn = `${body}
//                                                          ^^^^ join-before-host-lost: ${encrypted}`;
    expectFindings(drawn, { profile: unlocked });
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update', profile: unlocked });
  });

  it('is the one reason where the Waiting Room is on, too: other encryption would not help', () => {
    const drawn = `{ "settings": { "waiting_room": true, "join_before_host": true, "encryption_type": "e2ee" } }
//                                                        ^^^^ join-before-host-lost: ${encrypted}`;
    expectFindings(drawn, { profile: lockedOn });
    const asked = '{ "settings": { "waiting_room": true, "join_before_host": true, "encryption_type": "e2ee" } }';
    assert.deepEqual(fixTitles(asked, code, { profile: lockedOn }), ['★ Remove join_before_host']);
  });

  it('of the meeting that is updated', () => {
    const update = { operation: 'update', profile: unlocked, meeting: e2ee } as const;
    const drawn = `{ "settings": { "join_before_host": true } }
//                                  ^^^^ join-before-host-lost: ${encrypted}`;
    expectFindings(drawn, update);
    expectFindings(drawn, { ...update, occurrence: true });
    const other = '{ "settings": { "join_before_host": true, "encryption_type": "enhanced_encryption" } }';
    expectFindings(other, update);
  });

  it('of one occurrence: the request cannot change it', () => {
    expectFindings('{ "settings": { "join_before_host": true, "encryption_type": "e2ee" } }', {
      operation: 'update',
      profile: unlocked,
      meeting: '{ "password": "4sPgWr-2" }',
      occurrence: true,
    });
  });

  it('silent: filled in later, of another kind, not named, or joining early is not asked for', () => {
    for (const how of ['"{{encryption}}"', '"enhanced_encryption"', 'null']) {
      expectFindings(body.replace('"e2ee"', how), { profile: unlocked });
    }
    expectFindings(body.replace('true', 'false'), { profile: unlocked });
  });

  it('silent: a broken text', () => {
    const findings = findingsOf(body.slice(0, -1), { profile: unlocked });
    assert.deepEqual(
      findings.filter(({ code: each }) => each === code),
      [],
    );
  });

  it('fixes', () => {
    assert.deepEqual(fixTitles(body, code, { profile: unlocked }), [
      '★ Remove join_before_host',
      'Use enhanced encryption',
    ]);
    expectFix(
      body,
      code,
      'Use enhanced encryption',
      '{ "password": "4sPgWr-2", "settings": { "join_before_host": true, "encryption_type": "enhanced_encryption" } }',
      { profile: unlocked },
    );
  });
});

describe('join-before-host-lost: update', () => {
  const update = { operation: 'update', profile: unlocked } as const;

  it('the meeting is unknown', () => {
    expectFindings(
      `{ "password": "4sPgWr-2", "settings": { "join_before_host": true } }
//                                                          ^^^^ information join-before-host-lost: join_before_host has no effect if the meeting has the Waiting Room on: the Waiting Room will be on.`,
      update,
    );
  });

  it('the meeting has its Waiting Room on', () => {
    expectFindings(
      `{ "settings": { "join_before_host": true } }
//                                  ^^^^ ${certain}`,
      { ...update, meeting: '{ "settings": { "waiting_room": true } }' },
    );
  });

  it('jbh_time alone is for a meeting that may let them in', () => {
    for (const unsaid of ['', '"join_before_host": null, ']) {
      expectFindings(
        `{ "settings": { ${unsaid}"waiting_room": true, "jbh_time": 0 } }
//              ${' '.repeat(unsaid.length)}                                  ^ join-before-host-lost: jbh_time ${lost}`,
        update,
      );
    }
  });

  it('of one occurrence', () => {
    expectFindings(
      `{ "settings": { "waiting_room": true, "join_before_host": true } }
//                                                        ^^^^ ${certain}`,
      { ...update, occurrence: true },
    );
  });

  it('is settled by a meeting file where it depends on the meeting', () => {
    const changes = (meeting?: string) =>
      findingsOf('{ "password": "4sPgWr-2", "settings": { "jbh_time": 5 } }', { ...update, meeting }).map(
        ({ change }) => change,
      );
    assert.deepEqual(changes(), [{ field: 'jbh_time', certain: false }]);
    assert.deepEqual(changes('{ "settings": { "waiting_room": true } }'), [{ field: 'jbh_time', certain: true }]);
    assert.deepEqual(changes('{ "settings": { "waiting_room": false } }'), []);
  });
});

describe('join-before-host-lost: silent', () => {
  it('something else secures the meeting', () => {
    expectFindings('{ "password": "4sPgWr-2", "settings": { "join_before_host": true } }', { profile: unlocked });
  });
  it('the Waiting Room is locked off', () => {
    const profile = profileWith('W locked off · P unlocked · A unlocked');
    expectFindings('{ "password": "4sPgWr-2", "settings": { "join_before_host": true } }', { profile });
  });
  it('no one may join early', () => {
    for (const not of ['"join_before_host": false, "jbh_time": 5', '"join_before_host": null', '"jbh_time": 5'])
      expectFindings(`{ "settings": { "waiting_room": true, ${not} } }`, { profile: lockedOn });
    expectFindings('{ "settings": { "waiting_room": true, "join_before_host": false, "jbh_time": 5 } }', {
      operation: 'update',
      profile: lockedOn,
    });
  });
  it('values of other types', () => {
    const wrong = `{ "settings": { "waiting_room": true, "join_before_host": "yes", "jbh_time": 5 } }
//                                                        ^^^^^ field-type: join_before_host: Zoom documents a boolean. Whether it accepts anything else is not documented.`;
    expectFindings(wrong, { operation: 'update', profile: lockedOn });
    expectFindings('{ "settings": { "waiting_room": true, "jbh_time": "5" } }', {
      operation: 'update',
      profile: lockedOn,
    });
  });
  it('the lock unknown, or no profile', () => {
    const body = '{ "settings": { "waiting_room": true, "join_before_host": true } }';
    expectFindings(body, { profile: profileWith('P unlocked · A unlocked') });
    expectFindings(body, {});
  });
  it('while typing: what is missing may be yet to come', () => {
    expectFindings(
      `{ "settings": { "join_before_host": true,

^ json-syntax: A property name in double quotes is expected here.`,
      { profile: unlocked },
    );
  });
});

describe('join-before-host-lost: fixes', () => {
  const both = 'Remove join_before_host and jbh_time';
  const off = 'Turn the Waiting Room off';
  const passcode = 'Add a passcode: no Waiting Room';
  const signIn = 'Require authentication: no Waiting Room';
  const passcodeAndOff = 'Add a passcode and turn the Waiting Room off';
  const signInAndOff = 'Require authentication and turn the Waiting Room off';

  it('locked on: only to do without', () => {
    const before = `{
  "settings": {
    "waiting_room": true,
    "join_before_host": true, // early birds
    "jbh_time": 10
  }
}`;
    const after = `{
  "settings": {
    "waiting_room": true
    // early birds
  }
}`;
    assert.deepEqual(fixTitles(before, code, { profile: lockedOn }), [`★ ${both}`]);
    expectFix(before, code, both, after, { profile: lockedOn });
  });

  describe('Zoom turns the Waiting Room on: something else can do the job', () => {
    const before = '{"settings":{"waiting_room":false,"join_before_host":true}}';

    it('the passcode comes first', () => {
      assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [
        `★ ${passcode}`,
        signIn,
        'Remove join_before_host',
      ]);
    });
    it(passcode, () => {
      const after = `{"password":"${madePasscode}","settings":{"waiting_room":false,"join_before_host":true}}`;
      expectFix(before, code, passcode, after, { profile: unlocked });
    });
    it(signIn, () => {
      const after =
        '{"settings":{"waiting_room":false,"join_before_host":true,"meeting_authentication":true,"authentication_option":"opt-signed-in"}}';
      expectFix(before, code, signIn, after, { profile: unlocked });
    });
    it('passcodes are locked off: authentication is left', () => {
      const profile = profileWith('W unlocked · P locked off · A unlocked', { options: [signedIn] });
      assert.deepEqual(fixTitles(before, code, { profile }), [`★ ${signIn}`, 'Remove join_before_host']);
    });
    it('the request wants no authentication', () => {
      const without = before.replace('"join', '"meeting_authentication":false,"join');
      assert.deepEqual(fixTitles(without, code, { profile: unlocked }), [`★ ${passcode}`, 'Remove join_before_host']);
    });
  });

  it('the meeting is secured without the Waiting Room', () => {
    const before = '{"password":"4sPgWr-2","settings":{"waiting_room":true,"join_before_host":true}}';
    const after = '{"password":"4sPgWr-2","settings":{"waiting_room":false,"join_before_host":true}}';
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), ['★ Remove join_before_host', off]);
    expectFix(before, code, off, after, { profile: unlocked });
  });

  it('the Waiting Room is all that secures it', () => {
    const before = '{"settings":{"waiting_room":true,"join_before_host":true}}';
    const after = `{"password":"${madePasscode}","settings":{"waiting_room":false,"join_before_host":true}}`;
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [
      '★ Remove join_before_host',
      passcodeAndOff,
      signInAndOff,
    ]);
    expectFix(before, code, passcodeAndOff, after, { profile: unlocked });
  });

  it('an update of any meeting', () => {
    const update = { operation: 'update', profile: unlocked } as const;
    const before = '{"settings":{"jbh_time":5}}';
    const after = `{"password":"${madePasscode}","settings":{"jbh_time":5,"waiting_room":false}}`;
    assert.deepEqual(fixTitles(before, code, update), [`★ ${passcodeAndOff}`, signInAndOff, 'Remove jbh_time']);
    expectFix(before, code, passcodeAndOff, after, update);
    expectFix(before, code, 'Remove jbh_time', '{"settings":{}}', update);
  });

  it('an update of a meeting that has a passcode', () => {
    const situation = {
      operation: 'update',
      profile: unlocked,
      meeting: '{ "password": "own-code", "settings": { "waiting_room": true } }',
    } as const;
    const before = '{"settings":{"join_before_host":true}}';
    assert.deepEqual(fixTitles(before, code, situation), [`★ ${off}`, 'Remove join_before_host']);
    expectFix(before, code, off, '{"settings":{"join_before_host":true,"waiting_room":false}}', situation);
  });

  it('options of the Waiting Room would have no effect without it', () => {
    const before = '{"settings":{"waiting_room_options":{"mode":"follow_setting"},"join_before_host":true}}';
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), ['★ Remove join_before_host']);
  });

  it('one occurrence can be given no passcode', () => {
    const before = '{"settings":{"waiting_room":true,"join_before_host":true}}';
    const situation = { operation: 'update', occurrence: true, profile: unlocked } as const;
    assert.deepEqual(fixTitles(before, code, situation), ['★ Remove join_before_host']);
  });
});
