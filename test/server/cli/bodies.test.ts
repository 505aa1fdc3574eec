import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyPatch } from 'diff';
import { run } from '../../support/cliRun.ts';
import { profileWith } from '../../support/profiles.ts';

/** A file that holds several requests on the command line. */

const profile = JSON.stringify({
  ...JSON.parse(profileWith('W locked on · P unlocked · A unlocked')),
  requests: [{ files: 'templates.json', at: '/*', operation: 'create' }],
});
const templates = `{
  "standup": { "password": "q8zXw2Lt", "settings": { "waiting_room": false } },
  "demo": {
    "password": "q8zXw2Lt",
    "settings": { "waiting_room": true }
  }
}
`;
const files = { 'zoom-lock-profile.json': profile, 'templates.json': templates };
const message = 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.';

describe('a map of bodies', () => {
  it('check: places in the file, and whose they are', async () => {
    assert.deepEqual(await run('check .', files), {
      code: 1,
      out: `templates.json:2:70: warning: ${message} [waiting-room-overwritten] (#/standup)
    2 | "•••": { "password": "•••", "settings": { "waiting_room": false } },
      |                                                           ^^^^^
      cause: zoom-lock-profile.json:1: ${profile.slice(0, 90)}

1 warning in 2 files.
`,
      error: '',
    });
  });

  it('check as JSON: the name of the request, the pointer in it, and how many there are', async () => {
    const { files: checked, summary } = JSON.parse((await run('check . --format json', files)).out);
    const [finding, ...others] = checked[0].findings;
    assert.deepEqual(others, []);
    assert.deepEqual([finding.request, finding.pointer], ['/standup', '/settings/waiting_room']);
    assert.deepEqual(finding.range.start, { line: 1, character: 69 });
    assert.deepEqual([summary.files, summary.requests, summary.withoutProfile], [2, 2, 0]);
  });

  it('predict: one block a request', async () => {
    const { out } = await run('predict templates.json', files);
    assert.deepEqual(out.match(/^templates\.json.*$/gm), ['templates.json#/standup', 'templates.json#/demo']);
  });

  it('predict as JSON: one element a request, with its name', async () => {
    const { requests } = JSON.parse((await run('predict . --format json', files)).out);
    assert.deepEqual(
      requests.map(({ request, file, outcomes }: { request: string; file: string; outcomes: unknown[] }) => [
        request,
        file,
        outcomes.length,
      ]),
      [
        ['/standup', 'templates.json', 1],
        ['/demo', 'templates.json', 1],
      ],
    );
  });

  it('predict --diff: of the whole file, so that it can be applied', async () => {
    const { out } = await run('predict templates.json --diff', files);
    assert.equal(
      out,
      `--- templates.json\tas it is sent
+++ templates.json\tas Zoom will store it
@@ -1,5 +1,5 @@
 {
-  "standup": { "password": "q8zXw2Lt", "settings": { "waiting_room": false } },
+  "standup": { "password": "q8zXw2Lt", "settings": { "waiting_room": true } },
   "demo": {
     "password": "q8zXw2Lt",
     "settings": { "waiting_room": true }
# templates.json#/demo: Zoom changes nothing
`,
    );
  });

  it('predict --diff: one for all that is certain, so that it applies as a whole', async () => {
    const both = templates.replace('"waiting_room": true', '"waiting_room": false');
    const { out } = await run('predict templates.json --diff', { ...files, 'templates.json': both });
    assert.equal(out.match(/^---/gm)?.length, 1);
    assert.equal(applyPatch(both, out), both.replaceAll('"waiting_room": false', '"waiting_room": true'));
  });

  it('explain: one page for all of them', async () => {
    const { out } = await run('explain templates.json', files);
    assert.deepEqual(out.match(/^# .*$/gm), ['# Create request `/standup`', '# Create request `/demo`']);
    assert.match(out, /^`templates.json#\/standup`: the lock profile lists `templates.json`\.$/m);
  });

  it('ignores by the name of the request, and reports which entries are idle', async () => {
    const entries = ['/standup', '/demo'].map((request) => ({ code: 'waiting-room-overwritten', request }));
    const ignoring = JSON.stringify({ ...JSON.parse(profile), ignore: entries });
    const { out } = await run('check . --format json', { ...files, 'zoom-lock-profile.json': ignoring });
    const found = JSON.parse(out).files.flatMap(
      ({ findings }: { findings: { code: string; range: object }[] }) => findings,
    );
    assert.deepEqual(
      found.map(({ code }: { code: string }) => code),
      ['profile-ignore-unused'],
    );
    assert.equal(
      ignoring.slice(found[0].range.start.character, found[0].range.end.character),
      JSON.stringify(entries[1]),
    );
  });
});

describe('a file in which the listed places are empty', () => {
  it('is a problem, named or in a folder, unless the user accepts it', async () => {
    const empty = { ...files, 'templates.json': '[]' };
    for (const path of ['templates.json', '.']) {
      const { code, error } = await run(`check ${path}`, empty);
      assert.deepEqual([code, error], [2, 'templates.json: no request at /*\n']);
      assert.equal((await run(`check ${path} --allow-empty`, empty)).code, 0);
    }
  });

  it('so is one without any text, or that is nested too deep to be read', async () => {
    for (const text of ['', ' \n', '['.repeat(300)]) {
      for (const command of ['check', 'predict']) {
        const { code, error } = await run(`${command} templates.json`, { ...files, 'templates.json': text });
        assert.deepEqual([code, error], [2, 'templates.json: no request at /*\n'], `${command} ${text}`);
      }
    }
  });

  it('nothing can be predicted of one that is broken before its first request', async () => {
    const { code, error } = await run('predict templates.json', { ...files, 'templates.json': '{ "a": ' });
    assert.deepEqual([code, error], [2, 'templates.json: no request at /*\n']);
  });

  it('and that is broken has the finding about that', async () => {
    const { code, out } = await run('check templates.json', { ...files, 'templates.json': '[' });
    assert.equal(code, 1);
    assert.match(out, /^templates\.json:1:2: error: .* \[json-syntax\]$/m);
  });
});

describe('problems as JSON', () => {
  it('say which file they are about', async () => {
    const { out, code } = await run('check gone.json --format json', files);
    assert.deepEqual(JSON.parse(out).problems, [{ file: 'gone.json', message: 'no such file or folder' }]);
    assert.equal(code, 2);
    const predicted = JSON.parse((await run('predict zoom-lock-profile.json --format json', files)).out);
    assert.deepEqual(predicted, {
      version: 1,
      requests: [],
      problems: [{ file: 'zoom-lock-profile.json', message: 'is a lock profile, not a request' }],
    });
  });
});
