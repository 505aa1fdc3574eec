import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { announcement, reference, rulesPage } from '../../shared/explain/reasons.ts';
import { type Finding, type Operation, parse } from '../../shared/index.ts';
import { checkMeeting, fileRules, rules } from '../../shared/rules/check.ts';
import { say } from '../../shared/text.ts';
import { compare, compareProfile, findingsOf, profileFindingsOf, responseFindingsOf } from '../support/markers.ts';
import { type Shown, shownOn } from '../support/pages.ts';

/** The pages of the rules. Every document on them is an example with its findings drawn in. */
const folder = new URL('../../docs/rules/', import.meta.url);
const pages = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The day on which the examples are read, the one pattern that matches nothing and the one path that leads outside. No file uses anything. */
const around = {
  today: '2026-11-24',
  unmatched: ['paylods/create-*.json'],
  outside: ['../../elsewhere/meeting.json'],
};

interface Example extends Shown {
  readonly found: readonly Finding[];
}

function examplesOf(page: string): readonly Example[] {
  return shownOn(page).map((each) => ({ ...each, found: check(each) }));
}

function check({ kind, text, situation }: Shown): readonly Finding[] {
  if (kind === 'profile') return profileFindingsOf(text, around);
  if (kind === 'meeting') return checkMeeting(parse(text, 'literal'));
  if (kind === 'response') return responseFindingsOf(text, situation);
  assert.ok(kind === 'create' || kind === 'update', `no kind of example: ${kind}`);
  return findingsOf(text, { ...situation, operation: kind satisfies Operation });
}

function severitiesOn(page: string): readonly string[] {
  const line = page.split('\n').find((each) => each.startsWith('Severity: ')) ?? '';
  return [...line.matchAll(/\*\*(\w+)\*\*/g)].map(([, word = '']) => word);
}

describe('the pages of the rules', () => {
  it('are one for each code', () => {
    assert.deepEqual(readdirSync(folder).sort(), pages.map(({ code }) => `${code}.md`).sort());
  });
});

describe('the table of codes in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| \[(\S+)\]\(docs\/rules\/(\S+)\.md\) +\| (.+?) +\| (.+?) +\|$/gm)];

  it('has each rule once, with its severity and its summary', () => {
    assert.deepEqual(
      rows.map(([, code, page, severity, summary = '']) => [code, page, severity, plain(summary)]).sort(),
      pages.map(({ code, severity, mildSeverity, summary }) => {
        return [code, code, mildSeverity ? `${severity} or ${mildSeverity}` : severity, say(summary)];
      }),
    );
  });
});

/** Without the marks of code, which a text for every surface does not have. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

for (const { code, severity, summary } of pages) {
  describe(`docs/rules/${code}.md`, () => {
    const page = readFileSync(new URL(`${code}.md`, folder), 'utf8');
    const examples = examplesOf(page);
    const own = examples.flatMap(({ found }) => found).filter((each) => each.code === code);

    it('has the code as its title, and its summary below it', () => {
      assert.ok(plain(page).startsWith(`# ${code}\n\n${say(summary)}\n\nSeverity: `));
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
      assert.equal(severitiesOn(page)[0], severity);
      // What nothing was read of cannot be shown.
      const shown = fileRules.some((each) => each.code === code) ? [severity] : own.map(({ severity }) => severity);
      assert.deepEqual([...severitiesOn(page)].sort(), [...new Set(shown)].sort());
    });

    it('names every quick fix that its examples offer', () => {
      const titles = own.flatMap(({ fixes }) => fixes().map(({ title }) => say(title)));
      assert.deepEqual(
        titles.filter((title) => !['*', '_'].some((mark) => page.includes(mark + title + mark))),
        [],
      );
    });

    it('links to nothing but Zoom and the other pages', () => {
      const links = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);
      const profile = ['../profile.md', '../profile.md#zooms-rules'];
      assert.deepEqual(
        links.filter((link = '') => ![rulesPage, reference, announcement, ...profile].includes(link)),
        [],
      );
    });
  });
}
