import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { containerKind, containerKinds } from '../../shared/fileKind.ts';
import { run } from '../support/cliRun.ts';

/** docs/where.md: an example of each kind, and the finding in it. */

const page = readFileSync(new URL('../../docs/where.md', import.meta.url), 'utf8');
const profile = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1] ?? assert.fail('no profile');

const examples = page
  .split(/^### (?=`)/m)
  .slice(1)
  .map((section) => {
    const name = /^`(.+)`/.exec(section)?.[1] ?? assert.fail(section);
    const [fenced, , text = ''] = /^(`{3,})\w+\n([\s\S]*?)^\1$/m.exec(section) ?? assert.fail(section);
    const rest = section.slice(section.indexOf(fenced) + fenced.length);
    const expected = /^```\n([\s\S]*?)^```$/m.exec(rest)?.[1]?.trim() ?? assert.fail(section);
    return { name, text, expected };
  });

describe('docs/where.md', () => {
  for (const { name, text, expected } of examples)
    it(name, async () => {
      const { out } = await run(`check ${name}`, { 'zoom-lock-profile.json': profile, [name]: text });
      const [finding = '', ...others] = out.split('\n').filter((line) => line.startsWith(name));
      assert.equal(finding.replace(/ \(#.*\)$/, ''), expected);
      assert.deepEqual(others, []);
    });

  it('has an example and a row for each kind', () => {
    assert.deepEqual(
      examples.map(({ name }) => containerKind(name)),
      [...containerKinds],
    );
    for (const kind of containerKinds) assert.match(page, new RegExp(`^\\| \`${kind}\` `, 'm'));
  });
});
