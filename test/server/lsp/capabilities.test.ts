import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';
import { rootsOf, serverCapabilities } from '../../../server/lsp/capabilities.ts';
import { clientFeatures } from '../../../server/lsp/client.ts';
import { pulling } from '../../support/capabilities.ts';

describe('what a client can do', () => {
  it('one that says nothing gets the least', () => {
    assert.deepEqual(clientFeatures({}), {
      pullsDiagnostics: false,
      refreshesDiagnostics: false,
      takesRelatedDocuments: false,
      refreshesLenses: false,
      linksCodes: false,
      relatesPlaces: false,
      reportsConfiguration: false,
      diagnosticTags: [],
      registers: new Set(),
      watchesFiles: false,
      workspaceFolders: false,
      showsProgress: false,
      createsFiles: false,
      versionsEdits: false,
      codeActionLiterals: false,
      asksForContents: false,
      hoverMarkup: 'plaintext',
      completes: false,
      snippets: false,
      labelDetails: false,
      showsInlayHints: false,
      marksTokens: false,
      configuration: false,
      refreshes: [],
    });
    const { workspace, textDocumentSync: _, ...offered } = serverCapabilities(clientFeatures({}));
    assert.deepEqual(offered, {
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      codeLensProvider: {},
    });
    assert.equal(workspace?.textDocumentContent, undefined);
  });

  it('one like VS Code gets all', () => {
    const { hoverMarkup, refreshes, takesRelatedDocuments, ...flags } = clientFeatures(pulling);
    assert.equal(hoverMarkup, 'markdown');
    // VS Code asks for each document that it shows.
    assert.equal(takesRelatedDocuments, false);
    assert.deepEqual(
      refreshes.map(({ method }) => method),
      ['workspace/inlayHint/refresh', 'workspace/semanticTokens/refresh'],
    );
    assert.ok(Object.values(flags).every((flag) => flag));
    const { workspace } = serverCapabilities(clientFeatures(pulling));
    assert.deepEqual(workspace?.textDocumentContent, { schemes: ['zoom-stored'] });
  });

  for (const [what, textDocument, links] of [
    ['said of pulled diagnostics', { diagnostic: { codeDescriptionSupport: true } }, true],
    [
      'said of pushed ones only, as before LSP 3.18',
      { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } },
      true,
    ],
    [
      'denied for pulled ones',
      { diagnostic: { codeDescriptionSupport: false }, publishDiagnostics: { codeDescriptionSupport: true } },
      false,
    ],
    ['said nowhere', { diagnostic: {}, publishDiagnostics: {} }, false],
  ] as const satisfies readonly (readonly [string, ClientCapabilities['textDocument'], boolean])[]) {
    it(`links to pages: ${what}`, () => assert.equal(clientFeatures({ textDocument }).linksCodes, links));
  }

  for (const [what, diagnostic, workspace, asks] of [
    ['is asked to request again', {}, { diagnostics: { refreshSupport: true } }, true],
    ['takes the findings of others with an answer', { relatedDocumentSupport: true }, {}, true],
    ['would never learn of other findings: Neovim 0.10', {}, {}, false],
  ] as const) {
    it(`asks for findings: one that ${what}`, () => {
      const client = clientFeatures({ textDocument: { diagnostic }, workspace });
      assert.equal(client.pullsDiagnostics, asks);
      assert.equal('diagnosticProvider' in serverCapabilities(client), asks);
    });
  }

  it('the folders go before the root, even where there are none', () => {
    const roots = (params: Partial<InitializeParams>) => rootsOf(params as InitializeParams);
    assert.deepEqual(roots({ rootUri: 'file:///a', workspaceFolders: [{ uri: 'file:///b', name: 'b' }] }), [
      'file:///b',
    ]);
    assert.deepEqual(roots({ rootUri: 'file:///a', workspaceFolders: [] }), []);
    assert.deepEqual(roots({ rootUri: 'file:///a', workspaceFolders: null }), ['file:///a']);
    assert.deepEqual(roots({ rootUri: null }), []);
  });
});
