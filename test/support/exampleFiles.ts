import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The examples, as a workspace in memory. */

const folder = join(import.meta.dirname, '..', '..', 'examples');

/** By path from the folder of the examples. */
export const exampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.jsonc?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
);

export const exampleUri = (path: string): string => `file:///ws/${path}`;

/** For an editor whose workspace they are; `folder`: those of one story. */
export function exampleWorld(folder = ''): Record<string, string> {
  const entries = Object.entries(exampleFiles).filter(([path]) => path.startsWith(folder));
  return Object.fromEntries(entries.map(([path, text]) => [exampleUri(path), text]));
}
