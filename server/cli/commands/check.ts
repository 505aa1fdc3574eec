import type { Severity } from '../../../shared/index.ts';
import { Files } from '../../files/files.ts';
import { type Action, type Given, isMisuse, type Misuse } from '../arguments/command.ts';
import { type Selection, selectionOf } from '../arguments/selection.ts';
import { quoted } from '../arguments/suggestions.ts';
import { collect, type Inputs } from '../input/collect.ts';
import { type InspectedFile, Inspector } from '../input/inspector.ts';
import { printProblem } from '../input/problems.ts';
import { type CheckedFile, checkedFile, hiddenIn, type Report, shownOf, sum, summaryOf } from '../output/checked.ts';
import type { Format, Page } from '../output/formats/format.ts';
import { formats } from '../output/formats/formats.ts';
import { text } from '../output/formats/text.ts';
import { type Output, outputsOf, writeOutputs } from '../output/outputs.ts';
import { Reporter } from '../output/report.ts';
import { rulePage } from '../output/rulePage.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { dryRun, type Fixing, fixed } from './fix.ts';
import { type Tolerance, unmet } from './unmet.ts';

interface CheckOptions extends Selection, Tolerance {
  readonly outputs: readonly Output[];
  readonly fixing: Fixing | undefined;
  readonly least: Severity;
  readonly mostWarnings: number;
  readonly quiet: boolean;
}

export function prepareCheck(given: Given): Action | Misuse {
  const { values, cwd, command } = given;
  const selection = selectionOf(given);
  const outputs = outputsOf(values.format ?? [], command.formats ?? [], cwd);
  const { fix = false, 'write-stored': writesStored = false, 'dry-run': isDryRun = false } = values;
  const warnings = values['max-warnings'] ?? '0';
  if (isMisuse(selection)) return selection;
  if (isMisuse(outputs)) return outputs;
  if (!/^\d+$/.test(warnings)) return { problem: `--max-warnings takes a whole number, not ${quoted(warnings)}.` };
  if (isDryRun && !fix && !writesStored) return { problem: '--dry-run is for --fix and --write-stored.' };
  if (isDryRun && outputs.some(({ format, file }) => !file && format !== 'text'))
    return { problem: '--dry-run prints text: give the other formats a file, such as sarif=report.sarif.' };
  const options: CheckOptions = {
    ...selection,
    outputs,
    fixing: fix || writesStored ? { fixes: fix, writesStored, isDryRun } : undefined,
    least: (values['min-severity'] as Severity | undefined) ?? 'hint',
    mostWarnings: Number(warnings),
    quiet: values.quiet ?? false,
    allowsEmpty: values['allow-empty'] ?? selection.passesOverUnknown,
    allowsNoProfile: values['allow-no-profile'] ?? false,
  };
  return (terminal) => check(options, terminal);
}

/** Reports the findings of the requests, profiles and meeting files among the inputs. */
async function check(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const files = new Files(terminal.world);
  const inputs = await collect(options, files, terminal);
  const { progress, ...unwatched } = terminal;
  const inspector = new Inspector(files, options.quiet ? unwatched : terminal, options);
  const run = new CheckRun(options, inspector, terminal);
  return run.end(await run.files(inputs), inputs);
}

class CheckRun {
  readonly #options: CheckOptions;
  readonly #inspector: Inspector;
  readonly #terminal: Terminal;
  readonly #page: Page;
  readonly #reporter: Reporter;
  /** The format that is printed as results come; undefined where none goes to standard output. */
  readonly #format: Format | undefined;

  constructor(options: CheckOptions, inspector: Inspector, terminal: Terminal) {
    this.#options = options;
    this.#inspector = inspector;
    this.#terminal = terminal;
    const { columns, colours = false } = terminal;
    this.#page = { width: columns, colours, quiet: options.quiet };
    const used = options.outputs.map(({ format }) => formatOf(format));
    const details = used.map(({ detail }) => detail?.(this.#page) ?? {});
    const excerpts = details.find((each) => each.excerpts)?.excerpts;
    const fixes = details.some((each) => each.fixes);
    this.#reporter = new Reporter((uri) => inspector.displayPath(uri), { excerpts, fixes });
    const toOutput = options.outputs.find(({ file }) => file === undefined);
    this.#format = toOutput && formatOf(toOutput.format);
  }

  /** All files, in the order of the paths. Each is printed at once, but for profiles: of them, more is known at the end. */
  async files(inputs: Inputs): Promise<readonly CheckedFile[]> {
    const checked: CheckedFile[] = [];
    const profiles: { readonly at: number; readonly file: InspectedFile }[] = [];
    for await (const found of this.#inspector.inspectAll(inputs)) {
      const file = await this.#fix(found);
      const isProfile = file.subjects.some(({ inspection }) => inspection.kind === 'profile');
      if (isProfile) profiles.push({ at: checked.length, file });
      const own = checkedFile(file, this.#reporter);
      checked.push(isProfile ? own : this.#printed(own));
    }
    for (const { at, file } of profiles)
      checked[at] = this.#printed(checkedFile(this.#inspector.withUsedIgnores(file), this.#reporter));
    return checked;
  }

  async #fix(file: InspectedFile): Promise<InspectedFile> {
    const { fixing } = this.#options;
    if (!fixing) return file;
    if (!fixing.isDryRun) return fixed(file, fixing, this.#inspector, this.#terminal);
    this.#terminal.patch(await dryRun(file, fixing, this.#inspector));
    return file;
  }

  /** What is left of the file once it is printed: there may be thousands, and no other output that needs its findings. */
  #printed(file: CheckedFile): CheckedFile {
    const print = this.#format?.file;
    if (!print) return file;
    this.#terminal.out(print(shownOf(file, this.#options.least), this.#page));
    return this.#options.outputs.length > 1 ? file : { ...file, findings: [] };
  }

  async end(files: readonly CheckedFile[], inputs: Inputs): Promise<ExitCode> {
    const { problems } = this.#inspector;
    for (const each of unmet(files, inputs, this.#inspector, this.#options)) problems.add(each);
    const report = await this.#report(files, inputs);
    const page = { ...this.#page, width: undefined, colours: false };
    const failed = writeOutputs(this.#options.outputs, this.#inspector, this.#terminal, (name) =>
      wholeText(formatOf(name), report, page),
    );
    for (const each of failed) problems.add(each);
    const all = failed.length > 0 ? { ...report, problems: problems.besides(inputs.inputs) } : report;
    if (this.#format?.commands) this.#terminal.commands(this.#format.end(all, this.#page));
    else this.#terminal.out(this.#format?.end(all, this.#page) ?? '');
    for (const each of all.problems) this.#terminal.error(`${printProblem(each)}\n`);
    if (all.problems.length > 0) return 2;
    return report.summary.errors > 0 || report.warningsFail ? 1 : 0;
  }

  async #report(files: readonly CheckedFile[], { inputs }: Inputs): Promise<Report> {
    const summary = summaryOf(files);
    const shown = files.map((each) => shownOf(each, this.#options.least));
    return {
      files: shown,
      problems: this.#inspector.problems.besides(inputs),
      summary,
      allowsNoProfile: this.#options.allowsNoProfile,
      hidden: sum(files, (each) => hiddenIn(each, this.#options.least)),
      warningsFail: summary.warnings > this.#options.mostWarnings,
      version: this.#terminal.version,
      pages: await this.#pages(shown),
    };
  }

  /** Read only for formats that have them. */
  async #pages(files: readonly CheckedFile[]): Promise<ReadonlyMap<string, string>> {
    const wanted = this.#options.outputs.some(({ format }) => formatOf(format).pages);
    const codes = new Set(wanted ? files.flatMap(({ findings }) => findings.map(({ code }) => code)) : []);
    const pages = new Map<string, string>();
    for (const code of codes) pages.set(code, (await rulePage(code, this.#terminal)) ?? '');
    return pages;
  }
}

/** Where nothing is printed before the end. */
function wholeText(format: Format, report: Report, page: Page): string {
  const files = report.files.map((each) => format.file?.(each, page) ?? '');
  return files.join('') + format.end(report, page);
}

function formatOf(name: string): Format {
  return formats.find((each) => each.name === name) ?? text;
}
