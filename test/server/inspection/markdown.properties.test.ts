/** Whatever files hold and are called, what we show of it holds no link, image, heading, cell or the like but our own. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { linkText, literally, plainly } from '../../../server/inspection/markdown.ts';
import { visible } from '../../../shared/text.ts';
import { elementsIn, textsOf } from '../../support/rendered.ts';
import { runs, triesAll } from '../../support/rotation.ts';
import { startPair } from '../../support/serverPair.ts';

const parts = [
  ...[
    '\\',
    '|',
    '`',
    '``',
    '```',
    '[',
    ']',
    '(',
    ')',
    '!',
    '*',
    '_',
    '**',
    '~~',
    '<',
    '>',
    '#',
    '-',
    ':',
    '/',
    '.',
    '@',
    '&',
    '$',
  ],
  ...[
    '<b>',
    '<img src=x>',
    '![i](https://evil.example/p.png)',
    '[a](command:x)',
    '](https://evil.example)',
    '&lt;',
    '&#124;',
  ],
  ...[
    'https://evil.example',
    'www.evil.example',
    'a@evil.example',
    '<https://evil.example>',
    'WWW.',
    'ftp://',
    '\n',
    '\n\n# ',
    ' ',
    'a',
  ],
  ...['\n| a | b |\n|--|--|\n', '\n- ', '\n1. ', '\n```\n', '\u001B', '\u0085', '\u202E', '\u2028', '\t', '\r'],
];
const hostile = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 9 }).map((found) => found.join(''));

const known = [
  'x\\|![i](https://evil.example/p.png)',
  'plain\n\n# Heading www.evil.example',
  '`'.repeat(9),
  '\\',
  '|',
  '[',
  '](',
];

function assertAlike(shown: string, harmless: string): void {
  assert.deepEqual(elementsIn(shown), elementsIn(harmless), shown);
}

describe('a text of any content', () => {
  const inTable = (cell: string) => `| field | sent |\n|:--|:--|\n| ${cell} | ${cell} |\n| \`b\` | ${cell} (changed) |`;
  for (const [what, written] of Object.entries({ literally, plainly })) {
    it(`written ${what}, stays in its cell, its line and its element`, () => {
      const law = fc.property(hostile, (value) => {
        assertAlike(inTable(written(value)), inTable('x'));
        assertAlike(
          `# a ${written(value)}\n\n- a ${written(value)}: **sent** ${written(value)}.`,
          '# a x\n\n- a x: **sent** x.',
        );
      });
      fc.assert(law, { ...runs(150), examples: known.map((each) => [each]) });
    });
  }

  it('is shown as it is, but for blanks and what cannot be seen', () => {
    const law = fc.property(hostile, (value) => {
      const expected = visible(value.replace(/\s+/g, ' ')).trim();
      const cells = textsOf(inTable(literally(value)), 'td').map((each) => each.replace(/\s+/g, ' ').trim());
      assert.equal(cells[1], expected);
    });
    fc.assert(law, { ...runs(150), examples: known.map((each) => [each]) });
  });

  it('stays the text of its link', () => {
    const law = fc.property(hostile, (value) => {
      assertAlike(`Lock profile: [${linkText(value)}](https://a) · b`, 'Lock profile: [x](https://a) · b');
    });
    fc.assert(law, { ...runs(150), examples: known.map((each) => [each]) });
  });
});

/** What the server shows of a request, whose names and values all hold the text: two hovers and the page. */
async function shownWith(test: TestContext, value: string) {
  const folder = encodeURIComponent(value.replaceAll('/', '∕')).replaceAll("'", '%27');
  const request = `file:///ws/${folder}/a.json`;
  const lock = { enabled: true, locked: true };
  const options = [{ id: value, name: value, default: true }];
  const profile = {
    waitingRoom: lock,
    authentication: { ...lock, options },
    requests: [
      { files: 'bodies.json', operation: 'create', at: '/templates/*' },
      { files: '**/*.json', operation: 'update', meeting: `${folder}.json` },
    ],
    ignore: [{ code: value, reason: value }],
    [value]: true,
  };
  const body = {
    topic: value,
    password: value,
    [value]: 1,
    settings: { meeting_authentication: true, authentication_option: value, waiting_room: value },
  };
  const profileUri = `file:///ws/${folder}/zoom-lock-profile.json`;
  const lens = await startPair(test, { files: { [profileUri]: JSON.stringify(profile) } });
  const text = JSON.stringify(body, null, 2).replace('"topic"', '"topic": 1,\n  "topic"');
  lens.open(request, text);
  lens.open(profileUri, JSON.stringify(profile, null, 2));
  const bodies = `file:///ws/${folder}/bodies.json`;
  lens.open(bodies, JSON.stringify({ templates: { [value]: body, [`${value}2`]: {} } }));
  return {
    field: (await lens.hoverText(request, 'authentication_option')) ?? '',
    settings: (await lens.hoverText(request, 'settings')) ?? '',
    page: (await lens.explain(request)) ?? '',
    profile: (await lens.explain(profileUri)) ?? '',
    bodies: (await lens.explain(bodies)) ?? '',
    body: (await lens.hoverText(bodies, 'authentication_option')) ?? '',
    other: (await lens.explain(`file:///ws/${folder}/other.txt`)) ?? '',
  };
}

describe('hovers and pages', () => {
  /** The link to the lock profile, which is in the folder of that name. */
  const own = /^a href="file:[^"]*zoom-lock-profile.json"$/;
  const samples = [...known, ...fc.sample(hostile, { numRuns: triesAll ? 200 : 12, seed: 9 })];

  it('hold the same elements whatever files hold and are called', async (test) => {
    for (const value of samples) {
      const shown = await shownWith(test, value);
      for (const [what, markdown] of Object.entries(shown)) {
        assert.doesNotMatch(markdown, /[^\P{Cc}\n]|[\u2028-\u202E]/u);
        assert.ok(markdown !== '' || what === 'other', what);
        const made = elementsIn(markdown);
        for (const [engine, tags] of Object.entries(made)) {
          const foreign = tags.filter(
            (tag) => /evil|command/.test(tag.replace(own, '')) || /^(img|b|hr|del|pre)\b/.test(tag),
          );
          assert.deepEqual(foreign, [], `${engine}, ${what}: ${JSON.stringify(value)}\n${markdown}`);
        }
      }
    }
  });
});
