import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const on = profileWith('W locked on · P unlocked · A unlocked');
const uri = 'file:///repo/work/a.zoom-create.json';

/** What is in the file after the command. */
async function after(args: string, text: string | Uint8Array) {
  const world = worldOf({ 'zoom-lock-profile.json': on, 'a.zoom-create.json': text });
  const result = await runIn(world, args.split(' '));
  return { ...result, text: world.textOf(uri) };
}

const mistyped = `{
  "password": "q8zXw2Lt", // ours
  "meeting_authentication": false,\r
  "settings": { "waiting_room": "true" }
}
`;

describe('--fix', () => {
  it('writes what keeps the meaning, leaves every other byte, and reports the rest', async () => {
    const { code, out, error, text } = await after('check --fix .', mistyped);
    assert.equal(
      text,
      `{
  "password": "q8zXw2Lt", // ours
  "settings": { "waiting_room": true, "meeting_authentication": false }
}
`,
    );
    assert.deepEqual([code, error, out], [0, '', 'No findings in 2 files.\n']);
  });

  it('does not write what Zoom will store', async () => {
    const { code, text } = await after(
      'check --fix .',
      '{ "settings": { "waiting_room": false }, "password": "q8zXw2Lt" }',
    );
    assert.deepEqual([code, text], [1, '{ "settings": { "waiting_room": false }, "password": "q8zXw2Lt" }']);
  });

  it('--write-stored does, and nothing else', async () => {
    const { code, text } = await after(
      'check --write-stored .',
      '{ "settings": { "waiting_room": false, "use_pmi": "true" }, "password": "q8zXw2Lt" }',
    );
    assert.equal(text, '{ "settings": { "waiting_room": true, "use_pmi": "true" }, "password": "q8zXw2Lt" }');
    assert.equal(code, 1);
  });

  it('keeps a byte order mark', async () => {
    const bytes = new TextEncoder().encode('\uFEFF{ "password": "q8zXw2Lt", "settings": { "waiting_room": "true" } }');
    const { text } = await after('check --fix .', bytes);
    assert.equal(text, '\uFEFF{ "password": "q8zXw2Lt", "settings": { "waiting_room": true } }');
  });

  it('writes each of several requests in a file', async () => {
    const requests = [{ files: 'many.json', at: '/*', operation: 'create' }];
    const body = (room: string) => `{ "password": "q8zXw2Lt", "settings": { "waiting_room": ${room} } }`;
    const world = worldOf({
      'zoom-lock-profile.json': JSON.stringify({ ...JSON.parse(on), requests }),
      'many.json': `{ "a": ${body('"true"')},\n "b": ${body('true')},\n "c": ${body('"true"')} }`,
    });
    assert.equal((await runIn(world, ['check', '.', '--fix'])).code, 0);
    assert.equal(
      world.textOf('file:///repo/work/many.json'),
      `{ "a": ${body('true')},\n "b": ${body('true')},\n "c": ${body('true')} }`,
    );
  });

  it('writes once into what two requests have in common', async () => {
    const code = (room: string) => `DEFAULTS = {"password": PASSCODE, "settings": {"waiting_room": ${room}}}
requests.post(f"{ZOOM}/users/me/meetings", json={**DEFAULTS, "topic": "a"})
requests.post(f"{ZOOM}/users/me/meetings", json={**DEFAULTS, "topic": "b"})
`;
    const world = worldOf({ 'zoom-lock-profile.json': on, 'book.py': code('False') });
    assert.equal((await runIn(world, ['check', '.', '--write-stored'])).code, 0);
    assert.equal(world.textOf('file:///repo/work/book.py'), code('True'));
  });

  it('leaves alone what changed meanwhile, and says so', async () => {
    const world = worldOf({ 'zoom-lock-profile.json': on, 'a.zoom-create.json': mistyped });
    const read = world.read.bind(world);
    let reads = 0;
    world.read = (name, within) => {
      if (name === uri && ++reads === 2) world.write(uri, '{ "topic": "new" }');
      return read(name, within);
    };
    const { code, error } = await runIn(world, ['check', '.', '--fix']);
    assert.equal(reads, 2);
    assert.deepEqual(
      [code, error, world.textOf(uri)],
      [2, 'a.zoom-create.json: has changed meanwhile, and is left as it is\n', '{ "topic": "new" }'],
    );
  });

  it('cannot write standard input', async () => {
    const { code, error } = await run(
      'check - --fix --stdin-filepath a.zoom-create.json',
      { 'zoom-lock-profile.json': on },
      mistyped,
    );
    assert.deepEqual([code, error], [2, 'a.zoom-create.json: cannot be fixed: it is standard input\n']);
  });
});

describe('--dry-run', () => {
  it('prints what would be written, without passcodes, and writes nothing', async () => {
    const text = '{\n  "password": "q8zXw2Lt",\n  "settings": { "waiting_room": "true" }\n}\n';
    const result = await after('check --fix --dry-run --quiet .', text);
    assert.equal(
      result.out.split('\n').slice(0, 8).join('\n'),
      `--- a.zoom-create.json\tas it is
+++ a.zoom-create.json\tas it would be written
@@ -1,4 +1,4 @@
 {
   "password": "•••",
-  "settings": { "waiting_room": "true" }
+  "settings": { "waiting_room": true }
 }`,
    );
    assert.deepEqual([result.code, result.text], [1, text]);
  });

  // Git applies a patch only to lines that are the same to the byte.
  it('shows the byte order mark of a first line, as predict --diff does', async () => {
    const text = '\uFEFF{ "settings": { "waiting_room": "false" } }\n';
    const lines = (out: string) => out.split('\n').filter((line) => /^[-+ ]\W*"/.test(line));
    const { out } = await after('check --fix --dry-run .', text);
    assert.deepEqual(lines(out), [
      '-\uFEFF{ "settings": { "waiting_room": "false" } }',
      '+\uFEFF{ "settings": { "waiting_room": false } }',
    ]);
    const sent = '\uFEFF{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }\n';
    assert.deepEqual(lines((await after('predict --diff .', sent)).out), [
      '-\uFEFF{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }',
      '+\uFEFF{ "password": "q8zXw2Lt", "settings": { "waiting_room": true } }',
    ]);
    const below = '\uFEFF\n'.concat('\n'.repeat(30), text.slice(1));
    assert.match((await after('check --fix --dry-run .', below)).out, /^@@ -29,4 \+29,4 @@\n \n \n \n-\{/m);
  });

  it('prints nothing where nothing would be written', async () => {
    const { out } = await after(
      'check --fix --dry-run .',
      '{ "password": "q8zXw2Lt", "settings": { "waiting_room": true } }',
    );
    assert.equal(out, 'No findings in 2 files.\n');
  });
});
