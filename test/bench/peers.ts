import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What others are compared with, in the versions of the comparison. Too large to be installed with everything else. */
const packages = ['vscode-langservers-extracted@4.10.0', 'ajv@8.20.0'];

/** Installs them into the folder. Returns the path of one of their files. */
export function installPeers(folder: string): (path: string) => string {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return (path) => join(folder, 'node_modules', path);
}
