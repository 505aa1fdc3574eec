import { matchesPath, type PathPattern, readGitPattern } from '../../shared/index.ts';

/** One line of a `.gitignore`. */
interface IgnoreRule {
  readonly pattern: PathPattern;
  /** Without a slash but at its end: the name counts, in whichever folder. */
  readonly anywhere: boolean;
  readonly foldersOnly: boolean;
  /** With `!` in front: not ignored after all. */
  readonly includes: boolean;
}

/** Each path is held against all lines of a file: those beyond are left out. */
const maxRules = 2000;

/**
 * What git leaves alone, as its files say it (gitignore(5)): of the lines that match, the last one in the deepest folder
 * counts. Files that git tracks all the same are known to its index alone, which is not read.
 */
export class GitIgnore {
  readonly #rules = new Map<string, readonly IgnoreRule[]>();

  /** `folder`: the path of the one that the file stands in, from the folder that all paths start in, which is empty. */
  add(folder: string, text: string): void {
    const rules = rulesIn(text);
    if (rules.length > 0) this.#rules.set(folder, [...(this.#rules.get(folder) ?? []), ...rules]);
  }

  /** Whether a line speaks of this path itself; one that is in an ignored folder is ignored with it. */
  ignores(path: string, type: 'file' | 'folder'): boolean {
    const names = path.split('/');
    for (let depth = names.length - 1; depth >= 0; depth--) {
      const rules = this.#rules.get(names.slice(0, depth).join('/'));
      const decisive = rules?.findLast((rule) => speaksOf(rule, names.slice(depth), type));
      if (decisive) return !decisive.includes;
    }
    return false;
  }

  /** The same for a file of which nobody has looked at the folders above. */
  ignoresFile(path: string): boolean {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      if (this.ignores(path.slice(0, end), 'folder')) return true;
    return this.ignores(path, 'file');
  }
}

function speaksOf({ pattern, anywhere, foldersOnly }: IgnoreRule, names: readonly string[], type: 'file' | 'folder') {
  if (foldersOnly && type === 'file') return false;
  return matchesPath(pattern, anywhere ? names.slice(-1) : names);
}

function rulesIn(text: string): readonly IgnoreRule[] {
  return text.split('\n', maxRules).flatMap(ruleIn);
}

function ruleIn(line: string): readonly IgnoreRule[] {
  const written = withoutBlanksAtEnd(line.endsWith('\r') ? line.slice(0, -1) : line);
  if (written === '' || written.startsWith('#')) return [];
  const includes = written.startsWith('!');
  const meant = includes ? written.slice(1) : written;
  const foldersOnly = meant.endsWith('/');
  const path = foldersOnly ? meant.slice(0, -1) : meant;
  const pattern = readGitPattern(path.startsWith('/') ? path.slice(1) : path);
  return pattern && path !== '' ? [{ pattern, anywhere: !path.includes('/'), foldersOnly, includes }] : [];
}

/** A backslash keeps the blank behind it. */
function withoutBlanksAtEnd(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ' && !isEscaped(line, end - 1)) end--;
  return line.slice(0, end);
}

function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
