import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { runIn } from '../support/cliRun.ts';
import { runs, seed } from '../support/effort.ts';
import { exampleFiles, exampleUri, exampleWorld } from '../support/exampleFiles.ts';
import { InMemoryWorld } from '../support/inMemoryWorld.ts';
import { mutilated, mutilations } from '../support/mutilation.ts';
import { startPair } from '../support/serverPair.ts';

/** Editor and command line look at the same file: what one reports, the other does. */

const paths = Object.keys(exampleFiles).filter((path) => !path.startsWith('settings-responses/'));
const severities = ['', 'error', 'warning', 'information', 'hint'];

interface Checked {
  readonly files: readonly { readonly findings: readonly { readonly code: string; readonly message: string }[] }[];
}

async function checked(path: string, files: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  // As in the editor, what is above the folder of the workspace is out of sight.
  const world = new InMemoryWorld({ ...files, 'file:///ws/.git/HEAD': '' });
  const { out } = await runIn(world, ['check', `file:///ws/${path}`.slice(7), '--format', 'json']);
  const found = (JSON.parse(out) as Checked).files.flatMap(({ findings }) => findings);
  return found.map((each) => plain(each as unknown as Diagnostic));
}

function plain({ code, severity, message, range }: Diagnostic): unknown {
  return { code, severity: typeof severity === 'number' ? severities[severity] : severity, message, range };
}

describe('the findings of one file', () => {
  it('are those of the editor and of the command line', async (test) => {
    let findings = 0;
    const law = fc.asyncProperty(fc.constantFrom(...paths), mutilations, async (path, how) => {
      const uri = exampleUri(path);
      // A byte order mark is part of no text that an editor shows, and half a character of none that is on a disk.
      const text = mutilated(exampleFiles[path] ?? '', how)
        .replace(/^\uFEFF+/, '')
        .replace(/\p{Surrogate}/gu, '\uFFFD');
      const files = { ...exampleWorld(), [uri]: text };
      const lens = await startPair(test, { files });
      lens.open(uri);
      const shown = (await lens.diagnostics(uri)).map(plain);
      const printed = await checked(path, files);
      assert.deepEqual(printed, shown);
      findings += printed.length;
      lens.connection.dispose();
    });
    await fc.assert(law, runs(15, 1500));
    test.diagnostic(`${findings} findings, seed ${seed}`);
  });
});
