import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../../support/cliRun.ts';
import { profileWith } from '../../../../support/profiles.ts';

const profile = profileWith('W locked on · P locked on · A unlocked');
const files = {
  'zoom-lock-profile.json': profile,
  'a&b.zoom-create.json': '{\n  "settings": { "waiting_room": false }\n}',
};
const room = 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.';
const passcode =
  'Zoom will generate a passcode: the account has passcodes on and locked. Read the passcode in the response.';

const xml = (failures: number, overwritten: string) => `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zoom-request-lens" tests="3" failures="${failures}" errors="0">
  <testsuite name="a&amp;b.zoom-create.json" tests="2" failures="${failures}" errors="0">
    <testcase name="passcode-generated at 2:3" classname="a&amp;b.zoom-create.json">
      <system-out>a&amp;b.zoom-create.json:2:3: information: ${passcode} [passcode-generated]</system-out>
    </testcase>
    <testcase name="waiting-room-overwritten at 2:33" classname="a&amp;b.zoom-create.json">
      ${overwritten}
    </testcase>
  </testsuite>
  <testsuite name="zoom-lock-profile.json" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="zoom-lock-profile.json"/>
  </testsuite>
</testsuites>
`;
const line = `a&amp;b.zoom-create.json:2:33: warning: ${room} [waiting-room-overwritten]`;

describe('JUnit', () => {
  it('a suite for each file, a case for each finding', async () => {
    const { out } = await run('check . -f junit', files);
    assert.equal(out, xml(1, `<failure message="${line}" type="warning"/>`));
  });

  it('what does not fail the check does not fail here', async () => {
    const { out, code } = await run('check . -f junit --max-warnings 1', files);
    assert.deepEqual([code, out], [0, xml(0, `<system-out>${line}</system-out>`)]);
  });

  it('problems are errors', async () => {
    const { out } = await run('check <gone>', files);
    assert.equal(out, '');
    const { out: told } = await run('check <gone> -f junit', files);
    assert.match(told, /^<testsuites name="zoom-request-lens" tests="1" failures="0" errors="1">$/m);
    assert.match(
      told,
      /<testcase name="&lt;gone&gt;" classname="problems">\n +<error message="no such file or folder" type="problem"\/>/,
    );
  });
});
