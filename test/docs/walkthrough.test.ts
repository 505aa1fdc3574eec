import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { run } from '../support/cliRun.ts';
import { startPair } from '../support/serverPair.ts';

/** The walkthrough of VS Code tells one story, and its pictures are drawn: what they show is what the lens says. */

const read = (name: string) => readFileSync(new URL(`../../docs/walkthrough/${name}`, import.meta.url), 'utf8');
const fence = (name: string) => /^```\w+\n(.*?)^```$/ms.exec(read(name))?.[1] ?? assert.fail(`${name} has no example`);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const profile = fence('profile.md');
const request = fence('request.md');
const uri = 'file:///ws/standup.zoom-create.json';

/** The texts of a picture that are not code, one a line; links and what is between them apart. */
function drawn(name: string): readonly string[] {
  const [, , shown = ''] = read(name).split('<g ');
  return [...shown.matchAll(/<text [^>]*>(.*?)<\/text>/g)].flatMap(([, text = '']) =>
    text.split(/<[^>]*>/).filter(Boolean),
  );
}

it('the example is what the pictures show', () => {
  assert.equal(read('example/zoom-lock-profile.json'), profile);
  assert.equal(read('example/example.zoom-create.json'), request);
});

it('the command line says it of the two files', async () => {
  const { out } = await run('check .', { 'zoom-lock-profile.json': profile, 'standup.zoom-create.json': request });
  assert.equal(oneLine(fence('check.md')), oneLine(`$ zoom-request-lens check .\n${out}`));
});

it('the pictures show the request', () => {
  for (const name of ['see.svg', 'mend.svg']) {
    const [, code = ''] = read(name).split('<g ');
    const lines = [...code.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, text]) => text).join('');
    assert.ok(request.replace(/\s/g, '').startsWith(lines.replace(/\s/g, '')), lines);
  }
});

it('the hover says what is drawn', async (test) => {
  const lens = await startPair(test, { files: { 'file:///ws/zoom-lock-profile.json': profile } });
  lens.open(uri, request);
  const said = oneLine(
    ((await lens.hoverText(uri, 'waiting_room')) ?? '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[*`]/g, '')
      .replace(/\|/g, ' '),
  );
  const words = drawn('see.svg');
  assert.ok(words.length > 4);
  for (const each of words) assert.ok(said.includes(each), `"${each}" is not in: ${said}`);
});

it('the hint behind the value says what is drawn', async (test) => {
  const lens = await startPair(test, { files: { 'file:///ws/zoom-lock-profile.json': profile } });
  lens.open(uri, request);
  const [before = ''] = read('see.svg').split('<g ');
  const [, hint] = /<text [^>]*>(.*?)<\/text>/.exec(before) ?? [];
  assert.deepEqual(
    (await lens.hints(uri)).map(({ label }) => label),
    [hint],
  );
});

it('the light bulb offers what is drawn', async (test) => {
  const lens = await startPair(test, { files: { 'file:///ws/zoom-lock-profile.json': profile } });
  lens.open(uri, request);
  const [heading, ...titles] = drawn('mend.svg');
  const offered = (await lens.actions(uri, 'false', ['quickfix'])).map(({ title }) => title);
  assert.equal(heading, 'Quick Fix');
  // What ends the finding by hiding it comes last, and is not what a first look is for.
  assert.deepEqual(titles, offered.slice(0, 3));
});
