import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesIn, functionsOf, type Source, sourcesIn } from './support/sources.ts';

const product = sourcesIn('client', 'server', 'shared');

/**
 * Who may import whom. The first row that fits a file counts; an entry ends in a slash for all below it. Packages are
 * named in full. What a row does not name, its files do not import.
 */
// biome-ignore format: a table is read by its columns
const directions: readonly (readonly [who: RegExp, may: readonly string[], why: string])[] = [
  [/^client\/node\.ts$/,       ['client/', 'shared/protocol.ts', 'vscode', 'vscode-languageclient', 'vscode-languageclient/node'],
                                                                                                             'processes are known here alone'],
  [/^client\/browser\.ts$/,    ['client/', 'shared/protocol.ts', 'vscode', 'vscode-languageclient', 'vscode-languageclient/browser'],
                                                                                                             'workers are known here alone'],
  [/^client\//,                ['client/', 'shared/protocol.ts', 'shared/fileKind.ts', 'shared/profileTemplate.ts', 'shared/text.ts', 'vscode', 'vscode-languageclient'],
                                                                                                             'the client starts the server; it judges nothing itself'],
  [/^server\/main\.ts$/,       ['server/process.ts', 'server/browser.ts'],                                  'the fork between Node and a worker'],
  [/^server\/process\.ts$/,    ['server/', 'package.json', 'node:crypto', 'node:process', 'vscode-uri', 'vscode-languageserver/node'],
                                                                                                             'the process: nothing else reads it'],
  [/^server\/stdio\.ts$/,      ['server/', 'shared/index.ts', 'vscode-languageserver/node'],                 'the language server of the process, loaded only where it is spoken to'],
  [/^server\/browser\.ts$/,    ['server/', 'package.json', 'vscode-languageserver/browser'],                 'the worker'],
  [/^server\/nodeWorld\.ts$/,  ['server/world.ts', 'server/listing.ts', 'node:fs', 'vscode-uri'],                                 'the one door to the disk'],
  [/^server\/cli\/arguments/,  ['server/', 'shared/index.ts', 'node:util', 'vscode-uri'],                    'parseArgs is all that the command line takes from Node'],
  [/^server\/cli\/diff\.ts$/,   ['server/', 'shared/index.ts', 'diff'],                                     'the one place that compares texts line by line'],
  [/^server\/cli\//,           ['server/', 'shared/index.ts', 'vscode-languageserver-textdocument', 'vscode-uri', 'picomatch'],
                                                                                                             'the command line speaks no protocol'],
  [/^server\/features\//,      ['server/features/', 'server/convert.ts', 'server/feature.ts', 'server/inspect.ts', 'server/overwrites.ts', 'server/uris.ts', 'server/fieldAt.ts', 'server/profilePlace.ts', 'shared/index.ts', 'shared/protocol.ts', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument'],
                                                                                                             'a feature is a function from an inspection'],
  [/^server\//,                ['server/', 'shared/index.ts', 'shared/protocol.ts', 'vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument', 'vscode-uri', 'picomatch'],
                                                                                                             'a thin shell: the engine by its one door, no Node'],
  [/^shared\/(fileKind|protocol|text)\.ts$/, [],                                                             'plain data at the bottom'],
  [/^shared\/(finding|profileTemplate)\.ts$/, ['shared/text.ts'],                                            'plain data that holds texts'],
  [/^shared\/json\//,          ['shared/json/', 'shared/finding.ts', 'shared/text.ts', 'jsonc-parser'],                        'text and trees: nothing about Zoom'],
  [/^shared\/model\//,         ['shared/model/', 'shared/json/', 'shared/finding.ts', 'shared/text.ts'],                       'what requests and profiles say: nothing about what follows'],
  [/^shared\/import\//,        ['shared/import/', 'shared/model/', 'shared/json/', 'shared/text.ts'],                           'what saved responses say: the engine and its rules know only the profile it becomes'],
  [/^shared\/engine\//,        ['shared/engine/', 'shared/model/', 'shared/text.ts'],                                          'what Zoom stores: nothing about texts'],
  [/^shared\/rules\/(rule|dependents|securing|overwritten|ignored)\.ts$/, ['shared/rules/rule.ts', 'shared/rules/dependents.ts', 'shared/rules/securing.ts', 'shared/rules/overwritten.ts', 'shared/engine/', 'shared/model/', 'shared/json/', 'shared/finding.ts', 'shared/text.ts'],
                                                                                                             'what several rules share'],
  [/^shared\/rules\/check\.ts$/, ['shared/rules/', 'shared/model/', 'shared/json/', 'shared/finding.ts', 'shared/text.ts'],    'the list of the rules'],
  [/^shared\/rules\//,         ['shared/rules/rule.ts', 'shared/rules/dependents.ts', 'shared/rules/ignored.ts', 'shared/rules/overwritten.ts', 'shared/rules/securing.ts', 'shared/engine/', 'shared/model/', 'shared/json/', 'shared/finding.ts', 'shared/text.ts'],
                                                                                                             'a rule stands alone: it can be read, moved and deleted without another'],
  [/^shared\/stored\.ts$/,      ['shared/engine/', 'shared/model/', 'shared/json/', 'shared/finding.ts', 'shared/text.ts'],       'what is stored, as a text: beside the rules, which it does not need'],
  [/^shared\/(index|lens|newRequest|silence|suggest)\.ts$/, ['shared/'],                                                                'the door to the engine, and what it opens on'],
];

/** Modules without a test file of their own name, and where they are tested instead. */
const testedElsewhere: Readonly<Record<string, string>> = {
  'server/fieldAt.ts': 'test/server/features/{hover,definition}.test.ts',
  'server/profilePlace.ts': 'test/server/features/definition.test.ts',
  'server/browser.ts': 'runs in a web worker only: test/vscode',
  'server/process.ts': 'test/server/main.test.ts starts it',
  'server/stdio.ts': 'test/server/main.test.ts speaks to it as a process',
  'server/feature.ts': 'types alone',
  'server/overwrites.ts': 'what it counts: test/server/features/{codeLens,references}.test.ts',
  'server/refreshes.ts':
    'test/server/features/{codeLens,inlayHints}.test.ts and session.stale.test.ts count what it sends',
  'server/quietly.ts': 'every session that ends while something waits',
  'server/workspaceDiagnostics.ts': 'test/server/workspace.test.ts asks for it',
  'server/server.ts': 'the wiring: every session in test/server/session.*.test.ts',
  'server/handlers.ts': 'one line an event: every session in test/server/session.*.test.ts',
  'server/features/edits.ts': 'the edits of every fix: test/server/features/codeActions.test.ts and ignoreHere.test.ts',
  'server/settings.ts': 'one setting: test/server/features/inlayHints.test.ts',
  'server/features/changes.ts':
    'what it finds is shown by test/server/features/{inlayHints,requestLens,semanticTokens}.test.ts',
  'server/features/requestExplanation.ts': 'one half of the page: test/server/features/explain.test.ts',
  'server/features/diagnostics.ts': 'one line: test/server/session.test.ts and pushing.test.ts',
  'server/world.ts': 'an interface, and decode: test/server/nodeWorld.test.ts',
  'server/cli/cli.ts': 'every test in test/server/cli goes through it; its branches are in arguments.test.ts',
  'server/cli/findings.ts': 'its two forms stand whole in test/server/cli/check.test.ts',
  'shared/engine/settle.ts': 'every outcome: test/spec, law.test.ts and law.properties.test.ts',
  'shared/engine/table.ts': 'what it makes is shown by test/server/features/hover.test.ts and cli/predict.test.ts',
  'shared/import/calls.ts': 'a table and its words: test/shared/import/unresolved.test.ts',
  'shared/import/find.ts': 'each shape and wrapping: test/shared/import/recognise.test.ts',
  'shared/import/missing.ts': 'test/shared/import/unresolved.test.ts',
  'shared/import/read.ts': 'what is read from each shape: test/shared/import/recognise.test.ts',
  'shared/import/resolve.ts': 'test/shared/import/precedence.test.ts',
  'shared/import/scopes.ts': 'agreeing and disagreeing responses: test/shared/import/importProfile.test.ts',
  'shared/json/sketch.ts': 'test/server/cli/look.test.ts holds it against the real parse',
  'shared/rules/dependents.ts':
    'what each asks: the tests of the rules about it; what fixes leave without effect: test/shared/rules/securing.test.ts',
  'shared/rules/ignored.ts':
    'test/shared/rules/{waiting-room-options,authentication-domains,authentication-exception}-ignored.test.ts',
  'shared/model/reader.ts': 'what it reads and complains of: test/shared/model/profile.test.ts',
  'shared/finding.ts': 'types alone',
  'shared/index.ts': 'the list of what is exported',
  'shared/protocol.ts': 'names and types, spoken in every session',
  'shared/profileTemplate.ts': 'a text: test/server/features/codeActions.test.ts writes and checks it',
};

describe('imports go one way', () => {
  for (const { file, imports } of product) {
    it(file, () => {
      const row = directions.find(([who]) => who.test(file));
      assert.ok(row, 'no row says what this file may import');
      const [, may, why] = row;
      const wrong = imports.filter(
        (each) => !may.some((one) => (one.endsWith('/') ? each.startsWith(one) : each === one)),
      );
      assert.deepEqual(wrong, [], why);
    });
  }

  it('every row speaks of some file', () => {
    for (const [who] of directions)
      assert.ok(
        product.some(({ file }) => who.test(file)),
        String(who),
      );
  });

  it('nothing is imported in a circle between server and command line', () => {
    const upward = product.filter(({ file }) => /^server\/[^/]+\.ts$/.test(file) && file !== 'server/process.ts');
    for (const { file, imports } of upward)
      assert.deepEqual(
        imports.filter((each) => each.startsWith('server/cli/')),
        [],
        file,
      );
  });
});

describe('shared/ is pure', () => {
  const impure =
    /\b(process|globalThis|window|self|navigator|localStorage|console|Buffer|require|fetch|crypto|performance)\b[.([]|\b(setTimeout|setInterval|setImmediate|queueMicrotask)\(|\bMath\.random\b|\bDate\b|\basync\b|\bawait\b/;
  for (const { file, code } of product.filter((each) => each.file.startsWith('shared/'))) {
    it(file, () => assert.doesNotMatch(code, impure));
  }
});

describe('the code', () => {
  const everywhere = (what: string, wrong: (source: Source) => readonly string[]) => {
    it(what, () =>
      assert.deepEqual(
        product.flatMap((each) => wrong(each).map((found) => `${each.file}: ${found}`)),
        [],
      ),
    );
  };
  const matches =
    (pattern: RegExp) =>
    ({ code }: Source) =>
      [...code.matchAll(pattern)].map(([found]) => found.trim());

  everywhere('has no enum, namespace or decorator', matches(/^\s*(export )?(const )?(enum|namespace) \w+|^\s*@\w+/gm));
  everywhere('has no any', matches(/(:|<|\bas|\||=) ?any\b|\bany\[\]/g));
  everywhere('has no variable at module level', matches(/^(export )?(let|var) \w+/gm));
  everywhere('names no interface with an I', matches(/\binterface I[A-Z]\w*/g));
  everywhere('has no default export', matches(/^export default/gm));
  everywhere('turns off no check', ({ text }) =>
    [...text.matchAll(/@ts-\w+|biome-ignore (?!format)\S+/g)].map(([found]) => found),
  );
  everywhere('keeps no collection at module level but tables that never change', ({ code }) => {
    const collections = [...code.matchAll(/^(?:export )?const (\w+)[^\n]*= new (?:Map|Set|WeakMap|WeakSet)\b/gm)];
    return collections.flatMap(([, name]) => {
      return new RegExp(`\\b${name}\\.(set|add|delete|clear)\\(|new \\w+\\(\\)`).test(code) ? [name ?? ''] : [];
    });
  });
  everywhere('stays under 250 lines a file', ({ text }) => {
    const lines = text.split('\n').length - 1;
    return lines < 250 ? [] : [`${lines} lines`];
  });
  everywhere('stays under 60 lines a function', (source) =>
    functionsOf(source).flatMap(({ name, lines }) => (lines < 60 ? [] : [`${name}, ${lines} lines`])),
  );
});

describe('each module has its test', () => {
  const tests = filesIn('test');
  for (const { file } of product.filter((each) => !each.file.startsWith('client/'))) {
    const own = tests.filter(
      (each) => each.startsWith(`test/${file.replace(/\.ts$/, '')}.`) && each.endsWith('.test.ts'),
    );
    if (own.length > 0) it(file, () => assert.equal(testedElsewhere[file], undefined, 'no exception is needed'));
    else it(`${file}: ${testedElsewhere[file] ?? 'none'}`, () => assert.ok(testedElsewhere[file]));
  }

  it('every exception is a module', () => {
    const files = product.map(({ file }) => file);
    assert.deepEqual(
      Object.keys(testedElsewhere).filter((each) => !files.includes(each)),
      [],
    );
  });
});

describe('the patterns see what they are for', () => {
  it('functions of a known file', () => {
    const source = product.find(({ file }) => file === 'server/uris.ts') as Source;
    assert.deepEqual(
      functionsOf(source).find(({ name }) => name === 'canonical'),
      { name: 'canonical', lines: 3 },
    );
  });

  it('imports, the dynamic ones and the re-exports included', () => {
    const importsOf = (file: string) => product.find((each) => each.file === file)?.imports ?? [];
    assert.ok(importsOf('shared/index.ts').includes('shared/lens.ts'));
    assert.ok(importsOf('client/node.ts').includes('vscode-languageclient/node'));
    assert.ok(product.flatMap(({ imports }) => imports).length > 200);
  });
});
