import type { Locator, Page } from 'playwright-core';

/** One-based, as the status bar shows it. */
export interface Position {
  line: number;
  column: number;
}

/** Opens a file of the workspace by quick open, given its path in it. */
export async function openFile(page: Page, path: string): Promise<void> {
  const base = path.split('/').at(-1) ?? path;
  await quickInput(page, base, fileRow(page, base, path.slice(0, -base.length - 1)));
  await page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
  await editor(page).locator('.view-line').first().waitFor();
}

/** Puts the cursor there and scrolls it into view. */
export async function gotoLine(page: Page, line: number, column = 1): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row', {
    hasText: new RegExp(`\\b${line}\\b.*\\b${column}\\b`),
  });
  await quickInput(page, `:${line}:${column}`, row.first());
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Runs a command of the palette by its full title, such as `View: Toggle Word Wrap`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await quickInput(page, `>${title}`, exactRow(page, title));
}

/** Opens the Problems panel, waits for a row with the text if one is given, and returns the rows on screen. */
export async function openProblems(page: Page, containing?: string): Promise<string[]> {
  await runCommand(page, 'Problems: Focus on Problems View');
  const panel = page.locator('.markers-panel');
  const rows = panel.locator('.monaco-list-row');
  await panel.waitFor();
  if (containing) await rows.filter({ hasText: containing }).first().waitFor();
  return (await rows.allInnerTexts()).map(oneLine);
}

/** Moves the mouse to the n-th occurrence of the text in the editor, or to a position, and returns the hover. */
export async function hoverOver(page: Page, target: string | Position, nth = 0): Promise<string> {
  if (typeof target !== 'string') await gotoLine(page, target.line, target.column);
  const find = () => (typeof target === 'string' ? placeOfText(page, target, nth) : placeOfCursor(page));
  for (let place = await find(), attempt = 1; ; attempt += 1) {
    const text = await hoverAt(page, place).catch((error) => (attempt < 6 ? undefined : Promise.reject(error)));
    const found = await find();
    // A lens that comes in the meantime moves the lines below it.
    if (text && found.x === place.x && found.y === place.y) return text;
    place = found;
  }
}

async function hoverAt(page: Page, { x, y }: Place): Promise<string> {
  await page.mouse.move(0, 0); // ends a hover that is still open
  await page.mouse.move(x, y, { steps: 4 });
  const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').last();
  await hover.waitFor({ timeout: 8000 });
  return settledText(hover);
}

export interface Question {
  readonly choices: string[];
  choose(label: string): Promise<void>;
  /** Checks or unchecks a row, where several can be chosen. */
  toggle(label: string): Promise<void>;
  accept(): Promise<void>;
  cancel(): Promise<void>;
}

/** Runs a command that asks something, and returns its first question once it is shown. */
export async function askedBy(page: Page, command: string, title?: string): Promise<Question> {
  await clickInQuickInput(page, `>${command}`, exactRow(page, command));
  return question(page, title);
}

/** The question whose title begins like this, once it is shown. */
export async function question(page: Page, title = ''): Promise<Question> {
  const titled = page.locator('.quick-input-title', { hasText: new RegExp(`^${escaped(title)}`) });
  const box = page.locator('.quick-input-widget', { has: titled });
  const names = box.locator('.monaco-list-row .label-name:not(.quick-input-list-label-meta *)');
  await names.first().waitFor();
  const row = (label: string) =>
    box.locator('.monaco-list-row', { has: page.locator('.label-name', { hasText: exactly(label) }) });
  const gone = () => box.waitFor({ state: 'hidden' });
  return {
    choices: (await names.allInnerTexts()).map(oneLine),
    choose: (label) => row(label).click().then(gone),
    toggle: (label) => row(label).click(),
    accept: () => page.keyboard.press('Enter').then(gone),
    cancel: () => page.keyboard.press('Escape').then(gone),
  };
}

/** Closes all editors, without saving, and what else a story leaves: a question, messages. */
export async function closeAll(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await runCommand(page, 'Notifications: Clear All Notifications');
  await runCommand(page, 'View: Close All Editors');
  const unsaved = page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
  const closed = page.locator('.editor-group-container.empty');
  await unsaved.or(closed).first().waitFor();
  if (await unsaved.isVisible()) await unsaved.click();
  await closed.waitFor();
}

/** Waits until these are the files and folders at the top of the explorer: VS Code has then seen them come and go. */
export async function expectInExplorer(page: Page, names: readonly string[]): Promise<void> {
  const rows = page.locator('.explorer-folders-view .monaco-list-row[aria-level="1"]');
  const row = (name: string) => rows.filter({ has: page.locator('.label-name', { hasText: exactly(name) }) });
  for (const name of names) await row(name).waitFor();
  await rows.nth(names.length).waitFor({ state: 'detached' });
}

export interface LightBulb {
  titles: string[];
  choose(title: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the light bulb at the cursor. Without any action the titles are empty. */
export async function lightBulb(page: Page): Promise<LightBulb> {
  await editor(page).locator('.native-edit-context, textarea.inputarea').first().focus();
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  const none = page.locator('.monaco-editor-overlaymessage', { hasText: /^No .* available/ });
  const answer = menu.or(none).filter({ visible: true }).first();
  await pressFor(page, 'ControlOrMeta+Period', answer);
  const actions = menu.locator('.monaco-list-row.action');
  const titles = (await actions.locator('.title').allInnerTexts()).map(oneLine);
  const choose = async (title: string): Promise<void> => {
    await actions.filter({ has: page.locator('.title', { hasText: exactly(title) }) }).click();
    await menu.waitFor({ state: 'hidden' });
  };
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await answer.waitFor({ state: 'hidden' });
  };
  return { titles, choose, close };
}

/** The lines on screen; the editor draws no others, so a long file has to be read from disk after saving. */
export async function editorText(page: Page): Promise<string> {
  return page.evaluate<string>(`${linesOnScreen}.map(textOf).join('\\n')`);
}

/** Reopens the list behind the braces of the status bar until a line has the text: an open list is not updated. */
export async function languageStatus(page: Page, containing: string): Promise<Locator> {
  const line = page.locator('.hover-language-status', { hasText: containing });
  for (let attempt = 1; ; attempt += 1) {
    await page.mouse.move(0, 0);
    await page.locator('#status\\.languageStatus').hover();
    try {
      await line.waitFor({ timeout: 4000 });
      return line;
    } catch (error) {
      if (attempt === 8) throw error;
    }
  }
}

/** Presses a button of the message, in the list behind the bell: those of a development extension do not pop up. */
export async function answerNotification(page: Page, containing: string, button: string): Promise<void> {
  await runCommand(page, 'Notifications: Show Notifications');
  const message = page.locator('.notifications-center .notification-list-item', { hasText: containing });
  await message.locator('.monaco-button', { hasText: exactly(button) }).click();
}

export async function screenshot(page: Page, file: string): Promise<void> {
  await page.screenshot({ path: file, animations: 'disabled' });
}

function editor(page: Page): Locator {
  // A group keeps what it showed before, such as a diff, hidden.
  const editors = page.locator('.editor-group-container.active .monaco-editor[data-uri]');
  return editors.filter({ visible: true }).first();
}

/** Clicks the row instead of pressing Enter: while results still come in, another one may be first. */
async function quickInput(page: Page, text: string, row: Locator): Promise<void> {
  const input = await clickInQuickInput(page, text, row);
  await input.waitFor({ state: 'hidden' });
}

/** Starts over if the box closes because an editor opens just then, or if its list is outdated. */
async function clickInQuickInput(page: Page, text: string, row: Locator): Promise<Locator> {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  for (let attempt = 1; ; attempt += 1) {
    await pressFor(page, 'ControlOrMeta+KeyP', input);
    try {
      await input.fill(text, { timeout: 5000 });
      await row.click({ timeout: 10_000 });
      return input;
    } catch (error) {
      if (attempt === 6) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** A workbench that is still starting, or busy, loses a key now and then. */
export async function pressFor(page: Page, key: string, answer: Locator): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await page.keyboard.press(key);
    const shown = answer.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (await shown) return;
  }
  throw new Error(`Nothing answered to ${key}`);
}

function exactRow(page: Page, label: string): Locator {
  return exactRows(page, label).first();
}

function exactRows(page: Page, label: string): Locator {
  const name = page.locator('.label-name', { hasText: exactly(label) });
  return page.locator('.quick-input-list .monaco-list-row', { has: name });
}

/** Quick open also lists files that are gone, or elsewhere: what stands behind the name is where the file is. */
function fileRow(page: Page, base: string, folder: string): Locator {
  const row = exactRows(page, base);
  const where = page.locator('.label-description');
  if (folder !== '') return row.filter({ has: where.filter({ hasText: exactly(folder) }) }).first();
  return row.filter({ hasNot: where.filter({ hasText: /\S/ }) }).first();
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${escaped(text)}\\s*$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface Place {
  x: number;
  y: number;
}

async function placeOfText(page: Page, text: string, nth: number): Promise<Place> {
  const script = `(${findText})(${linesOnScreen}, ${JSON.stringify(text)}, ${nth})`;
  const place = await page.evaluate<Place | null>(script);
  if (!place) throw new Error(`Not on screen in the editor: ${text}`);
  return place;
}

async function placeOfCursor(page: Page): Promise<Place> {
  const caret = await editor(page).locator('.cursors-layer .cursor').first().boundingBox();
  if (!caret) throw new Error('No cursor in the editor');
  return { x: caret.x + 2, y: caret.y + caret.height / 2 };
}

/** Parts of a hover from several providers arrive one after another. */
async function settledText(locator: Locator): Promise<string> {
  let before = '';
  for (let round = 0; round < 40; round += 1) {
    const text = (await locator.allInnerTexts()).join('\n').trim();
    if (text && text === before && !text.includes('Loading...')) return text;
    before = text;
    await locator.page().waitForTimeout(250);
  }
  return before;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

// What follows runs in the page. It is text, because the project's types know no DOM.

/** The editor keeps its lines in arbitrary order, and draws spaces as no-break spaces. */
const linesOnScreen = `(() => {
  globalThis.textOf = (line) => line.textContent.replaceAll('\\u00a0', ' ');
  const lines = document.querySelectorAll('.editor-group-container.active .monaco-editor[data-uri] .view-line');
  const shown = [...lines].filter((line) => line.checkVisibility());
  return shown.sort((one, other) => one.offsetTop - other.offsetTop);
})()`;

/** Finds the n-th occurrence of a text in the lines and returns its middle. */
const findText = `(lines, text, nth) => {
  for (const line of lines) {
    for (let at = textOf(line).indexOf(text); at >= 0; at = textOf(line).indexOf(text, at + 1)) {
      if (nth-- > 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let offset = 0;
      for (let node = walker.nextNode(); node; offset += node.length, node = walker.nextNode()) {
        const inside = (place) => place >= offset && place <= offset + node.length;
        if (inside(at)) range.setStart(node, at - offset);
        if (inside(at + text.length)) {
          range.setEnd(node, at + text.length - offset);
          break;
        }
      }
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
  return null;
}`;
