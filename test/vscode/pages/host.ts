import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../host/chromium.ts';
import type { ServerOptions } from '../../host/server.ts';
import { type Host, startHost } from '../../host/vscode.ts';
import { project, withWorkspace } from '../support.ts';

/** One VS Code and one browser for all stories of the process: what a story needs for itself is a page and a folder. */
let browser: Browser | undefined;
let shared: Host | undefined;

before(async () => {
  browser = await launchChromium();
  shared = await startHost({ extension: project }, browser);
});

after(async () => {
  await shared?.close();
  await browser?.close();
});

type PageStory = (page: Page, workspace: string) => Promise<void>;

/** Tells the story in a fresh page on a throw-away folder with these files. */
export function inVsCode(files: Record<string, string>, story: PageStory): Promise<void> {
  if (!shared) throw new Error('VS Code is not started.');
  return tell(shared, files, story);
}

/** As `inVsCode`, in a VS Code that is started in another way. */
export async function inOwnVsCode(
  options: ServerOptions,
  files: Record<string, string>,
  story: PageStory,
): Promise<void> {
  const host = await startHost(options, browser);
  try {
    await tell(host, files, story);
  } finally {
    await host.close();
  }
}

function tell(host: Host, files: Record<string, string>, story: PageStory): Promise<void> {
  return withWorkspace('page', files, async (workspace) => {
    const { page, close } = await host.open(workspace);
    try {
      await story(page, workspace);
    } finally {
      await close();
    }
  });
}
