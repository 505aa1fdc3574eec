import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundler says of its work: the files that went in. */
interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
}

const introduction = `Third-party notices

The programs in dist/ contain code of the packages below, each under the licence that follows its name.
`;

/**
 * The notices for all packages that were bundled, in the order of their names. `project` is the folder that the paths of the
 * metafiles start from. Throws where a package comes without the text of its licence, so that nothing is built that may
 * not be shipped.
 */
export function notices(project: string, metafiles: readonly Metafile[]): string {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((path) => packageFolder(path) ?? []));
  const packages = [...folders].map((folder) => notice(join(project, folder))).sort();
  return [introduction, ...new Set(packages)].join(`\n${'-'.repeat(100)}\n\n`);
}

/** The innermost package that holds the file; undefined: a file of this project. */
function packageFolder(path: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (!license || !texts.some(Boolean)) throw new Error(`${name} ${version} comes without a licence or its text`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n').replace(/\r\n?/g, '\n')}\n`;
}
