/** The stories of test/vscode/suite in a desktop VS Code that @vscode/test-electron downloads: for machines that can. */
import { runTests } from '@vscode/test-electron';
import { workspaces } from './stories.ts';
import { project, suite, withWorkspace } from './support.ts';

for (const [name, files] of Object.entries(workspaces)) await withWorkspace(name, files, runIn);

async function runIn(workspace: string): Promise<void> {
  await runTests({
    extensionDevelopmentPath: project,
    extensionTestsPath: suite,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
}
