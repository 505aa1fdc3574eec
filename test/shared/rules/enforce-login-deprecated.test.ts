import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

const code = 'enforce-login-deprecated';
const unlocked = { profile: profileWith('W unlocked · P unlocked · A unlocked', { options: [signedIn] }) };
const update = { ...unlocked, operation: 'update' } as const;
const login =
  'enforce-login-deprecated: Zoom has deprecated enforce_login: meeting_authentication and authentication_option replace it.';
const domains =
  'enforce-login-deprecated: Zoom has deprecated enforce_login_domains: authentication_domains replaces it.';

describe('enforce-login-deprecated', () => {
  it('each of the two, in both operations and whatever is known', () => {
    for (const operation of ['create', 'update'] as const) {
      expectFindings(
        `{ "settings": { "enforce_login": true, "enforce_login_domains": "example.com" } }
//              ^^^^^^^^^^^^^^^ ${login}
//                                     ^^^^^^^^^^^^^^^^^^^^^^^ ${domains}`,
        { operation },
      );
    }
  });

  it('false and "" are the deprecated fields, too', () => {
    expectFindings(
      `{ "settings": { "enforce_login": false, "enforce_login_domains": "" } }
//              ^^^^^^^^^^^^^^^ ${login}
//                                      ^^^^^^^^^^^^^^^^^^^^^^^ ${domains}`,
      { operation: 'update' },
    );
  });

  it('can be shown struck through', () => {
    const found = findingsOf('{ "settings": { "enforce_login": true } }', { operation: 'update' });
    assert.deepEqual(
      found.map(({ tag }) => tag),
      ['deprecated'],
    );
  });
});

describe('enforce-login-deprecated: silent', () => {
  it('values of other types', () => {
    expectFindings('{ "settings": { "enforce_login": "yes", "enforce_login_domains": [] } }', {});
    expectFindings('{ "settings": { "enforce_login": null, "enforce_login_domains": null } }', {});
  });
  it('outside settings', () => expectFindings('{ "enforce_login": true }', {}));
});

describe('enforce-login-deprecated: fixes', () => {
  const byLogin = 'Replace it with meeting_authentication';
  const byDomains = 'Replace it with authentication_domains';
  const both = 'Replace both fields';
  const remove = 'Remove the field';

  it('the switch, with the option that is the default', () => {
    const before = `{
  "settings": {
    "enforce_login": true, // staff only
    "host_video": true
  }
}`;
    const after = `{
  "settings": {
    "meeting_authentication": true,
    "authentication_option": "opt-signed-in", // staff only
    "host_video": true
  }
}`;
    assert.deepEqual(fixTitles(before, code, update), [`★ ${byLogin}`]);
    expectFix(before, code, byLogin, after, update);
  });

  it('the request speaks of authentication itself', () => {
    const before = '{"settings":{"enforce_login":true,"meeting_authentication":false}}';
    assert.deepEqual(fixTitles(before, code, update), [`★ ${remove}`]);
    expectFix(before, code, remove, '{"settings":{"meeting_authentication":false}}', update);
  });

  it('it asks for nothing, or the locks do not let authentication stand', () => {
    assert.deepEqual(fixTitles('{"settings":{"enforce_login":false}}', code, update), [`★ ${remove}`]);
    const lockedOff = { ...update, profile: profileWith('W unlocked · P unlocked · A locked off') };
    assert.deepEqual(fixTitles('{"settings":{"enforce_login":true}}', code, lockedOff), [`★ ${remove}`]);
    assert.deepEqual(fixTitles('{"settings":{"enforce_login":true}}', code, {}), [`★ ${remove}`]);
  });

  it('an update of one occurrence does not reach authentication', () => {
    const occurrence = { ...update, occurrence: true };
    assert.deepEqual(fixTitles('{"settings":{"enforce_login":true}}', code, occurrence), [`★ ${remove}`]);
  });

  it('the domains, where authentication is on or may be', () => {
    const before =
      '{"settings":{"meeting_authentication":true,"authentication_option":"opt-signed-in","enforce_login_domains":"a.example, *.b.example"}}';
    const after =
      '{"settings":{"meeting_authentication":true,"authentication_option":"opt-signed-in","authentication_domains":"a.example, *.b.example"}}';
    expectFix(before, code, byDomains, after, unlocked);
    assert.deepEqual(fixTitles('{"settings":{"enforce_login_domains":"a.example"}}', code, update), [`★ ${byDomains}`]);
  });

  it('the domains with the switch that they need', () => {
    const before = '{"password":"4sPgWr-2","settings":{"enforce_login_domains":"a.example","enforce_login":true}}';
    const [found] = findingsOf(before, unlocked);
    assert.deepEqual(
      found?.fixes().map(({ changes }) => changes.length),
      [3],
    );
    assert.deepEqual(fixTitles(before, code, unlocked), [`★ ${both}`]);
  });

  it('there are other domains already, or nothing turns authentication on', () => {
    const taken = '{"settings":{"authentication_domains":"b.example","enforce_login_domains":"a.example"}}';
    expectFix(taken, code, remove, '{"settings":{"authentication_domains":"b.example"}}', update);
    const off = '{"password":"4sPgWr-2","settings":{"enforce_login_domains":"a.example"}}';
    assert.deepEqual(fixTitles(off, code, unlocked), [`★ ${remove}`]);
  });
});
