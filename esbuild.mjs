/** Builds what is shipped (dist/) and, with --tests, what runs inside VS Code (dist/test/). */
import { build, context } from 'esbuild';

const tests = process.argv.includes('--tests');
const watch = process.argv.includes('--watch');

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
  legalComments: 'none',
  logLevel: 'warning',
  // jsonc-parser's main entry is UMD, which breaks when bundled.
  mainFields: ['module', 'main'],
};

const builds = [
  { ...common, entryPoints: ['client/main.ts'], outfile: 'dist/client.cjs' },
  { ...common, entryPoints: ['server/main.ts'], outfile: 'dist/server.cjs' },
  ...(tests ? [{ ...common, entryPoints: ['test/vscode/suite/index.ts'], outfile: 'dist/test/suite.cjs' }] : []),
];

if (watch) for (const each of builds) await (await context(each)).watch();
else await Promise.all(builds.map((each) => build(each)));
