import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { workspaceFindingsSetting } from '../../../server/lsp/settings.ts';
import { containerKind } from '../../../shared/fileKind.ts';
import { run } from '../../support/cliRun.ts';
import { corpus } from '../../support/codeCorpus.ts';
import { codeFiles } from '../../support/codeFiles.ts';
import { profileWith } from '../../support/profiles.ts';
import { triesAll } from '../../support/rotation.ts';
import { startPair } from '../../support/serverPair.ts';

/** Requests in documents and code on the command line. */

const on = profileWith('W locked on · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const http = `### Standup\nPOST https://api.zoom.us/v2/users/me/meetings\n\n${body}\n`;
const finding = 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.';

describe('documents and code on the command line', () => {
  it('a folder is checked with those in it', async () => {
    const { out, code } = await run('check .', {
      'zoom-lock-profile.json': on,
      'zoom.http': http,
      'README.md': 'Nothing to see.',
      'main.ts': 'export {};',
    });
    const [first] = out.split('\n');
    assert.equal(first, `zoom.http:4:57: warning: ${finding} [waiting-room-overwritten] (#Standup)`);
    assert.match(out, /^1 warning in 2 files\.$/m);
    assert.equal(code, 1);
  });

  it('a body that one of them names is a request, wherever it is in the order', async () => {
    const { out } = await run('check .', {
      'zoom-lock-profile.json': on,
      'a.json': body,
      'zoom.http': '### Update\nPATCH https://api.zoom.us/v2/meetings/85746065\n\n< ./a.json\n',
    });
    assert.match(out, /^a\.json:1:57: warning: .*\[waiting-room-overwritten\]$/m);
  });

  it('one that is named and holds nothing is a problem; one in a folder is not', async () => {
    const files = { 'zoom-lock-profile.json': on, 'README.md': 'Nothing to see.' };
    const named = await run('check README.md', files);
    assert.equal(named.code, 2);
    assert.match(named.error, /README\.md: no request to Zoom is recognized in it/);
    assert.equal((await run('check .', files)).code, 0);
    const path = { ...files, 'README.md': 'They go to /users/me/meetings.\n' };
    const { code, error } = await run('check README.md', path);
    assert.deepEqual([code, error], [2, 'README.md: no request to Zoom is recognized in it\n']);
    assert.match((await run('check .', path)).out, /^No findings in 1 file\.$/m);
  });

  it('predict and explain speak of each request', async () => {
    const files = { 'zoom-lock-profile.json': on, 'zoom.http': http };
    const [request] = JSON.parse((await run('predict . --format json', files)).out).requests;
    assert.deepEqual([request.request, request.operation, request.scenario], ['Standup', 'create', 8]);
    assert.match((await run('explain zoom.http', files)).out, /`zoom\.http#Standup`: recognized by where it is sent/);
  });

  it('where nothing says create or update, the operation is null', async () => {
    const files = {
      'zoom-lock-profile.json': on,
      'send.js': "// Zoom\nsend({ topic: 'x', type: 2, settings: { waiting_room: false, host_video: true } });\n",
    };
    const [request] = JSON.parse((await run('predict . --format json', files)).out).requests;
    assert.deepEqual([request.operation, request.scenario, request.outcomes], [null, null, []]);
    assert.match((await run('predict .', files)).out, /create or update/);
    assert.match((await run('predict send.js --operation update', files)).out, /^ {2}update/m);
  });
});

/** All files of the readers' corpora, in a folder for each. */
function corpora(): Readonly<Record<string, string>> {
  const folder = new URL('../../shared/containers/corpus/', import.meta.url);
  const drawn = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const files = [
    ...drawn.flatMap((file) =>
      corpus(file).map(({ name, text }, at) => [file.replace('.txt', ''), `${at}-${name}`, text] as const),
    ),
    ...['python', 'php'].flatMap((language) =>
      codeFiles(language).map(({ name, text }) => [language, name, text] as const),
    ),
    ...['http', 'postman'].flatMap((kind) => fixtures(kind).map(([name, text]) => [kind, name, text] as const)),
  ];
  return Object.fromEntries(
    files.map(([kind, name, text]) => {
      const path = `${kind}/${name.replace(/[^\w.-]/g, '-')}`;
      return [containerKind(path) ? path : `${path}${endings[kind] ?? ''}`, text];
    }),
  );
}

/** For those that are named by what is in them. */
const endings: Readonly<Record<string, string>> = {
  javascript: '.js',
  markdown: '.md',
  postman: '.postman_collection.json',
  shell: '.sh',
};

function fixtures(kind: string): readonly (readonly [name: string, text: string])[] {
  const folder = new URL(`../../fixtures/${kind}/`, import.meta.url);
  return readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

describe('check and the editor', () => {
  it('find the same in the same files', async (test) => {
    const texts = Object.fromEntries(Object.entries(corpora()).filter((_, at) => triesAll || at % 2 === 0));
    const files = { 'zoom-lock-profile.json': on, ...texts };
    const { out } = await run('check --format json .', files);
    const checked: readonly Checked[] = JSON.parse(out).files;
    const disk = Object.fromEntries(Object.entries(files).map(([name, text]) => [`file:///ws/${name}`, text]));
    const lens = await startPair(test, { files: disk, settings: { [workspaceFindingsSetting]: 'openFiles' } });
    let count = 0;
    for (const [name, text] of Object.entries(texts)) {
      const uri = `file:///ws/${name}`;
      lens.open(uri, text);
      const found = (await lens.diagnostics(uri)).map(({ code, range, message }) => ({ code, range, message }));
      const same = checked.find(({ file }) => file === name)?.findings ?? [];
      assert.deepEqual(
        found,
        same.map(({ code, range, message }) => ({ code, range, message })),
        name,
      );
      lens.close(uri);
      count += found.length;
    }
    assert.ok(count > 75, `only ${count} findings`);
    const kinds = Object.keys(texts).map((name) => name.split('/')[0]);
    for (const kind of ['javascript', 'python', 'php', 'http', 'postman']) assert.ok(kinds.includes(kind), kind);
  });
});

interface Checked {
  readonly file: string;
  readonly findings: readonly { readonly code: string; readonly range: object; readonly message: string }[];
}
