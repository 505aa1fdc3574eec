import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReadContainer } from '../../../shared/containers/containers.ts';
import { readMarkdown } from '../../../shared/containers/markdown.ts';
import { readShell } from '../../../shared/containers/shell.ts';
import type { Change } from '../../../shared/finding.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { parse } from '../../../shared/json/parse.ts';
import { fileEdit } from '../../../shared/json/textMap.ts';
import { contained } from '../../support/contained.ts';
import { runs } from '../../support/rotation.ts';

interface Container {
  readonly read: ReadContainer;
  readonly ending: string;
  /** The file with the body in it. */
  readonly write: (body: string) => string;
}

const curl = 'curl https://api.zoom.us/v2/users/me/meetings -d ';
const inShell = (write: (body: string) => string): Container => ({ read: readShell, ending: 'sh', write });
const inMarkdown = (
  prefix: string,
  first: string,
  open: string,
  close: string,
  spell = (body: string) => body,
): Container => ({
  read: readMarkdown,
  ending: 'md',
  write: (body) => {
    const lines = `\`\`\`${open}${spell(body)}${close}\n\`\`\``.replace(/\r\n|\n|\r/g, (end) => end + prefix);
    return `# POST /users/me/meetings\n\n${first}${lines}\n`;
  },
});

const single = (body: string) => `'${body.replaceAll("'", "'\\''")}'`;
const double = (body: string) => `"${body.replace(/["\\$`]/g, '\\$&')}"`;

const containers: Readonly<Record<string, Container>> = {
  'single quotes': inShell((body) => curl + single(body)),
  'double quotes': inShell((body) => curl + double(body)),
  '$ quotes': inShell((body) => `${curl}$'${body.replace(/['\\]/g, '\\$&')}'`),
  'a here-document': inShell((body) => `${curl}@- <<EOF\n${body.replace(/[\\$`]/g, '\\$&')}\nEOF\n`),
  'a here-document taken as it is': inShell((body) => `${curl}@- <<'EOF'\n${body}\nEOF\n`),
  'a variable': inShell((body) => `B=${single(body)}\n${curl}"$B"`),
  'a fence': inMarkdown('', '', 'json\n', ''),
  'a fence in an item': inMarkdown('   ', '1. ', 'json\n', ''),
  'a fence in an item in a quote': inMarkdown('>   ', '> - ', 'jsonc\n', ''),
  'single quotes in a fence in a quote': inMarkdown('> ', '> ', `sh\n${curl}`, '', single),
  'double quotes in a fence': inMarkdown('', '', `\n${curl}`, '', double),
};

/** What texts of bodies have that some container must escape. */
const texts = fc
  .array(fc.constantFrom('a', "'", '"', '\\', '$', '`', '😀', '\uD800', '{', '!', ' ', 'é'), { maxLength: 6 })
  .map((all) => all.join(''));
const styles = fc.record({ indent: fc.constantFrom('', '  ', '\t'), eol: fc.constantFrom('\n', '\r\n') });
const bodies = fc.tuple(texts, texts, fc.boolean(), styles).map(([topic, agenda, hasSettings, { indent, eol }]) => {
  const body = { topic, agenda, ...(hasSettings && { settings: { host_video: true } }) };
  return JSON.stringify(body, null, indent).replaceAll('\n', eol);
});

function changesWith(passcode: string): readonly Change[] {
  return [
    { op: 'set', path: ['password'], value: passcode },
    { op: 'set', path: ['settings', 'waiting_room'], value: true },
    { op: 'set', path: ['topic'], value: passcode },
    { op: 'remove', path: ['agenda'] },
  ];
}

describe('an edit gives the body that it would give by itself', () => {
  for (const [what, { read, ending, write }] of Object.entries(containers)) {
    it(`in ${what}`, () => {
      fc.assert(
        fc.property(bodies, texts, (body, passcode) => {
          const file = write(body);
          const [request] = contained(read, file, ending).requests;
          assert.ok(request, file);
          assert.equal(request.document.text.trim(), body);
          const edits = editsFor(parse(request.document.text), changesWith(passcode), () => undefined) ?? [];
          const expected = applyEdits(request.document.text, edits);
          const [edited] = contained(
            read,
            applyEdits(
              file,
              edits.map((each) => fileEdit(request.map, each)),
            ),
            ending,
          ).requests;
          assert.equal(edited?.document.text, expected);
          assert.equal(edited?.document.errors.length, 0);
        }),
        runs(30),
      );
    });
  }
});
