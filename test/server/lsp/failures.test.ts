import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CancellationTokenSource, type ResponseError } from 'vscode-languageserver-protocol/node';
import { logError } from '../../../server/lsp/client.ts';
import { importRequest, newRequestRequest } from '../../../shared/protocol.ts';
import { pulling, pushed } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { connect, type Scene, startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';

/** What goes wrong with one file or one request is a line in the log, and nothing else. */

const profile = 'file:///ws/zoom-lock-profile.json';
const a = 'file:///ws/a.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const start = { line: 0, character: 2 };
const about = { textDocument: { uri: a } };
const range = { start, end: start };

/** Every request that the server answers, with parameters of the right form. */
const requests: Readonly<Record<string, object>> = {
  'textDocument/hover': { ...about, position: start },
  'textDocument/definition': { ...about, position: start },
  'textDocument/completion': { ...about, position: start },
  'textDocument/references': { ...about, position: start, context: { includeDeclaration: false } },
  'textDocument/codeLens': about,
  'textDocument/inlayHint': { ...about, range },
  'textDocument/semanticTokens/full': about,
  'textDocument/codeAction': { ...about, range, context: { diagnostics: [] } },
  'textDocument/diagnostic': about,
  'workspace/textDocumentContent': { uri: 'zoom-stored:/x' },
  'zoomRequestLens/status': about,
  'zoomRequestLens/explain': about,
  'zoomRequestLens/stored': about,
  'zoomRequestLens/meetingFile': { ...about, response: '{}' },
  [newRequestRequest]: { ...about, topic: 'Standup' },
  [importRequest]: { files: [], capturedAt: '2026-11-24' },
};

async function opened(test: TestContext, scene: Scene = {}): Promise<TestClient> {
  const lens = await startPair(test, { files: { [profile]: on, [a]: body }, ...scene });
  lens.open(a);
  await lens.settle();
  return lens;
}

function ask(lens: TestClient, method: string, params: unknown): Promise<unknown> {
  return lens.connection.sendRequest(method, params);
}

async function refusal(promise: Promise<unknown>): Promise<number> {
  try {
    return assert.fail(`answered: ${JSON.stringify(await promise)}`);
  } catch (error) {
    return (error as ResponseError<void>).code;
  }
}

describe('a batch of changed files', () => {
  it('one that has no URI keeps none of the others back', async (test) => {
    const lens = await opened(test, { files: { [profile]: '{}', [a]: body }, capabilities: pulling });
    assert.deepEqual(await lens.codes(a), []);
    lens.world.write(profile, on);
    const changes = [{ uri: 5, type: 2 }, null, {}, { uri: profile, type: 2 }];
    await lens.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual(await lens.codes(a), ['waiting-room-overwritten']);
  });
});

describe('a world that fails', () => {
  for (const [what, breaks] of [
    [
      'reading',
      (lens: TestClient) => Object.assign(lens.world, { read: () => Promise.reject(new Error('torn cable')) }),
    ],
    ['reading, at once', (lens: TestClient) => Object.assign(lens.world, { read: broken })],
    ['the clock', (lens: TestClient) => Object.assign(lens.world, { today: broken })],
    [
      'the walk',
      (lens: TestClient) => Object.assign(lens.world, { list: broken, filesBelow: broken, filesIn: broken }),
    ],
    ['real names', (lens: TestClient) => Object.assign(lens.world, { real: broken })],
  ] as const) {
    it(`${what}: each request is answered, and the server goes on`, async (test) => {
      const lens = await opened(test, { capabilities: what === 'the walk' ? pushed : pulling });
      const whole = { ...lens.world };
      breaks(lens);
      lens.tellDisk(profile, 'changed');
      for (const [method, params] of Object.entries(requests)) {
        const answered = ask(lens, method, params);
        await assert.doesNotReject(answered, method);
      }
      Object.assign(lens.world, whole);
      for (const own of ['read', 'today', 'list', 'filesBelow', 'filesIn', 'real'])
        Reflect.deleteProperty(lens.world, own);
      lens.tellDisk(profile, 'changed');
      lens.type(a, 'false', 'false ');
      assert.deepEqual(await lens.codes(a), ['waiting-room-overwritten']);
    });
  }
});

function broken(): never {
  throw new Error('torn cable');
}

it('an error that no client is there to log does no harm', async () => {
  logError({ console: { error: broken } } as never, new Error('torn cable'));
  await new Promise((resolve) => setImmediate(resolve));
});

describe('parameters of the wrong form', () => {
  for (const [method, params] of Object.entries(requests)) {
    it(`${method} refuses them`, async (test) => {
      const lens = await opened(test);
      const invalidParams = -32602;
      for (const key of Object.keys(params)) {
        if (key === 'capturedAt' || (key === 'context' && method === 'textDocument/references')) continue;
        const { [key]: _, ...others } = params as Record<string, unknown>;
        assert.equal(await refusal(ask(lens, method, others)), invalidParams, `without ${key}`);
        assert.equal(await refusal(ask(lens, method, { ...others, [key]: 5 })), invalidParams, `${key}: 5`);
      }
      assert.deepEqual(await lens.codes(a), ['waiting-room-overwritten']);
    });
  }

  it('kinds of code actions that are no list are refused', async (test) => {
    const lens = await opened(test);
    const asked = { ...about, range, context: { diagnostics: [], only: 'quickfix' } };
    assert.equal(await refusal(ask(lens, 'textDocument/codeAction', asked)), -32602);
    assert.deepEqual(lens.logged, []);
  });

  it('a document without a text or with a URI that is none is not opened, and the others stay', async (test) => {
    const lens = await opened(test);
    for (const textDocument of [
      { uri: 5, languageId: 'json', version: 1, text: '{}' },
      { uri: 'file:///ws/b.zoom-create.json', languageId: 'json', version: 1 },
      {},
    ])
      await lens.connection.sendNotification('textDocument/didOpen', { textDocument });
    await lens.connection.sendNotification('textDocument/didChange', { textDocument: { uri: a, version: 9 } });
    assert.deepEqual(await lens.codes(a), ['waiting-room-overwritten']);
  });

  it('options that are none leave the defaults', async (test) => {
    const initializationOptions = { translations: null, rulesFolder: 7, runsCommands: 'yes' } as never;
    const lens = await opened(test, { initializationOptions });
    assert.deepEqual(await lens.codes(a), ['waiting-room-overwritten']);
    assert.match((await lens.hoverText(a, '"waiting_room"')) ?? '', /stored `true`/);
  });
});

describe('the life of a session', () => {
  it('a request before initialize is refused by its code', async (test) => {
    const { connection } = connect(test);
    connection.listen();
    const serverNotInitialized = -32002;
    for (const [method, params] of Object.entries(requests))
      assert.equal(await refusal(connection.sendRequest(method, params)), serverNotInitialized, method);
  });

  it('a second initialize is refused, and changes nothing', async (test) => {
    const lens = await opened(test);
    const before = await lens.diagnostics(a);
    assert.equal(await refusal(ask(lens, 'initialize', { processId: null, rootUri: null, capabilities: {} })), -32600);
    assert.deepEqual(await lens.diagnostics(a), before);
    assert.ok(before.length > 0);
  });

  it('one after shutdown, too', async (test) => {
    const lens = await opened(test);
    await lens.connection.sendRequest('shutdown');
    const invalidRequest = -32600;
    for (const [method, params] of Object.entries(requests))
      assert.equal(await refusal(ask(lens, method, params)), invalidRequest, method);
  });

  it('an unknown request is refused, and the session goes on', async (test) => {
    const lens = await opened(test);
    assert.equal(await refusal(ask(lens, 'textDocument/rename', about)), -32601);
    assert.deepEqual(await lens.codes(a), ['waiting-room-overwritten']);
  });

  it('what the client no longer wants is answered with nothing', async (test) => {
    const lens = await opened(test);
    lens.world.hold();
    lens.tellDisk(profile, 'changed');
    const source = new CancellationTokenSource();
    const pending = lens.connection.sendRequest('textDocument/hover', requests['textDocument/hover'], source.token);
    source.cancel();
    await lens.connection.sendRequest('zoomRequestLens/ping');
    lens.world.release();
    assert.equal(await pending, null);
  });

  it('an editor that never says what its user has set keeps no answer waiting', async (test) => {
    const { workspace, ...capabilities } = pulling;
    const lens = await opened(test, {
      capabilities: { ...capabilities, workspace: { ...workspace, configuration: true } },
      isSilentAboutSettings: true,
    });
    assert.match((await lens.hoverText(a, '"waiting_room"')) ?? '', /stored `true`/);
  });
});
