import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Language, Parsed } from '../../../../../shared/containers/code/language.ts';
import { javascript } from '../../../../../shared/containers/code/languages/javascript.ts';
import { python } from '../../../../../shared/containers/code/languages/python.ts';
import type { Contained, ReadContainer } from '../../../../../shared/containers/containers.ts';
import { readJavaScript } from '../../../../../shared/containers/javascript.ts';
import { readPhp } from '../../../../../shared/containers/php.ts';
import { readPython } from '../../../../../shared/containers/python.ts';
import { fileSpan } from '../../../../../shared/json/textMap.ts';
import { corpus, readAll } from '../../../../support/codeCorpus.ts';
import { runs } from '../../../../support/rotation.ts';

const sender = (name: string, topic: string) => `export function ${name}(room) {
  const body = { topic: '${topic}', settings: { waiting_room: false } };
  body.settings.host_video = true;
  return axios.post('https://api.zoom.us/v2/users/me/meetings', body);
}
`;
/** Its body is what a function in it returns, with a list in it, and a second one is a text. */
const builder = `export function build(room) {
  zoom.send({ method: 'POST', url: '/users/me/meetings', body: () => ({ topic: 'a', settings: { alternative: ['b', 'c'] } }) });
  return fetch('/users/me/meetings', { method: 'POST', body: '{ "topic": "d", "settings": { "mute_upon_entry": true } }' });
}
`;
const wrapper = (inside: string) => `describe('rooms', () => {\n${inside}});\n`;

/** What is found, and where in the file. */
function found({ requests, passedOver }: Contained): string {
  const inFile = requests.map(({ name, target, document: { root, comments, code }, map }) => {
    const span = root && fileSpan(map, root.span);
    const pieces = map.pieces.map((each) => ({ ...each, file: each.file + (map.from ?? 0) }));
    return { name, target, span, root, comments, pieces, code };
  });
  return JSON.stringify({ inFile, passedOver }, undefined, 1);
}

/** Each text is read with what was found in the one before it, and as if there had been none. */
function assertAsFresh(read: ReadContainer, ending: string, texts: readonly string[]): void {
  let before: Contained | undefined;
  for (const text of texts) {
    before = readAll(read, text, ending, undefined, before);
    assert.equal(found(before), found(readAll(read, text, ending)), text);
  }
}

function codeAfter(language: Language, ending: string, text: string, before?: Parsed): Parsed {
  const reading = language.read(text, ending, before);
  let step = reading.next();
  while (!step.done) step = reading.next();
  assert.ok(step.value?.parsed);
  return step.value.parsed;
}

function contentsIn(text: string, before?: Parsed) {
  const parsed = codeAfter(javascript, 'ts', text, before);
  return { parsed, contents: [...parsed.functions.values()].map(({ content }) => content) };
}

describe('functions that stay as they are', () => {
  it('are not read again, wherever they move', () => {
    const [open, close] = [sender('open', 'Standup'), sender('close', 'Retro')];
    const { parsed, contents } = contentsIn(open + close);
    const after = contentsIn(`// A comment.\n${open}${close.replace('Retro', 'Retros')}`, parsed);
    assert.equal(contents.length, 2);
    assert.equal(after.contents.length, 2);
    assert.equal(after.contents[0], contents[0]);
    assert.notEqual(after.contents[1], contents[1]);
  });

  it('inside of one that changes, too', () => {
    const { parsed, contents } = contentsIn(wrapper(sender('open', 'Standup')));
    const after = contentsIn(wrapper(`it('opens');\n${sender('open', 'Standup')}`), parsed);
    const named = (all: typeof contents) => all.find(({ name }) => name === 'open');
    assert.ok(named(contents));
    assert.equal(named(after.contents), named(contents));
  });

  it('and do not say where they are', () => {
    const above = `// ${'A long comment. '.repeat(50)}\n`;
    const [content] = contentsIn(above + sender('open', 'Standup')).contents;
    assert.ok(content?.body.length && content.body.every(({ span }) => span.end < above.length));
  });

  it('unless the text is of another dialect', () => {
    const text = `const all = <T>() => { ${sender('open', 'Standup').slice('export '.length)} };\n`;
    const { parsed } = contentsIn(text);
    assert.notEqual(codeAfter(javascript, 'js', text, parsed).tree.toString(), parsed.tree.toString());
  });

  it('unless they are broken', () => {
    const broken = sender('open', 'Standup').replace('const body =', 'const body = =');
    const { parsed } = contentsIn(broken);
    assert.equal(parsed.functions.size, 0);
  });
});

/** Long enough for the parser to take parts of them over. */
const tool = (name: string) => `    {
      name: '${name}',
      schema: {
        meetingId: z.string().describe('The meeting'),
        page_size: z.number().optional().describe('Number of records per page'),
        next_page_token: z.string().optional().describe('Token for next page of results'),
      },
      handler: async (args: Record<string, unknown>): Promise<Result> => {
        const data = await client.request(\`/${name}/\${args.meetingId}\`, { params: { size: args.page_size as number } });
        return { content: [{ type: 'text', text: JSON.stringify(data, null, 2) }] };
      },
    },
`;
const pythonFunction = (name: string) => `def ${name}(room):
${'    room.add("Standup", first=[1, 2])\n'.repeat(30)}    return room`;

describe('the parser takes over only what is the same without it', () => {
  it('in a function whose next one is commented out', () => {
    const text = ['a', 'b', 'c', 'd'].map(pythonFunction).join('\n\n\n');
    const after = text.replace('def c', '# def c');
    const kept = codeAfter(python, 'py', after, codeAfter(python, 'py', text));
    assert.equal(kept.tree.toString(), codeAfter(python, 'py', after).tree.toString());
  });

  it('where a bracket was missing', () => {
    const text = `export function tools() {\n  return [\n${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(tool).join('')}  ];\n}\n`;
    const whole = codeAfter(javascript, 'ts', text);
    for (const { index } of text.matchAll(/(?<=\): Promise<Result> => )\{/g)) {
      const broken = codeAfter(javascript, 'ts', text.slice(0, index) + text.slice(index + 1), whole);
      assert.equal(codeAfter(javascript, 'ts', text, broken).tree.toString(), whole.tree.toString(), `${index}`);
    }
  });
});

describe('what is found after a change is what is found in the text alone', () => {
  const open = sender('open', 'Standup');
  const changes: Readonly<Record<string, readonly string[]>> = {
    'a line above': [open + builder, `\n${open}${builder}`, `\n\n${builder}${open}`],
    'a second one of the same text': [open, open + open, open],
    'one is moved out of another': [wrapper(open) + wrapper(''), open + wrapper(open), wrapper('') + open + open],
    'one and what it was in are in two places': [wrapper(builder), wrapper(`x();\n${builder}`) + wrapper(builder)],
    'one is moved into another': [open + wrapper(''), wrapper(open)],
    'twice, at two depths': [
      open + wrapper(`if (a) {\n${open}}\n${open}`),
      `x();\n${open}${wrapper(`if (a) {\n${open}}\n${open}`)}`,
      wrapper(`if (a) {\n${wrapper(open)}}\n`) + open,
    ],
    'in two that are the same': [
      wrapper(open) + wrapper(open),
      `${wrapper(open)}x();\n${wrapper(open)}`,
      wrapper(open),
    ],
    'a constant above it': [
      `const URL = '/users/me/meetings';\nfunction run(payload) { return zoom.request('POST', URL, payload); }\nrun({ topic: 'a', agenda: 'b' });`,
      `// x\nconst URL = '/users/me/webinars';\nfunction run(payload) { return zoom.request('POST', URL, payload); }\nrun({ topic: 'a', agenda: 'b' });`,
      `const URL = '/users/me/meetings';\nfunction run(payload) { return zoom.request('POST', URL, payload); }\n\nrun({ topic: 'a', agenda: 'b' });`,
    ],
  };
  for (const [name, texts] of Object.entries(changes)) it(name, () => assertAsFresh(readJavaScript, 'ts', texts));

  const languages: readonly [ending: string, ReadContainer, texts: readonly string[]][] = [
    ['ts', readJavaScript, corpus('javascript.txt').map(({ text }) => text)],
    ['py', readPython, textsIn('python')],
    ['php', readPhp, textsIn('php')],
  ];
  for (const [ending, read, texts] of languages) {
    it(`any edits: ${ending}`, () => {
      const parts = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
      const all = fc.array(edits, { minLength: 1, maxLength: 5 });
      fc.assert(
        fc.property(parts, all, (some, changes) => {
          const versions = [some.join('\n')];
          for (const each of changes) versions.push(edited(versions.at(-1) ?? '', each));
          assertAsFresh(read, ending, versions);
        }),
        runs(20),
      );
    });
  }
});

function textsIn(language: string): readonly string[] {
  const folder = new URL(`../corpus/${language}/`, import.meta.url);
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

/** In thousandths of the text. `copied`: what is inserted besides. */
const edits = fc.record({
  at: fc.nat(1000),
  removed: fc.oneof(fc.constant(0), fc.nat(60)),
  inserted: fc.constantFrom('', 'x', ' ', '\n', '\n    ', '{', '}', '(', ')', "'", '"', ',', '// a\n', '# a\n'),
  copied: fc.oneof(fc.constant([0, 0] as const), fc.tuple(fc.nat(1000), fc.nat(400))),
});

function edited(
  text: string,
  { at, removed, inserted, copied: [from, length] }: typeof edits extends fc.Arbitrary<infer E> ? E : never,
) {
  const offset = (thousandth: number) => Math.floor((text.length * thousandth) / 1000);
  const copy = text.slice(offset(from), offset(from) + length);
  return text.slice(0, offset(at)) + inserted + copy + text.slice(offset(at) + removed);
}
