import { readPattern, say } from '../../../shared/index.ts';
import { matcher } from '../../files/globs.ts';
import { parseUri } from '../../files/uris.ts';
import { isMisuse, type Misuse } from './command.ts';
import { resolvePath } from './paths.ts';

/** Whether the user leaves a file or folder out, by its URI. What is in a folder that is left out is left out, too. */
export type Excludes = (uri: string) => boolean;

/** Tests the names of a path, from the root of the disk down. */
type Rule = (names: readonly string[]) => boolean;

/**
 * `--exclude` and paths with `!` before them: patterns as those of PATH. One without a slash matches names in any folder, as
 * git's do.
 */
export function excludedBy(patterns: readonly string[], cwd: string): Excludes | Misuse {
  const rules: Rule[] = [];
  for (const each of patterns) {
    const rule = ruleFor(each, cwd);
    if (isMisuse(rule)) return rule;
    rules.push(rule);
  }
  if (rules.length === 0) return () => false;
  return (uri) => {
    const names = namesIn(uri);
    return rules.some((rule) => rule(names));
  };
}

function ruleFor(given: string, cwd: string): Rule | Misuse {
  const pattern = given.replaceAll('\\', '/').replace(/\/$/, '');
  const read = readPattern(pattern);
  if (pattern === '' || 'problem' in read)
    return { problem: `Cannot exclude ${given || "''"}.${'problem' in read ? ` ${say(read.problem)}` : ''}` };
  const isNameAlone = !given.replaceAll('\\', '/').includes('/');
  return isNameAlone ? nameRule(pattern, namesIn(cwd)) : pathRule(pattern, cwd);
}

/** Of the names that lead from the working folder to the file, any. */
function nameRule(pattern: string, from: readonly string[]): Rule {
  const matches = matcher(pattern);
  return (names) => {
    const shared = names.findIndex((name, at) => name !== from[at]);
    return shared >= 0 && names.slice(shared).some(matches);
  };
}

/** The part before the first wildcard is taken literally. */
function pathRule(pattern: string, cwd: string): Rule {
  const [, base = '', rest = ''] = /^((?:[^*?{[]*\/)?)(.*)$/s.exec(pattern) ?? [];
  const folder = namesIn(resolvePath(cwd, base || '.'));
  const matches = matcher(rest);
  return (names) => {
    if (folder.some((name, at) => names[at] !== name)) return false;
    return names
      .slice(folder.length)
      .some((_, at) => matches(names.slice(folder.length, folder.length + at + 1).join('/')));
  };
}

function namesIn(uri: string): readonly string[] {
  return parseUri(uri).path.split('/').filter(Boolean);
}
