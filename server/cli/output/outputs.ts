import { fileKind, say } from '../../../shared/index.ts';
import { displayPath, nameOf } from '../../files/uris.ts';
import type { Misuse } from '../arguments/command.ts';
import { resolvePath } from '../arguments/paths.ts';
import { didYouMean, quoted } from '../arguments/suggestions.ts';
import type { Inspector } from '../input/inspector.ts';
import { type Problem, printProblem } from '../input/problems.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

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
    if (!formats.includes(format)) return { problem: unknownFormat(format || value, formats) };
    if (file === '') return { problem: `--format ${value} names no file.` };
    if (fileKind(nameOf(file ?? '')) !== undefined)
      return {
        problem: `--format ${value}: no report is written to a file with the name of a request, lock profile, meeting file or response.`,
      };
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

function unknownFormat(name: string, formats: readonly string[]): string {
  return `Unknown format: ${quoted(name)}. Formats: ${formats.join(', ')}.${didYouMean(name, formats)}`;
}

/** Writes what goes to files, but over none of those that were inspected. Returns what is not written. */
export function writeOutputs(
  outputs: readonly Output[],
  inspector: Inspector,
  { world, cwd }: Terminal,
  printed: (format: string) => string,
): readonly Problem[] {
  return outputs.flatMap(({ format, file }) => {
    if (file === undefined) return [];
    const isInput = [file, world.real(file)].some((uri) => inspector.inspected.includes(uri));
    const failed = isInput ? undefined : world.write(file, printed(format));
    const message = isInput ? isAbout : failed && say(failed);
    return message ? [{ file: displayPath(cwd, file), message }] : [];
  });
}

const isAbout = 'is one of the files that the report is about, and is not overwritten';

/** Prints all outputs and problems. Returns 2 where there are problems. */
export function putAll(
  outputs: readonly Output[],
  inspector: Inspector,
  known: readonly Problem[],
  printed: (problems: readonly Problem[]) => (format: string) => string,
  terminal: Terminal,
): ExitCode | undefined {
  const problems = [...known, ...writeOutputs(outputs, inspector, terminal, printed(known))];
  for (const { format, file } of outputs) {
    const put = format === 'diff' ? terminal.patch : terminal.out;
    if (file === undefined) put(printed(problems)(format));
  }
  for (const problem of problems) terminal.error(`${printProblem(problem)}\n`);
  return problems.length > 0 ? 2 : undefined;
}
