import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

export const project = join(import.meta.dirname, '..', '..');
export const suite = join(project, 'dist', 'test', 'suite.cjs');

/** A throw-away copy of the files, in a folder whose name begins with `name`. */
export async function withWorkspace<T>(
  name: string,
  files: Record<string, string>,
  use: (workspace: string) => Promise<T>,
): Promise<T> {
  const workspace = await makeWorkspace(name, files);
  try {
    return await use(workspace);
  } finally {
    await removeWorkspace(workspace);
  }
}

export async function makeWorkspace(name: string, files: Record<string, string>): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), `${name}-`));
  await writeFiles(workspace, files);
  return workspace;
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The texts of all files below the folder, by their paths. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = paths.map(async (path) => [relative(folder, path), await readFile(path, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

export async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}

export function removeWorkspace(workspace: string): Promise<void> {
  return rm(workspace, { recursive: true, force: true });
}
