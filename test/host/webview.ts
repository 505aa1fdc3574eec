import type { Frame, Page } from 'playwright-core';

/** The text of the web view that contains this, once there is one. */
export async function webviewText(page: Page, containing: string): Promise<string> {
  return (await webviewFrame(page, containing)).text;
}

/** Clicks a link of the web view that contains this. */
export async function clickInWebview(page: Page, containing: string, link: string): Promise<void> {
  const { frame } = await webviewFrame(page, containing);
  await frame.locator('a', { hasText: link }).first().click();
}

/** How many pictures of the web view are shown, and how many are not. */
export async function picturesOf(page: Page, containing: string): Promise<{ shown: number; broken: number }> {
  const { frame } = await webviewFrame(page, containing);
  // Text, because the project's types know no DOM.
  const states = await frame.evaluate<readonly boolean[]>(
    'Promise.all([...document.images].map((image) => image.decode().then(() => true, () => false)))',
  );
  const shown = states.filter(Boolean).length;
  return { shown, broken: states.length - shown };
}

/** VS Code puts new content into a new frame, so one that was found before may be gone. */
async function webviewFrame(page: Page, containing: string): Promise<{ frame: Frame; text: string }> {
  let texts: readonly string[] = [];
  for (let round = 0; round < 120; round += 1) {
    const inner = page.frames().filter((frame) => frame.parentFrame()?.parentFrame());
    const found = await Promise.all(inner.map(async (frame) => ({ frame, text: await textOf(frame) })));
    const match = found.find(({ text }) => text.includes(containing));
    if (match) return match;
    texts = found.map(({ text }) => text);
    await page.waitForTimeout(250);
  }
  throw new Error(`No web view contains "${containing}", but:\n${texts.join('\n---\n')}`);
}

/** Empty where the frame is going. */
function textOf(frame: Frame): Promise<string> {
  return frame.evaluate<string>('document.body?.innerText ?? ""').catch(() => '');
}
