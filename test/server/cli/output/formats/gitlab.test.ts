import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../../support/cliRun.ts';
import { profileWith } from '../../../../support/profiles.ts';

describe("GitLab's code quality report", () => {
  it('has an issue for each finding, with all that GitLab requires', async () => {
    const files = {
      'zoom-lock-profile.json': profileWith('W locked on · P locked on · A unlocked'),
      'a.zoom-create.json': '{\n  "settings": { "waiting_room": false }\n}',
      'b.zoom-create.json': '{',
    };
    const { out } = await run('check . --format gitlab', files);
    const issues = JSON.parse(out);
    const all = issues.map(({ check_name, severity, location }: Record<string, unknown>) => [
      check_name,
      severity,
      location,
    ]);
    assert.deepEqual(all, [
      ['passcode-generated', 'minor', { path: 'work/a.zoom-create.json', lines: { begin: 2, end: 2 } }],
      ['waiting-room-overwritten', 'major', { path: 'work/a.zoom-create.json', lines: { begin: 2, end: 2 } }],
      ['json-syntax', 'critical', { path: 'work/b.zoom-create.json', lines: { begin: 1, end: 1 } }],
    ]);
    for (const each of issues) {
      assert.deepEqual(Object.keys(each), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
      assert.ok(each.description !== '');
      assert.match(each.fingerprint, /^[\da-f]{32}$/);
    }
    assert.equal(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, 3);
  });

  it('is an empty list where nothing is found', async () => {
    const files = { 'zoom-lock-profile.json': profileWith('W locked on · P unlocked · A unlocked') };
    assert.equal((await run('check . -f gitlab', files)).out, '[]\n');
  });
});
