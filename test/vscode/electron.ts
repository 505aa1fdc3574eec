/** The stories of test/vscode/suite in a desktop VS Code that @vscode/test-electron downloads: for machines that can. */
import { runTests } from '@vscode/test-electron';
import { project, suite, withWorkspace } from './support.ts';

await withWorkspace('lens', { 'first.zoom-create.json': '{}\n' }, runIn);
await withWorkspace('quiet', { 'readme.md': '# Nothing to see\n' }, runIn);

async function runIn(workspace: string): Promise<void> {
  await runTests({
    extensionDevelopmentPath: project,
    extensionTestsPath: suite,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
}
