import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maxFileSize, tooLarge } from '../../../server/files/world.ts';
import { run } from '../../support/cliRun.ts';
import { startPair } from '../../support/serverPair.ts';

/** Files above 20 MB: a finding where they are ours, and nothing where they are not. */

const request = 'file:///ws/a.zoom-create.json';
const large = { unreadable: tooLarge } as const;

describe('a file that is too large', () => {
  it('has a finding while it is closed, and while it is open', async (test) => {
    const lens = await startPair(test, { files: { [request]: large, 'file:///ws/data.json': large } });
    assert.deepEqual(await lens.closedCodes(), { [request]: ['file-too-large'] });
    lens.open(request, ' '.repeat(maxFileSize + 1));
    assert.deepEqual(await lens.codes(request), ['file-too-large']);
    lens.open('file:///ws/data.json', ' '.repeat(maxFileSize + 1));
    assert.deepEqual(await lens.codes('file:///ws/data.json'), []);
  });

  it('is a warning of check, and a problem of predict', async () => {
    const files = { 'a.zoom-create.json': large, 'data.json': large };
    const checked = await run('check .', files);
    assert.match(checked.out, /^a\.zoom-create\.json:1:1: warning: [^\n]* \[file-too-large\]\n\n1 warning in 1 file\./);
    assert.deepEqual([checked.code, checked.error], [1, '']);
    const predicted = await run('predict .', files);
    assert.deepEqual([predicted.code, predicted.error], [2, 'a.zoom-create.json: is too large to read\n']);
    assert.equal((await run('check data.json', files)).code, 2);
  });
});

interface Checked {
  readonly file: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

it('code and scripts that are too large to be written by hand have one finding', async () => {
  const curl = `curl -X POST https://api.zoom.us/v2/users/me/meetings -d '{ "topic": 1 }'\n`;
  const large = `${curl}${'# …\n'.repeat(2 ** 18)}`;
  const files = { 'zoom-lock-profile.json': '{}', 'a.sh': large, 'a.py': large, 'b.sh': curl };
  const { out } = await run('check --format json .', files);
  const codes = JSON.parse(out).files.map(({ file, findings }: Checked) => [
    file,
    findings.map(({ code }) => code).join(),
  ]);
  const { 'a.sh': script, 'a.py': code, 'b.sh': small } = Object.fromEntries(codes);
  assert.deepEqual([script, code, small], ['file-too-large', 'file-too-large', '']);
});

describe('a file that contains too many requests', () => {
  const profile = '{ "requests": [{ "files": "all.json", "operation": "create", "at": "/*" }] }';
  const all = (count: number) => JSON.stringify(Array(count).fill({ topic: 'x' }));
  const checked = async (count: number) => {
    const { out } = await run('check --format json .', { 'zoom-lock-profile.json': profile, 'all.json': all(count) });
    const { files, summary } = JSON.parse(out);
    const inAll = files.find(({ file }: Checked) => file === 'all.json') as Checked;
    const codes = inAll.findings.map(({ code }) => code);
    return { codes, requests: summary.requests };
  };

  it('has one finding, and none about its requests', async () => {
    assert.deepEqual(await checked(5001), { codes: ['file-too-large'], requests: 0 });
  });

  it('is inspected up to the limit', async () => {
    assert.deepEqual(await checked(5000), { codes: [], requests: 5000 });
  });
});

/** Its reader would need minutes, or all of the memory: it is not claimed that there is nothing to report. */
it('code that is too complex has one finding', async () => {
  const send = (body: string) =>
    `fetch("https://api.zoom.us/v2/users/me/meetings", { method: "POST", body: ${body} });`;
  const files = {
    'zoom-lock-profile.json': '{}',
    'readings.ts': `${send('{}')}${'async(a='.repeat(5000)}`,
    'many.ts': send('JSON.stringify({ topic: "a", type: 2 })').repeat(501),
    'few.ts': send('JSON.stringify({ topic: "a", type: 2 })').repeat(500),
  };
  const { out } = await run('check --format json .', files);
  const found = JSON.parse(out).files.map(({ file, findings }: Checked) => [
    file,
    findings.flatMap(({ code, message }) => (code === 'file-too-large' ? [message] : [])).join(),
  ]);
  assert.deepEqual(Object.fromEntries(found), {
    'zoom-lock-profile.json': '',
    'readings.ts': 'This file is too complex and is not inspected.',
    'many.ts': 'This file contains more than 500 requests and is not inspected.',
    'few.ts': '',
  });
});
