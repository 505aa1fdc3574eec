import * as vscode from 'vscode';
import { body } from './body.ts';
import { closed } from './closed.ts';
import { documents } from './documents.ts';
import { editor } from './editor.ts';
import { files } from './files.ts';
import { lens } from './lens.ts';
import { quiet } from './quiet.ts';
import { stored } from './stored.ts';
import { closeAll, type ExtensionHost, extensionHost, type Story, untilWatching } from './support.ts';

/** Runs inside VS Code's extension host. The workspace's folder name and the kind of host pick the stories. */
export async function run(): Promise<void> {
  const host = extensionHost();
  const stories = storiesFor(host);
  const failed: string[] = [];
  await untilWatching();
  for (const [title, , tell] of stories) {
    const begin = Date.now();
    try {
      await tell();
      await closeAll();
      say(`ok ${title} (${Date.now() - begin} ms)`);
    } catch (error) {
      failed.push(title);
      say(`not ok ${title}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  if (failed.length > 0) throw new Error(`Failed: ${failed.join('; ')}`);
  say(`${stories.length} stories are told in ${host}`);
}

function storiesFor(host: ExtensionHost): readonly Story[] {
  if (vscode.workspace.name?.startsWith('quiet')) return quiet;
  // Those of documents begin before any lock profile is there.
  const all = [...documents, ...lens, ...body, ...closed, ...stored, ...editor, ...files];
  return all.filter(([, also]) => host === 'node' || also.includes(host));
}

/** VS Code carries the console of the extension host to whoever started it. */
function say(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the only way out of the extension host
  console.log(line);
}
