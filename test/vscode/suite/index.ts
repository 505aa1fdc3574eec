import * as vscode from 'vscode';
import { body } from './body.ts';
import { closed } from './closed.ts';
import { editor } from './editor.ts';
import { files } from './files.ts';
import { lens } from './lens.ts';
import { quiet } from './quiet.ts';
import { stored } from './stored.ts';
import type { Story } from './support.ts';

/** Runs inside VS Code's extension host, in Node or in a web worker. The workspace's folder name picks the stories. */
export async function run(): Promise<void> {
  const { name } = vscode.workspace.workspaceFolders?.[0] ?? { name: '' };
  const stories: Story[] = name.startsWith('quiet')
    ? quiet
    : [...lens, ...body, ...closed, ...stored, ...editor, ...files];
  const failed: string[] = [];
  for (const [title, tell] of stories) {
    try {
      await tell();
      say(`ok ${title}`);
    } catch (error) {
      failed.push(title);
      say(`not ok ${title}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  say(`${stories.length - failed.length} of ${stories.length} stories passed`);
  if (failed.length > 0) throw new Error(`Failed: ${failed.join('; ')}`);
}

/** VS Code carries the console of the extension host to whoever started it. */
function say(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the only way out of the extension host
  console.log(line);
}
