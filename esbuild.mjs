/** Builds what is shipped (dist/) and, with --tests, what runs inside VS Code (dist/test/). */
import { build, context } from 'esbuild';

const tests = process.argv.includes('--tests');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  // jsonc-parser's main entry is UMD, which breaks when bundled.
  mainFields: ['module', 'main'],
};
const node = { ...common, platform: 'node', external: ['vscode'] };
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'], external: ['vscode'] };

const builds = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.cjs' },
  { ...node, entryPoints: ['server/main.ts'], outfile: 'dist/server.cjs' },
  { ...browser, entryPoints: ['client/browser.ts'], outfile: 'dist/client.web.cjs' },
  { ...browser, entryPoints: ['server/browser.ts'], outfile: 'dist/server.web.js', format: 'iife' },
  ...(tests ? [{ ...node, entryPoints: ['test/vscode/suite/index.ts'], outfile: 'dist/test/suite.cjs' }] : []),
];

if (watch) for (const each of builds) await (await context(each)).watch();
else await Promise.all(builds.map((each) => build(each)));
