import { matchesPath, maxPatternLength, type PathPattern, readGitPattern } from '../../shared/index.ts';

/** One line of a `.gitignore`. */
interface IgnoreRule {
  readonly pattern: PathPattern;
  /** It has no slash except at its end: it matches the name in any folder. */
  readonly anywhere: boolean;
  readonly foldersOnly: boolean;
  /** It begins with `!`: not ignored after all. */
  readonly includes: boolean;
}

/** Each path is matched against all lines of a file, so further ones are skipped; so are longer ones. */
const maxRules = 2000;

/** Each path is matched against the lines of all folders above it, so those of the outer ones are skipped. */
const maxRulesPerPath = 5000;

/**
 * What git ignores by its ignore files (gitignore(5)): of the matching lines, the last one in the deepest folder counts.
 * Ignored files that are tracked anyway are only listed in git's index, which is not read.
 */
export class GitIgnore {
  readonly #rules = new Map<string, readonly IgnoreRule[]>();
  /** What was determined about folders: many files are in the same ones. */
  readonly #folders = new Map<string, boolean>();

  /** `folder` contains the ignore file. All paths are relative to one root, which is ''. */
  add(folder: string, text: string): void {
    const rules = rulesIn(text);
    if (rules.length > 0) this.#rules.set(folder, [...(this.#rules.get(folder) ?? []), ...rules]);
    this.#folders.clear();
  }

  /** Whether a line ignores this path itself. Does not check the folders above it. */
  ignores(path: string, type: 'file' | 'folder'): boolean {
    if (this.#rules.size === 0) return false;
    const names = path.split('/');
    let tried = 0;
    for (let depth = names.length - 1; depth >= 0 && tried < maxRulesPerPath; depth--) {
      const rules = this.#rules.get(names.slice(0, depth).join('/')) ?? [];
      tried += rules.length;
      const decisive = rules.findLast((rule) => speaksOf(rule, names.slice(depth), type));
      if (decisive) return !decisive.includes;
    }
    return false;
  }

  /** Whether the file is ignored, itself or with one of the folders above it. */
  ignoresFile(path: string): boolean {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      if (this.#ignoresFolder(path.slice(0, end))) return true;
    return this.ignores(path, 'file');
  }

  #ignoresFolder(path: string): boolean {
    const known = this.#folders.get(path) ?? this.ignores(path, 'folder');
    this.#folders.set(path, known);
    return known;
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
  if (written === '' || written.startsWith('#') || written.length > maxPatternLength) return [];
  const includes = written.startsWith('!');
  const meant = includes ? written.slice(1) : written;
  const foldersOnly = meant.endsWith('/');
  const path = foldersOnly ? meant.slice(0, -1) : meant;
  const pattern = readGitPattern(path.startsWith('/') ? path.slice(1) : path);
  return pattern && path !== '' ? [{ pattern, anywhere: !path.includes('/'), foldersOnly, includes }] : [];
}

/** A backslash keeps the blank after it. */
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
