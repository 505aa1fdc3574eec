/**
 * Writes the npm package of the command line to dist/npm: `node packaging/npm.ts`. It has a manifest of its own, since the one
 * of the project is the extension's, and nothing to install with it.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist', 'npm');

/** Files, and folders of which all files with these endings are packed. */
const packed = [
  'CHANGELOG.md',
  'LICENSE',
  'SECURITY.md',
  'SUPPORT.md',
  'THIRD-PARTY-NOTICES.txt',
  'docs',
  'docs/rules',
  'docs/schemas',
];
const programs = ['server', 'command-line', 'language-server', 'containers', 'serve'];
const bundles = [...programs.map((each) => `${each}.cjs`), 'sbom.cdx.json'];
const endings = /\.(md|schema\.json)$/;

rmSync(out, { recursive: true, force: true });
for (const path of [...packed.flatMap(filesOf), ...bundles.map((each) => `dist/${each}`)]) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  cpSync(join(root, path), join(out, path));
}
cpSync(join(root, 'packaging', 'npm.md'), join(out, 'README.md'));
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);

function filesOf(path: string): readonly string[] {
  if (!path.startsWith('docs')) return [path];
  return readdirSync(join(root, path)).flatMap((file) => (endings.test(file) ? `${path}/${file}` : []));
}

function manifest() {
  const { name, version, license, bin, keywords, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    name,
    version,
    description: 'Says what Zoom will store for the create and update meeting requests in your repository, and why.',
    license,
    keywords: [...keywords, 'cli', 'language-server'],
    bin,
    engines: { node: engines.node },
  };
}
