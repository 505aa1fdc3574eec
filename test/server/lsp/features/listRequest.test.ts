import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type ListRequestAnswer, listRequestRequest } from '../../../../shared/protocol.ts';
import { startPair } from '../../../support/serverPair.ts';
import type { TestClient } from '../../../support/testClient.ts';

const profile = 'file:///ws/zoom-lock-profile.json';

function ask(lens: TestClient, uri: string): Promise<ListRequestAnswer> {
  const params = { textDocument: { uri }, operation: 'create' };
  return lens.connection.sendRequest<ListRequestAnswer>(listRequestRequest, params);
}

describe('a file is listed as a request', () => {
  for (const [title, before, after] of [
    ['in a new list', '{}', '{"requests": [{"files": "bodies/a b\\\\[1\\\\].json", "operation": "create"}]}'],
    [
      'behind those that are listed',
      '{ "requests": [{ "files": "b.json", "operation": "update" }] }',
      '{ "requests": [{ "files": "b.json", "operation": "update" }, { "files": "bodies/a b\\\\[1\\\\].json", "operation": "create" }] }',
    ],
  ] as const) {
    it(title, async (test) => {
      const lens = await startPair(test, { files: { [profile]: before } });
      const uri = 'file:///ws/bodies/a b[1].json';
      const answer = await ask(lens, uri);
      assert.ok(answer.state === 'edit' && answer.profile === profile);
      await lens.apply(answer.edit as WorkspaceEdit);
      assert.deepEqual(JSON.parse(lens.world.textOf(profile) ?? ''), JSON.parse(after));
      lens.open(uri, '{ "settings": { "waiting_room": "no" } }');
      assert.deepEqual(await lens.codes(uri), ['field-type']);
    });
  }

  it('where there is no profile, its pattern in one in the workspace folder', async (test) => {
    const lens = await startPair(test);
    assert.deepEqual(await ask(lens, 'file:///ws/deep/a.json'), { state: 'noProfile', files: 'deep/a.json' });
  });

  it('not in a broken profile, nor outside of all folders', async (test) => {
    const lens = await startPair(test, { files: { [profile]: '{' } });
    for (const [uri, reason] of [
      ['file:///ws/a.json', 'zoom-lock-profile.json cannot be read: fix it first.'],
      ['untitled:a', 'a is not in a workspace folder.'],
    ] as const)
      assert.deepEqual(await ask(lens, uri), { state: 'refused', reason }, uri);
  });
});
