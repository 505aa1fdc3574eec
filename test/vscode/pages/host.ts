import { join } from 'node:path';
import { after, before } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../host/chromium.ts';
import type { ServerOptions } from '../../host/server.ts';
import { type Host, startHost } from '../../host/vscode.ts';
import { closeAll, expectInExplorer } from '../../host/workbench.ts';
import { emptyFolder, filesIn, makeWorkspace, project, removeWorkspace, writeFiles } from '../support.ts';

/** One VS Code and one browser for all stories of the process, and one page until a story fails: a new one takes as long as a story. */
let browser: Browser | undefined;
let shared: Host | undefined;
let opened: OpenPage | undefined;

/** Quick open would offer files of the story before, which are gone. */
const withoutHistory = { 'search.quickOpen.includeHistory': false };

before(async () => {
  browser = await launchChromium();
  shared = await startHost({ extension: project, settings: withoutHistory }, browser);
});

after(async () => {
  await opened?.close();
  await shared?.close();
  await browser?.close();
});

type PageStory = (page: Page, workspace: string) => Promise<void>;

/** A test that tells the story on a folder with these files alone, in a page in which no editor is open. */
export function inVsCode(files: Record<string, string>, story: PageStory): () => Promise<void> {
  return async () => {
    const known = opened;
    const used = known ?? (await open(host(), files));
    opened = undefined;
    try {
      if (known) await beginAnew(known, files);
      await story(used.page, used.workspace);
      opened = used;
    } catch (error) {
      await used.page.screenshot({ path: lastFailure }).catch(() => undefined); // the page may have crashed
      await used.close();
      throw error;
    }
  };
}

/** What a story that fails has before it, for whoever looks into it. */
const lastFailure = join(project, 'dist', 'test', `failed-${process.pid}.png`);

/** Leaves nothing of the story before. VS Code sees its files go before others, with the same names, come. */
async function beginAnew({ page, workspace }: OpenPage, files: Record<string, string>): Promise<void> {
  await closeAll(page);
  if (isDeepStrictEqual(await filesIn(workspace), files)) return;
  await emptyFolder(workspace);
  await expectInExplorer(page, []);
  await writeFiles(workspace, files);
  const names = Object.keys(files).map((path) => path.split('/')[0] ?? '');
  await expectInExplorer(page, [...new Set(names)]);
}

/** The diff with what Zoom will store is shown, with the value in it. */
export async function expectDiff(page: Page, title: string, value: string): Promise<void> {
  await page.locator('.tab.active', { hasText: `Sent ↔ stored: ${title}` }).waitFor();
  await page.locator('.editor.modified .view-line', { hasText: value }).waitFor();
}

/** Tells the story in a VS Code that is started in another way. */
export async function inOwnVsCode(
  options: ServerOptions,
  files: Record<string, string>,
  story: PageStory,
): Promise<void> {
  const host = await startHost(options, browser);
  try {
    const { page, workspace, close } = await open(host, files);
    await story(page, workspace).finally(close);
  } finally {
    await host.close();
  }
}

function host(): Host {
  if (!shared) throw new Error('VS Code is not started.');
  return shared;
}

interface OpenPage {
  readonly page: Page;
  readonly workspace: string;
  close(): Promise<void>;
}

async function open(host: Host, files: Record<string, string>): Promise<OpenPage> {
  const workspace = await makeWorkspace('page', files);
  const { page, close } = await host.open(workspace);
  return { page, workspace, close: () => close().then(() => removeWorkspace(workspace)) };
}
