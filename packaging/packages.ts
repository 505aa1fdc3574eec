import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundler says of its work: the files that went in. */
interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
}

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** The texts of the licence and of notices. */
  readonly texts: readonly string[];
  /** Relative to the project, with forward slashes: the key of the package in the lock file. */
  readonly path: string;
}

/**
 * All packages that were bundled, each once. `project` is the folder that the paths of the metafiles start from. Throws where a
 * package comes without the text of its licence, so that nothing is built that may not be shipped.
 */
export function bundledPackages(project: string, metafiles: readonly Metafile[]): readonly BundledPackage[] {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  return [...new Set(inputs.flatMap((path) => packageFolder(path) ?? []))].map((path) => packageIn(project, path));
}

/** The innermost package that holds the file; undefined: a file of this project. */
function packageFolder(path: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

function packageIn(project: string, path: string): BundledPackage {
  const folder = join(project, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (!license || !texts.some(Boolean)) throw new Error(`${name} ${version} comes without a licence or its text`);
  return { name, version, license, texts, path };
}
