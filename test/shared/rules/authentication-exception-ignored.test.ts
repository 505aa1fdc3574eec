import { describe, it } from 'node:test';
import { expectFindings, expectFix } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

/** When it has no effect is decided as for `authentication_domains`, by support/ignored.ts: authentication-domains-ignored.test.ts. */

const code = 'authentication-exception-ignored';
const profile = profileWith('W unlocked · P unlocked · A unlocked', { options: [signedIn] });

describe('authentication-exception-ignored', () => {
  it('authentication will be off', () => {
    expectFindings(
      `{ "password": "4sPgWr-2", "settings": { "authentication_exception": [{ "email": "guest@example.com" }] } }
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ authentication-exception-ignored: authentication_exception has no effect, because authentication will be off: meeting_authentication is not sent, so off (create requests).`,
      { profile },
    );
  });

  it('nothing where no one is exempted, or the value has another type', () => {
    for (const none of ['null', '[]', '{}', '"guest@example.com"'])
      expectFindings(`{ "password": "4sPgWr-2", "settings": { "authentication_exception": ${none} } }`, { profile });
  });

  it('fixes', () => {
    const before = '{"password":"4sPgWr-2","settings":{"authentication_exception":[{"email":"guest@example.com"}]}}';
    const after =
      '{"password":"4sPgWr-2","settings":{"authentication_exception":[{"email":"guest@example.com"}],"meeting_authentication":true,"authentication_option":"opt-signed-in"}}';
    expectFix(before, code, 'Require authentication', after, { profile });
    expectFix(before, code, 'Remove the field', '{"password":"4sPgWr-2","settings":{}}', { profile });
  });
});
