import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../host/chromium.ts';
import type { ServerOptions } from '../host/server.ts';
import { type Host, startHost } from '../host/vscode.ts';
import { expectStories, project, withWorkspace } from './support.ts';

const zoomFile = { 'first.zoom-create.json': '{}\n' };
const readme = { 'readme.md': '# Nothing to see\n' };

/** One browser for all; what the server is started with decides where the extension runs and what it may do. */
let browser: Browser | undefined;

before(async () => {
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
});

/** The tests do not need them, and each editor that opens has them laid out anew. */
const withoutTabs = { 'workbench.editor.showTabs': 'none', 'breadcrumbs.enabled': false };

async function withHost(options: ServerOptions, use: (host: Host) => Promise<void>): Promise<void> {
  const host = await startHost({ ...options, extension: project, settings: withoutTabs }, browser);
  try {
    await use(host);
  } finally {
    await host.close();
  }
}

describe('the stories', () => {
  it('all of them, in the Node extension host; a workspace without Zoom files stays quiet', async () => {
    await withHost({}, async (host) => {
      await withWorkspace('lens', zoomFile, (folder) => expectStories(host, folder, 'node'));
      await withWorkspace('quiet', readme, (folder) => expectStories(host, folder, 'node'));
    });
  });

  it('those that touch files and one of each feature, in a web worker, which gets the readers from the client', async () => {
    await withHost({ web: true }, (host) =>
      withWorkspace('lens', zoomFile, (folder) => expectStories(host, folder, 'worker')),
    );
  });

  it('a handful, in Restricted Mode', async () => {
    await withHost({ restricted: true }, (host) =>
      withWorkspace('lens', zoomFile, (folder) => expectStories(host, folder, 'restricted')),
    );
  });
});
