import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../host/chromium.ts';
import type { ServerOptions } from '../../host/server.ts';
import { type Host, startHost } from '../../host/vscode.ts';
import { closeAll } from '../../host/workbench.ts';
import { makeWorkspace, project, removeWorkspace } from '../support.ts';

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

export type PageStory = (page: Page, workspace: string) => Promise<void>;

/** Tells the story in a fresh page on a throw-away folder with these files. */
export function inVsCode(files: Record<string, string>, story: PageStory): Promise<void> {
  return tell(host(), files, story);
}

/**
 * Tells each of several stories in the same page, in which no editor is open. For stories that write no file; only the last
 * one may. A fresh page takes as long as a story.
 */
export function inOnePage(files: Record<string, string>): (story: PageStory) => () => Promise<void> {
  let opened: OpenPage | undefined;
  after(() => opened?.close());
  return (story) => async () => {
    if (opened) await closeAll(opened.page);
    else opened = await open(host(), files);
    await story(opened.page, opened.workspace);
  };
}

/** The diff with what Zoom will store is shown, with the value in it. */
export async function expectDiff(page: Page, title: string, value: string): Promise<void> {
  await page.locator('.tab.active', { hasText: `Sent ↔ stored: ${title}` }).waitFor();
  await page.locator('.editor.modified .view-line', { hasText: value }).waitFor();
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

function host(): Host {
  if (!shared) throw new Error('VS Code is not started.');
  return shared;
}

async function tell(host: Host, files: Record<string, string>, story: PageStory): Promise<void> {
  const { page, workspace, close } = await open(host, files);
  try {
    await story(page, workspace);
  } finally {
    await close();
  }
}

interface OpenPage {
  readonly page: Page;
  readonly workspace: string;
  close(): Promise<void>;
}

async function open(host: Host, files: Record<string, string>): Promise<OpenPage> {
  const workspace = await makeWorkspace('page', files);
  const { page, close } = await host.open(workspace, { isUnseen: true });
  return { page, workspace, close: () => close().then(() => removeWorkspace(workspace)) };
}
