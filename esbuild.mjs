/** Builds what is shipped (dist/, and the notices and the bill of materials of what is in it) and, with --tests, what runs inside VS Code (dist/test/). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';
import { notices } from './packaging/notices.ts';
import { bundledPackages } from './packaging/packages.ts';
import { sbom } from './packaging/sbom.ts';

const tests = process.argv.includes('--tests');
const watch = process.argv.includes('--watch');

/** All that the server reads of package.json; the rest is shipped once. */
const onlyVersion = {
  name: 'only-version',
  setup({ onLoad }) {
    onLoad({ filter: /package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Modules that are bundles of their own, by the end of their path: what loads them requires the bundle, when it needs it. */
const bundles = {
  'client/client.ts': 'client',
  'server/languageServer.ts': 'language-server',
  'server/commandLine.ts': 'command-line',
  'server/worker.ts': 'worker',
  // What listens: the extension does not have it.
  'server/standIn/standIn.ts': 'serve',
  // A worker gets it from the client.
  'shared/containers/readers.ts': 'containers',
};

const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const full = join(resolveDir, path).replaceAll('\\', '/');
      const [, bundle] = Object.entries(bundles).find(([end]) => full.endsWith(`/${end}`)) ?? [];
      return bundle && { path: `./${bundle}.cjs`, external: true };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  // Node and web workers run the same files: what either has alone is loaded only there.
  platform: 'node',
  // The library of the protocol has a door for workers beside the one for Node.
  conditions: ['browser'],
  external: ['vscode'],
  target: 'es2023',
  supported: { 'dynamic-import': false },
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  // The licences stand in THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  metafile: true,
  plugins: [onlyVersion, apart],
  logLevel: 'warning',
  // jsonc-parser's main entry is UMD, which breaks when bundled.
  mainFields: ['module', 'main'],
};

/** What is run: by VS Code, and by Node. Both load the rest. */
const entries = { 'client/main.ts': 'main', 'server/main.ts': 'server' };

const shipped = Object.entries({ ...entries, ...bundles }).map(([entry, name]) => ({
  ...common,
  entryPoints: [entry],
  outfile: `dist/${name}.cjs`,
}));
const inVsCode = { ...common, entryPoints: ['test/vscode/suite/index.ts'], outfile: 'dist/test/suite.cjs' };

if (watch) for (const each of tests ? [...shipped, inVsCode] : shipped) await (await context(each)).watch();
else {
  const [built] = await Promise.all([Promise.all(shipped.map((each) => build(each))), tests && build(inVsCode)]);
  const packages = bundledPackages(
    '.',
    built.map(({ metafile }) => metafile),
  );
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync('THIRD-PARTY-NOTICES.txt', notices(packages));
  writeFileSync('dist/sbom.cdx.json', sbom(read('package.json'), packages, read('package-lock.json').packages));
}
