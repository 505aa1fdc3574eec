import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ProgressToken } from 'vscode-languageserver-protocol';
import { WorkDoneProgress, WorkDoneProgressCreateRequest } from 'vscode-languageserver-protocol';
import { workspaceFindingsSetting } from '../../../server/lsp/settings.ts';
import { pushed } from '../../support/capabilities.ts';
import { startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

const folder = 'file:///ws';

/** A workspace with this many requests, each empty. */
function requests(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${folder}/${at}.zoom-create.json`, '{}']));
}

/** What the editor is shown, in order. */
interface Shown {
  readonly created: ProgressToken[];
  readonly said: { kind: string; title?: string; message?: string; percentage?: number }[];
}

/** A few files take the lens a whole turn, however fast this machine is. */
function slowly(test: TestContext): void {
  let now = 0;
  test.mock.method(performance, 'now', () => {
    now += 2;
    return now;
  });
}

/** The first look begins before a client can listen, so the workspace folder is added afterwards. */
async function watched(
  test: Parameters<typeof startPair>[0],
  scene: NonNullable<Parameters<typeof startPair>[1]>,
  answer: () => unknown = () => null,
): Promise<{ readonly lens: TestClient; readonly shown: Shown }> {
  const lens = await startPair(test, { roots: [], ...scene });
  const shown: Shown = { created: [], said: [] };
  lens.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    shown.created.push(token);
    lens.connection.onProgress(WorkDoneProgress.type, token, (value) => void shown.said.push(value));
    return answer() as undefined;
  });
  lens.folders([folder]);
  return { lens, shown };
}

describe('the first look at a workspace', () => {
  it('of more than 500 files is shown, with how many are done; a later one is not', async (test) => {
    slowly(test);
    const { lens, shown } = await watched(test, { files: requests(501) });
    await lens.lookedAround();
    assert.equal(shown.created.length, 1);
    const [first, ...others] = shown.said;
    assert.deepEqual(first, {
      kind: 'begin',
      title: 'Checking Zoom requests',
      message: '0 of 501 files',
      percentage: 0,
    });
    assert.deepEqual(others.at(-1), { kind: 'end' });
    const reports = others.slice(0, -1);
    assert.ok(reports.length > 0);
    for (const { kind, message, percentage = 0 } of reports) {
      assert.equal(kind, 'report');
      const done = Number(/^(\d+) of 501 files$/.exec(message ?? '')?.[1]);
      assert.equal(percentage, Math.floor((100 * done) / 501));
    }
    const percentages = reports.map(({ percentage = 0 }) => percentage);
    assert.deepEqual(
      percentages,
      [...new Set(percentages)].sort((one, other) => one - other),
    );
    lens.disk(`${folder}/zoom-lock-profile.json`, '{}');
    await lens.lookedAround();
    assert.equal(shown.created.length, 1);
  });

  it('of fewer is not', async (test) => {
    const { lens, shown } = await watched(test, { files: requests(500) });
    await lens.lookedAround();
    assert.deepEqual(shown, { created: [], said: [] });
  });

  it('is not shown to an editor that cannot show it, or that reports open files only', async (test) => {
    const files = requests(501);
    const plain = await watched(test, { files, capabilities: pushed });
    const openOnly = await watched(test, { files, settings: { [workspaceFindingsSetting]: 'openFiles' } });
    for (const { lens, shown } of [plain, openOnly]) {
      await lens.lookedAround();
      assert.deepEqual(shown.created, []);
    }
  });

  it('does not wait for the editor, nor depend on its answer', async (test) => {
    const refusing = () => {
      throw new Error('no');
    };
    const never = () => new Promise(() => {});
    for (const answer of [refusing, never]) {
      const { lens, shown } = await watched(test, { files: requests(501) }, answer);
      await lens.lookedAround();
      assert.equal(shown.created.length, 1);
      assert.deepEqual(shown.said, []);
    }
  });

  it('that is interrupted ends what it has shown, and is shown again', async (test) => {
    slowly(test);
    const { lens, shown } = await watched(test, { files: requests(501) });
    await lens.until(() => shown.said.length > 0);
    lens.disk(`${folder}/zoom-lock-profile.json`, '{ "waitingRoom": { "locked": false } }');
    await lens.lookedAround();
    const kinds = shown.said.map(({ kind }) => kind).filter((kind) => kind !== 'report');
    assert.deepEqual(
      kinds,
      shown.created.flatMap(() => ['begin', 'end']),
    );
  });
});
