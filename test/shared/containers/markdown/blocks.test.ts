import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { type Block, blocksOf } from '../../../../shared/containers/markdown/blocks.ts';
import { codeText } from '../../../../shared/containers/markdown/codeText.ts';
import { runs } from '../../../support/rotation.ts';

function blocksIn(text: string): readonly Block[] {
  return [...blocksOf(text)].flatMap((each) => each ?? []);
}

/** One line a block: `## title`, `text`, `- text` of an item, ` ```info "code" `. */
function drawn(text: string): readonly string[] {
  return blocksIn(text).map((block) => {
    const written = text.slice(block.span.start, block.span.end);
    if (block.kind === 'heading') return `h${block.level} ${written}`;
    if (block.kind === 'prose') return `${block.inList ? '- ' : ''}${written}`;
    return `code ${block.info ?? 'indented'} ${JSON.stringify(codeText(text, block).text)}`;
  });
}

// biome-ignore format: a table is read by its columns
const table: readonly (readonly [what: string, text: string, ...blocks: string[]])[] = [
  ['a fence',                      '```json\n{}\n```',                   'code json "{}"'],
  ['of tildes, longer',            '~~~~ json\n~~~\n```\n~~~~~',         'code json "~~~\\n```"'],
  ['without an end',               '```\n{\n',                           'code  "{"'],
  ['with Windows line ends',       '```json\r\n{\r\n}\r\n```\r\nx',      'code json "{\\r\\n}"', 'x'],
  ['indented',                     '  ```\n  {\n    a\n }\n  ```',       'code  "{\\n  a\\n}"'],
  ['in an item',                   '- a\n\n  ```\n  {\n\n  }\n  ```',    '- a', 'code  "{\\n\\n}"'],
  ['in an item with a tab',        '-\ta\n\n\t```\n\t{}\n\t```',         '- a', 'code  "{}"'],
  ['that begins an item',          '1. ```json\n   {}\n   ```',          'code json "{}"'],
  ['in a quote',                   '> ```\n> {\n>   a\n> ```\n> x',      'code  "{\\n  a"', 'x'],
  ['a quote that ends before it does', '> ```\n> {\na',                  'code  "{"', 'a'],
  ['an item that ends before it does', '- ```\n  {\na',                  'code  "{"', 'a'],
  ['in an item in a quote',        '> - a\n>   ```\n>   {}\n>   ```',    '- a', 'code  "{}"'],
  ['after a paragraph',            'a\n```\n{}\n```\nb',                 'a', 'code  "{}"', 'b'],
  ['no fence: signs behind it',    '``` a`b\n{}',                        '``` a`b\n{}'],
  ['no fence: indented too far',   'a\n\n    ```\n    {}\n\nb',          'a', 'code indented "```\\n{}\\n"', 'b'],
  ['headings',                     '# a #\n##b\nc\n===\nd\n---\n',       'h1 # a #', 'h1 ##b\nc', 'h2 d'],
  ['a rule, and none',             'a\n\n---\n* * *\n--\n',              'a', '--'],
  ['front matter',                 '---\na: 1\n---\n# b',                'h1 # b'],
  ['front matter in TOML, marked', '\uFEFF+++\na = 1\n+++\n# b',         'h1 # b'],
  ['front matter without an end',  '---\na\n',                           'a'],
  ['comments',                     '<!--\n```json\n{}\n```\n-->\na',     'a'],
  ['a comment of one line',        '<!-- a -->\nb',                      'b'],
  ['a text as it is written',      '<pre>\n```\n{}\n```\n</pre>\nb',     'b'],
  ['HTML',                         '<details>\n<summary>a</summary>\n\n```\n{}\n```\n\n</details>', '<details>\n<summary>a</summary>', 'code  "{}"', '</details>'],
  ['a table',                      '| a | b |\n|---|---|\n| c | d |',    '| a | b |\n|---|---|\n| c | d |'],
  ['a paragraph that goes on',     '> a\nb\n\nc',                        'a\nb', 'c'],
  ['items',                        '- a\n- b\n  c\n\n  d\n2. e',         '- a', '- b\n  c', '- d', '- e'],
];

describe('blocks of Markdown', () => {
  for (const [what, text, ...blocks] of table) it(what, () => assert.deepEqual(drawn(text), blocks));
});

const markdownIt = new MarkdownIt({ html: true });

/** What VS Code's own reader of Markdown says is in fences and in indented code. */
function codeBy(text: string): readonly string[] {
  return markdownIt
    .parse(text, {})
    .flatMap(({ type, content }) => (type === 'fence' || type === 'code_block' ? withoutLastEnd(content) : []));
}

function codeIn(text: string): readonly string[] {
  return blocksIn(text)
    .flatMap((each) => (each.kind === 'code' ? codeText(text, each).text : []))
    .map(withoutLastEnd);
}

/** Blank lines at the end of indented code do not belong to it; JSON and shells do not mind. */
function withoutLastEnd(code: string): string {
  return code.trimEnd();
}

describe('code is what markdown-it finds', () => {
  const pieces = `\`\`\`|~~~|\`\`\`json|~~~~|\n|\n|\n|\n\n|  |   |>|> |- |-|1. |2. |10) |# |a|{"b":1}|<div>|<!--|-->|---|===|* * *`;
  const documents = fc
    .array(fc.constantFrom(...pieces.split('|')), { maxLength: 30 })
    .map((each) => `a\n\n${each.join('')}`)
    // Of lines that are indented by more, where a list or quote goes on, the two make different things.
    .filter((text) => !text.includes('    '));

  it('in random documents', () => {
    fc.assert(
      fc.property(documents, (text) => assert.deepEqual(codeIn(text), codeBy(text))),
      runs(200),
    );
  });
});
