import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { expectFix } from '../../support/markers.ts';
import { serving } from '../../support/serving.ts';

/** The integration tests of the examples, as their readers run them. Needs `dist/`: node esbuild.mjs. */

const execute = promisify(execFile);
const folder = join(import.meta.dirname, '../../../examples/integration');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('the integration tests of the examples pass against serve', () => {
  it('in TypeScript', async (test) => {
    const { origin } = await serving(test, folder);
    // A test runner in a test runner would report to the outer one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const options = { cwd: folder, env: { ...env, ZOOM_BASE_URL: `${origin}/v2` } };
    const { stdout } = await execute(process.execPath, ['--test', '--test-reporter=tap', 'standup.test.ts'], options);
    assert.match(stdout, /^# pass 2$/m);
  });

  it('in Python', { skip: spawnSync('python3', ['--version']).status !== 0 }, async (test) => {
    const { origin } = await serving(test, folder);
    const env = { ...process.env, ZOOM_BASE_URL: `${origin}/v2`, PYTHONDONTWRITEBYTECODE: '1' };
    const { stderr } = await execute('python3', ['-m', 'unittest', 'test_standup'], { cwd: folder, env });
    assert.match(stderr, /Ran 2 tests[\s\S]*OK/);
  });
});

it('what they send after the fix is what the fix makes of it', () => {
  const before = read('before.zoom-create.json');
  const after = read('after.zoom-create.json').replace('k7m2q9xa', 'Made-1234*');
  const situation = { profile: read('zoom-lock-profile.json') };
  expectFix(before, 'waiting-room-overwritten', 'Add a passcode: no Waiting Room', after, situation);
});
