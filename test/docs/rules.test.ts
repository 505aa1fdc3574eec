import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkMeeting, type Finding, type Operation, parse, readRequest } from '../../shared/index.ts';
import { documentRules, profileRules, requestRules } from '../../shared/rules/check.ts';
import { say } from '../../shared/text.ts';
import {
  compare,
  compareProfile,
  findingsOf,
  profileFindingsOf,
  readDrawing,
  type Situation,
} from '../support/markers.ts';
import { usualSeverity } from '../support/severities.ts';

/**
 * The pages of the rules. A fence `jsonc profile`, `jsonc meeting`, `jsonc create` or `jsonc update` is an example, with
 * its findings drawn in. A request is checked under the profile and the meeting that stand before it in its section.
 */
const folder = new URL('../../docs/rules/', import.meta.url);
const codes = [...documentRules, ...requestRules, ...profileRules].map(({ code }) => code).sort();

/** The day on which the examples are read, and the one pattern that matches nothing. */
const around = { today: '2026-11-24', unmatched: ['paylods/create-*.json'] };

interface Example {
  readonly kind: string;
  readonly text: string;
  readonly expected: readonly string[];
  readonly found: readonly Finding[];
}

/** Every example of the page, in its order. */
function examplesOf(page: string): readonly Example[] {
  return page.split(/^## /m).flatMap((section) => {
    let situation: Situation = {};
    return [...section.matchAll(/^```jsonc (\w+)\n(.*?)^```$/gms)].map(([, kind = '', drawn = '']) => {
      const { text, expected } = readDrawing(drawn);
      if (kind === 'profile' || kind === 'meeting') situation = { ...situation, [kind]: text };
      return { kind, text, expected, found: check(kind, text, situation) };
    });
  });
}

function check(kind: string, text: string, situation: Situation): readonly Finding[] {
  if (kind === 'profile') return profileFindingsOf(text, around);
  if (kind === 'meeting') return checkMeeting(readRequest(parse(text)));
  assert.ok(kind === 'create' || kind === 'update', `no kind of example: ${kind}`);
  return findingsOf(text, { ...situation, operation: kind satisfies Operation });
}

function severitiesOn(page: string): readonly string[] {
  const line = page.split('\n').find((each) => each.startsWith('Severity: ')) ?? '';
  return [...line.matchAll(/\*\*(\w+)\*\*/g)].map(([, word = '']) => word);
}

describe('the pages of the rules', () => {
  it('are one for each code', () => {
    assert.deepEqual(readdirSync(folder).sort(), codes.map((code) => `${code}.md`).sort());
  });
});

for (const code of codes) {
  describe(`docs/rules/${code}.md`, () => {
    const page = readFileSync(new URL(`${code}.md`, folder), 'utf8');
    const examples = examplesOf(page);
    const own = examples.flatMap(({ found }) => found).filter((each) => each.code === code);

    it('has the code as its title, and one sentence below it', () => {
      assert.match(page, new RegExp(`^# ${code}\\n\\n[A-Z][^\\n]*[.:][^\\n]*\\n\\nSeverity: `));
    });

    it('has no fence that is not run', () => {
      assert.equal([...page.matchAll(/^```\w/gm)].length, examples.length);
    });

    it('each example gives the findings that are drawn', () => {
      for (const { kind, text, expected, found } of examples) {
        if (kind === 'profile') compareProfile(text, found, expected);
        else compare(text, found, expected);
      }
    });

    it('names the severities that its examples show, the usual one first', () => {
      assert.equal(severitiesOn(page)[0], usualSeverity(code));
      assert.deepEqual([...severitiesOn(page)].sort(), [...new Set(own.map(({ severity }) => severity))].sort());
    });

    it('names every quick fix that its examples offer', () => {
      const titles = own.flatMap(({ fixes }) => fixes.map(({ title }) => say(title)));
      assert.deepEqual(
        titles.filter((title) => !['*', '_'].some((mark) => page.includes(mark + title + mark))),
        [],
      );
    });

    it('links to nothing but Zoom and the other pages', () => {
      const links = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);
      const zoom = 'https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/';
      assert.deepEqual(
        links.filter((link) => link !== zoom && link !== '../profile.md'),
        [],
      );
    });
  });
}
