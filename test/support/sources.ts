import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path/posix';

/** The sources of the product as texts. TypeScript 7 has no compiler API, so tests inspect them by regular expressions. */
export interface Source {
  /** From the root of the project: `shared/engine/law.ts`. */
  readonly file: string;
  readonly text: string;
  /** Without comments, and with empty strings. */
  readonly code: string;
  /** Modules by their path from the root of the project, packages by their name. */
  readonly imports: readonly string[];
}

const root = join(import.meta.dirname, '../..');

export function sourcesIn(...folders: string[]): readonly Source[] {
  return folders.flatMap((folder) => filesIn(folder).map(readSource));
}

export function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();
}

function readSource(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8');
  const bare = text.replace(/^\s*(\/\*[\s\S]*?\*\/|\/\/.*)$/gm, '').replace(/ \/\/ .*$/gm, '');
  const specifiers = [...bare.matchAll(/(?<![\w'-])(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(
    ([, specifier]) => specifier ?? '',
  );
  const imports = specifiers.map((each) => (each.startsWith('.') ? normalize(join(file, '..', each)) : each));
  return { file, text, code: bare.replace(/'(?:[^'\\\n]|\\.)*'/g, "''"), imports };
}

/** The import cycles, each as the sorted names of its modules. */
export function circlesIn(sources: readonly Pick<Source, 'file' | 'imports'>[]): readonly (readonly string[])[] {
  const importsOf = new Map(sources.map(({ file, imports }) => [file, imports]));
  const reachable = new Map(sources.map(({ file }) => [file, reachableFrom(file, importsOf)]));
  const reaches = (from: string, to: string) => reachable.get(from)?.has(to) === true;
  const members = sources.map(({ file }) => file).filter((file) => reaches(file, file));
  const circles = members.map((one) => members.filter((other) => reaches(one, other) && reaches(other, one)).sort());
  return circles.filter((circle, at) => members[at] === circle[0]);
}

function reachableFrom(start: string, importsOf: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const each of importsOf.get(file) ?? []) {
      if (!found.has(each)) open.push(each);
      found.add(each);
    }
  }
  return found;
}

/** The callees of calls with a spread argument. */
export function spreadCallsIn({ code }: Pick<Source, 'code'>): readonly string[] {
  return [...code.matchAll(/\.\.\.(?!\w+\??: )/g)].flatMap(({ index }) => {
    const before = code.slice(0, openBracketBefore(code, index));
    return code[before.length] === '(' ? (/[\w.]+$/.exec(before)?.[0] ?? []) : [];
  });
}

function openBracketBefore(code: string, offset: number): number {
  let depth = 0;
  for (let at = offset - 1; at >= 0; at--) {
    if (')]}'.includes(code[at] as string)) depth++;
    if ('([{'.includes(code[at] as string) && depth-- === 0) return at;
  }
  return code.length;
}

/** The functions that call themselves, or pass themselves to another function. */
export function recursiveIn(source: Source): readonly string[] {
  const lines = source.text.split('\n');
  return functionsOf(source).flatMap(({ name, start, lines: count }) => {
    const body = lines.slice(start + 1, start + count).join('\n');
    const own = source.text.includes(`function ${name}`) || source.text.includes(`function* ${name}`);
    return new RegExp(`${own ? '(?<![.\\w])' : 'this\\.'}${name}[()]`).test(body) ? [name] : [];
  });
}

/** The functions of a formatted text: each ends with the first closing brace that is indented like its head. */
export function functionsOf({
  text,
}: Source): readonly { readonly name: string; readonly start: number; readonly lines: number }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const match =
      /^(\s*)(?:export |async |override |get |readonly )*(?:function\*? (\w+)|(#?\w+)\(.*\{$|(?:const )?(#?\w+) = .*=> \{$)/.exec(
        line,
      );
    const name = match?.[2] ?? match?.[3] ?? match?.[4];
    if (!match || !name || /^(if|for|while|switch|catch|return)$/.test(name)) return [];
    const end = lines.findIndex((each, index) => index > start && each.startsWith(`${match[1]}}`));
    return [{ name, start, lines: end - start + 1 }];
  });
}
