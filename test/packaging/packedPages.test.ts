import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { packedPages } from '../../packaging/packedPages.ts';
import { projectRoot } from '../host/paths.ts';

const packed = packedPages(readFileSync(join(projectRoot, 'README.md'), 'utf8'));

/** What .vscodeignore lets into the package, and what `npm run package` adds. */
const files = new Set([
  ...readFileSync(join(projectRoot, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .flatMap((line) => globSync(line.slice(1), { cwd: projectRoot })),
  'docs/overview.md',
]);

/** Targets of links and pictures that are neither on the web nor a place in the page itself. */
function targetsIn(markdown: string): readonly string[] {
  const targets = [...markdown.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^(https:|#)/.test(target));
}

describe('the pages of the package', () => {
  it('the extension’s own page leads nowhere that VS Code would not follow, and shows nothing that it would not load', () => {
    assert.deepEqual(targetsIn(packed.readme), []);
    assert.doesNotMatch(packed.readme, /!\[/);
    assert.match(packed.readme, /^# Request Lens for Zoom Meetings\n\nYou send /);
    assert.match(packed.readme, /\n\nThe command _Zoom Requests: Show Documentation…_ opens /);
    assert.match(packed.readme, /\n\| `unsecured-request` +\|/);
  });

  it('each page that it names is packed', () => {
    const named = [...packed.readme.matchAll(/\(page _([\w-]+)_\)/g)].map(([, page]) => `docs/${page}.md`);
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((page) => !files.has(page)),
      [],
    );
  });

  it('is not about a clone of the repository', () => {
    for (const text of Object.values(packed)) assert.doesNotMatch(text, /npm (ci|test|start|run)/);
  });

  it('every link and picture of a packed page leads to a packed file', () => {
    const pages = [...files].filter((file) => /^docs\/(rules\/)?[\w-]+\.md$/.test(file));
    const textOf = (page: string) =>
      page === 'docs/overview.md' ? packed.overview : readFileSync(join(projectRoot, page), 'utf8');
    const missing = pages.flatMap((page) => {
      const targets = targetsIn(textOf(page)).map((target) => join(dirname(page), target.replace(/#.*/, '')));
      return targets.filter((target) => !files.has(target)).map((target) => `${page}: ${target}`);
    });
    assert.deepEqual(missing, []);
    assert.deepEqual(
      targetsIn(packed.overview).filter((target) => target.endsWith('.png')),
      ['images/hover.png'],
    );
  });

  it('the walkthrough and the icon are there', () => {
    assert.ok(files.has('docs/images/icon.png'));
    assert.ok([...files].every((file) => file === 'docs/overview.md' || existsSync(join(projectRoot, file))));
  });
});
