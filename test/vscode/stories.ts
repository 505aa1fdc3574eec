import assert from 'node:assert/strict';
import type { ServerOptions } from '../host/server.ts';
import { startHost } from '../host/vscode.ts';
import type { ExtensionHost } from './suite/support.ts';
import { project, suite, withWorkspace } from './support.ts';

/** Folders by the beginning of their names, which picks the stories. */
export const workspaces = {
  lens: { 'first.zoom-create.json': '{}\n' },
  quiet: { 'readme.md': '# Nothing to see\n' },
};

/** Nobody looks at them, and each editor that opens has them laid out anew. */
const withoutTabs = { 'workbench.editor.showTabs': 'none', 'breadcrumbs.enabled': false };

/**
 * Tells the stories of test/vscode/suite about the folders, one after the other in one VS Code, and fails with what they
 * printed. How that is started decides where the extension runs and what it may do.
 */
export async function tellStories(
  extensionHost: ExtensionHost,
  options: ServerOptions,
  ...names: readonly (keyof typeof workspaces)[]
): Promise<void> {
  const host = await startHost({ ...options, extension: project, settings: withoutTabs });
  try {
    for (const name of names) {
      const { ok, output } = await withWorkspace(name, workspaces[name], (workspace) =>
        host.runTests({ workspace, tests: suite }),
      );
      assert.ok(ok, `${name}:\n${output.join('\n')}`);
      const told = new RegExp(`^[1-9]\\d* stories are told in ${extensionHost}$`);
      assert.ok(
        output.some((line) => told.test(line)),
        `not all stories were told:\n${output.join('\n')}`,
      );
    }
  } finally {
    await host.close();
  }
}
