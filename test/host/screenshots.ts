/** The README's pictures, from the examples in the real VS Code: `npm run screenshots`, on a machine with DejaVu fonts. */
import { join } from 'node:path';
import { projectRoot } from './paths.ts';
import { startVsCode } from './vscode.ts';
import { hoverOver, openFile, openProblems, runCommand, screenshot } from './workbench.ts';

const images = join(projectRoot, 'docs', 'images');
const vscode = await startVsCode({
  workspace: join(projectRoot, 'examples'),
  extension: projectRoot,
  viewport: { width: 1100, height: 640 },
  settings: { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false },
});

try {
  const { page } = vscode;
  await openFile(page, 'small-team/customer-demo.zoom-create.json');
  await openProblems(page, 'waiting-room-overwritten');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'waiting-room-overwritten' }).dblclick();
  await runCommand(page, 'View: Close Primary Side Bar').catch(() =>
    runCommand(page, 'View: Toggle Primary Side Bar Visibility'),
  );
  await hoverOver(page, '"waiting_room"');
  await screenshot(page, join(images, 'hover.png'));
} finally {
  await vscode.close();
}
