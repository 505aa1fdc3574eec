import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { semanticTokensLegend } from '../../server/lsp/features/semanticTokens.ts';
import {
  inlayHintsSetting,
  severitiesSetting,
  workspaceFindingsSetting,
  workspaceFindingsValues,
} from '../../server/lsp/settings.ts';
import { fileKind, mayBeOurs, profileName } from '../../shared/fileKind.ts';
import { severityLevels } from '../../shared/model/severities.ts';
import { commands, isRequestKey } from '../../shared/protocol.ts';
import { codes } from '../../shared/rules/check.ts';

const project = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const manifest = JSON.parse(read('package.json'));

it('the manifest contributes no command that the code does not know', () => {
  const contributed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  const known: string[] = Object.values(commands);
  assert.deepEqual(
    contributed.filter((each: string) => !known.includes(each)),
    [],
  );
});

it('what is for requests alone is shown there alone', () => {
  const items = ['commandPalette', 'editor/title'].flatMap((menu) => manifest.contributes.menus[menu]);
  const shown = items.filter(({ command }) => command === commands.showStored);
  assert.deepEqual(
    shown.map(({ when }) => when.split(' ')[0]),
    [isRequestKey, isRequestKey],
  );
});

it('the settings about findings offer what the code knows', () => {
  const { properties } = manifest.contributes.configuration;
  const { propertyNames, additionalProperties, default: none } = properties[severitiesSetting];
  assert.deepEqual([...propertyNames.enum].sort(), [...codes].sort());
  assert.deepEqual(additionalProperties.enum, severityLevels);
  assert.deepEqual(none, {});
  const findings = properties[workspaceFindingsSetting];
  assert.deepEqual(findings.enum, workspaceFindingsValues);
  assert.equal(findings.default, workspaceFindingsValues[0]);
});

it('the setting and the marks of the manifest are those of the code, and the marks are struck through', () => {
  assert.equal(manifest.contributes.configuration.properties[inlayHintsSetting].default, true);
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  const ids = (contributed: readonly { id: string }[]) => contributed.map(({ id }) => id);
  assert.deepEqual(ids(manifest.contributes.semanticTokenTypes), tokenTypes);
  assert.deepEqual(['deprecated', ...ids(manifest.contributes.semanticTokenModifiers)], tokenModifiers);
  const [{ scopes }] = manifest.contributes.semanticTokenScopes;
  const marks = tokenModifiers.slice(1).map((each) => [`${tokenTypes[0]}.${each}`, ['markup.strikethrough']]);
  assert.deepEqual(scopes, { [`${tokenTypes[1]}`]: ['keyword.control'], ...Object.fromEntries(marks) });
  // VS Code's own light theme of high contrast shows no marks unless it is told to.
  for (const language of ['[json]', '[jsonc]'])
    assert.equal(manifest.contributes.configurationDefaults[language]['editor.semanticHighlighting.enabled'], true);
});

it('nothing needs to be installed with the package: all is bundled', () => {
  assert.equal(manifest.dependencies, undefined);
});

it('the bundles are named in the manifest and in the allow-list of the package', () => {
  const ignore = read('.vscodeignore').split('\n');
  assert.equal(
    ignore.find((line) => line && !line.startsWith('#')),
    '**',
    'the list does not begin with nothing',
  );
  for (const path of [manifest.main, manifest.browser, manifest.bin['zoom-request-lens'], 'dist/containers.cjs']) {
    assert.ok(ignore.includes(`!${path.replace('./', '')}`), path);
  }
});

it('the manifest names the files that the code knows by their names', () => {
  const names = [
    'zoom-lock-profile.json',
    'a.zoom-create.json',
    'a.zoom-create.jsonc',
    'a.zoom-update.json',
    'a.zoom-update.jsonc',
  ];
  for (const name of names) {
    assert.ok(fileKind(name), name);
    assert.ok(mayBeOurs(name), name);
  }
  const [, language] = manifest.contributes.languages[0].filenames;
  assert.deepEqual([manifest.contributes.languages[0].filenames[0], language], [profileName, undefined]);
  // Whatever wakes the extension is a file that it then has something to say about.
  const events: string[] = manifest.activationEvents;
  const languages = events.flatMap((event) => /^onLanguage:(.*)$/.exec(event)?.[1] ?? []);
  assert.deepEqual(languages, [
    ...['json', 'jsonc', 'markdown', 'shellscript', 'http', 'javascript', 'javascriptreact', 'typescript'],
    ...['typescriptreact', 'python', 'php'],
  ]);
  const samples = events
    .filter((event) => !event.startsWith('onLanguage:'))
    .map((event) => event.replace(/^workspaceContains:(\*\*\/)?/, '').replace('*', 'a'));
  const spelled = samples.flatMap((each) =>
    each.includes('{') ? ['json', 'jsonc'].map((end) => each.replace(/\{.*\}/, end)) : each,
  );
  assert.deepEqual([...new Set(spelled)].sort(), [...names].sort());
});

it('each schema belongs to the files that the lens knows by that name, and to no others', () => {
  assert.deepEqual(manifest.contributes.jsonValidation, [
    {
      fileMatch: ['zoom-lock-profile.json', '*.zoom-lock-profile.json'],
      url: './docs/schemas/zoom-lock-profile.schema.json',
    },
    {
      fileMatch: ['*.zoom-create.json', '*.zoom-create.jsonc'],
      url: './docs/schemas/zoom-create.schema.json',
    },
    {
      fileMatch: ['*.zoom-update.json', '*.zoom-update.jsonc'],
      url: './docs/schemas/zoom-update.schema.json',
    },
  ]);
});

it('schemas and grammars are packed, with the schemas that they refer to', () => {
  const contributed = [...manifest.contributes.jsonValidation, ...manifest.contributes.grammars];
  const paths = contributed.map(({ url, path }: { url?: string; path?: string }) => (url ?? path ?? '').slice(2));
  const beside = paths.flatMap((path) =>
    [...read(path).matchAll(/"\$ref": "([^#"]+)"/g)].map(([, file]) => `docs/schemas/${file}`),
  );
  assert.equal(beside.length, 2);
  const allowed = read('.vscodeignore').split('\n');
  for (const path of [...paths, ...beside]) {
    JSON.parse(read(path));
    assert.ok(allowed.includes(`!${path.replace(/[^/]+?(?=\.(schema|tmLanguage)\.json$)/, '*')}`), path);
  }
});

it('the grammar is injected into Markdown alone: in JSON, colour is for what is a request', () => {
  const [{ scopeName, path, injectTo }, ...others] = manifest.contributes.grammars;
  assert.deepEqual(others, []);
  assert.equal(JSON.parse(read(path)).scopeName, scopeName);
  assert.deepEqual(injectTo, ['text.html.markdown']);
});

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown?: string; readonly svg?: string; readonly altText?: string };
  readonly completionEvents?: readonly string[];
}
const steps: readonly Step[] = manifest.contributes.walkthroughs.flatMap((each: { steps: Step[] }) => each.steps);

const languages = readdirSync(project).filter((each) => /^package\.nls(\..+)?\.json$/.test(each));

for (const file of languages) {
  it(`the walkthrough runs no command that is not there: ${file}`, () => {
    const words = JSON.parse(read(file));
    const named = steps.flatMap(({ description, completionEvents = [] }) => [
      ...[...words[description.slice(1, -1)].matchAll(/\(command:(?:toSide:)?([\w.]+)/g)].map(([, command]) => command),
      ...completionEvents.flatMap((each) => /^onCommand:(.+)/.exec(each)?.[1] ?? []),
    ]);
    // Of VS Code itself; test/vscode asks it whether it has them.
    const builtIn = ['workbench.action.quickOpen', 'workbench.actions.view.problems', 'editor.action.quickFix'];
    const contributed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(
      named.filter((each) => !contributed.includes(each) && !builtIn.includes(each)),
      [],
    );
    assert.ok(named.length > 5);
  });
}

it('each step of the walkthrough has something to look at, which is packed', () => {
  const ignore = read('.vscodeignore').split('\n');
  for (const { id, media } of steps) {
    const path = media.svg ?? media.markdown ?? assert.fail(id);
    assert.ok(existsSync(join(project, path)), path);
    assert.ok(ignore.includes(`!${path.replace(/[^/]+$/, '*')}`), `${path} is not packed`);
    if (media.svg) assert.ok(media.altText, `${id} is nothing to those who do not see`);
  }
});

it('pictures of the walkthrough keep to what VS Code shows: its colours, and no styles', () => {
  for (const { media } of steps.filter((each) => each.media.svg)) {
    const svg = read(media.svg ?? '');
    assert.doesNotMatch(svg, /style=|<style|<script|href=/);
    assert.deepEqual(svg.match(/(fill|stroke)="(?!var\(--vscode-|none")[^"]*"/g), null);
  }
});

it('the lock file names no place to download from', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
});

it('there is one version of the protocol', () => {
  const lock = JSON.parse(read('package-lock.json'));
  const copies = Object.keys(lock.packages).filter((path) => path.endsWith('/vscode-languageserver-protocol'));
  assert.deepEqual(copies, ['node_modules/vscode-languageserver-protocol']);
});

it('what the workflows and the pages for contributors run is there', () => {
  const pages = ['.github/workflows/test.yml', '.github/workflows/release.yml', 'README.md', 'CONTRIBUTING.md'];
  const named = pages.flatMap((page) => [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script));
  assert.ok(named.length > 8);
  assert.deepEqual(
    named.filter((script) => manifest.scripts[script] === undefined),
    [],
  );
});
