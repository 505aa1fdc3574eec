import { say } from '../../shared/index.ts';
import { displayPath } from '../files/uris.ts';
import type { Misuse } from './command.ts';
import { resolvePath } from './paths.ts';
import { type Problem, printProblem } from './problems.ts';
import { didYouMean } from './suggestions.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Where one of the formats goes: standard output (undefined) or a file, by its URI. */
export interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

/** The values of `--format`. At most one format goes to standard output; without any, the first that the command knows does. */
export function outputsOf(
  values: readonly string[],
  formats: readonly string[],
  cwd: string,
): readonly Output[] | Misuse {
  const outputs: Output[] = [];
  for (const value of values) {
    const [, format = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(value) ?? [];
    if (!formats.includes(format))
      return { problem: `Unknown format: ${format}. Formats: ${formats.join(', ')}.${didYouMean(format, formats)}` };
    if (file === '') return { problem: `--format ${value} names no file.` };
    outputs.push({ format, file: file === undefined ? undefined : resolvePath(cwd, file) });
  }
  const places = outputs.map(({ file }) => file);
  if (places.filter((each) => each === undefined).length > 1)
    return {
      problem: 'Only one format can go to standard output: give the others a file, such as sarif=report.sarif.',
    };
  if (new Set(places).size < places.length) return { problem: 'Two formats go to the same file.' };
  return outputs.length > 0 ? outputs : [{ format: formats[0] ?? '', file: undefined }];
}

/** Writes what goes to files. Returns what cannot be written. */
export function writeOutputs(
  outputs: readonly Output[],
  { world, cwd }: Terminal,
  printed: (format: string) => string,
): readonly Problem[] {
  return outputs.flatMap(({ format, file }) => {
    const failed = file === undefined ? undefined : world.write(file, printed(format));
    return failed && file !== undefined ? [{ file: displayPath(cwd, file), message: say(failed) }] : [];
  });
}

/** Prints all outputs and problems. Returns 2 where there are problems. */
export function putAll(
  outputs: readonly Output[],
  known: readonly Problem[],
  printed: (problems: readonly Problem[]) => (format: string) => string,
  terminal: Terminal,
): ExitCode | undefined {
  const problems = [...known, ...writeOutputs(outputs, terminal, printed(known))];
  for (const { format, file } of outputs) {
    const put = format === 'diff' ? terminal.patch : terminal.out;
    if (file === undefined) put(printed(problems)(format));
  }
  for (const problem of problems) terminal.error(`${printProblem(problem)}\n`);
  return problems.length > 0 ? 2 : undefined;
}
