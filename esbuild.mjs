/** Builds what is shipped (dist/, and the notices and the bill of materials of what is in it) and, with --tests, what runs inside VS Code (dist/test/). */
import { readFileSync, writeFileSync } from 'node:fs';
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

/** What VS Code loads first requires the rest from a bundle of its own, when it is needed. */
const clientApart = {
  name: 'client-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/client\.ts$/ }, () => ({ path: './client.cjs', external: true }));
  },
};

/** What listens is in a bundle of its own, which the command loads for `serve` and the extension does not have. */
const standInApart = {
  name: 'stand-in-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/standIn\/standIn\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './serve.cjs', external: true } : undefined,
    );
  },
};

/** The server loads the readers of documents and code when it needs them: the process by requiring them, a worker through the client. */
const readersApart = {
  name: 'readers-apart',
  setup({ onResolve }) {
    onResolve({ filter: /containers\/readers\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './containers.cjs', external: true },
    );
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
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  // The licences stand in THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  metafile: true,
  plugins: [onlyVersion],
  logLevel: 'warning',
  // jsonc-parser's main entry is UMD, which breaks when bundled.
  mainFields: ['module', 'main'],
};

const shipped = [
  { ...common, entryPoints: ['client/main.ts'], outfile: 'dist/main.cjs', plugins: [clientApart] },
  { ...common, entryPoints: ['client/client.ts'], outfile: 'dist/client.cjs' },
  {
    ...common,
    entryPoints: ['server/main.ts'],
    outfile: 'dist/server.cjs',
    plugins: [onlyVersion, readersApart, standInApart],
  },
  { ...common, entryPoints: ['shared/containers/readers.ts'], outfile: 'dist/containers.cjs' },
  { ...common, entryPoints: ['server/standIn/standIn.ts'], outfile: 'dist/serve.cjs', plugins: [readersApart] },
];
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
