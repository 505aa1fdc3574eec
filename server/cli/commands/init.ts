import {
  type AskedProfile,
  askedProfile,
  isLockProfile,
  parse,
  profileName,
  type SettingAnswer,
  say,
} from '../../../shared/index.ts';
import { displayPath, join } from '../../files/uris.ts';
import type { Action, Given, Misuse } from '../arguments/command.ts';
import { type OptionName, optionOf, type Values } from '../arguments/options.ts';
import { resolvePath } from '../arguments/paths.ts';
import { didYouMean } from '../arguments/suggestions.ts';
import { type ExitCode, refuse, type Terminal } from '../terminal.ts';

/** One thing to know of the account, by the option that says it. */
interface Question {
  readonly option: 'plan' | 'waiting-room' | 'passcode' | 'authentication' | 'rules';
  readonly words: string;
}

const place = 'Zoom web portal: Account Management > Account Settings > Meeting > Security';

const questions: readonly Question[] = [
  { option: 'plan', words: 'The plan of the Zoom account' },
  { option: 'waiting-room', words: `Waiting Room (${place})` },
  { option: 'passcode', words: `Meeting passcode (${place})` },
  { option: 'authentication', words: `Only authenticated users can join meetings (${place})` },
  { option: 'rules', words: "Which of its rules Zoom applies: today's, or those of December 2020" },
];

const meanings: Readonly<Record<string, string>> = {
  'on-locked': 'Every meeting has it',
  'off-locked': 'No meeting has it',
  on: 'A request can turn it off',
  off: 'A request can turn it on',
  unknown: 'Every case is checked, and what is true in all of them is reported',
};

type Answers = Partial<Record<Question['option'], string>>;

export function prepareInit({ values, operands, cwd }: Given): Action | Misuse {
  const [folder = '.', surplus] = operands;
  if (surplus !== undefined) return { problem: `init takes one folder, not also ${surplus}.` };
  const uri = join(resolvePath(cwd, folder), profileName);
  const given = answersIn(values);
  return (terminal) => init(uri, given, values.force ?? false, terminal);
}

function answersIn(values: Values): Answers | undefined {
  const given = questions.flatMap(({ option }) => {
    const value = values[option];
    return value === undefined ? [] : [[option, value] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Writes a lock profile of what options say, or else of what its user answers. Nothing is written if a question is cancelled. */
async function init(uri: string, given: Answers | undefined, force: boolean, terminal: Terminal): Promise<ExitCode> {
  const path = displayPath(terminal.cwd, uri);
  const obstacle = await obstacleAt(uri, force, terminal);
  if (obstacle) return refuse([`${path}: ${obstacle}`], terminal);
  const answers = given ?? (await askAll(terminal));
  if (!answers) return refuse([terminal.ask ? 'Cancelled: nothing is written.' : noTerminal], terminal);
  const text = say(askedProfile(profileOf(answers, terminal.world.today())));
  const failed = terminal.world.write(uri, text);
  if (failed) return refuse([`${path}: ${say(failed)}`], terminal);
  terminal.out(`${path} is written.\n`);
  return 0;
}

const noTerminal =
  'init asks questions only in a terminal. Without one, say what you know: --waiting-room, --passcode, --authentication, --plan, --rules.';

/** Why nothing can be written there; undefined if it can. */
async function obstacleAt(uri: string, force: boolean, { world }: Terminal): Promise<string | undefined> {
  const before = await world.read(uri);
  if (before.state === 'missing') return undefined;
  if (before.state === 'unreadable') return say(before.reason);
  if (!force) return 'is there already; --force overwrites it';
  return isLockProfile(parse(before.text)) ? undefined : 'is not a lock profile, and init overwrites nothing else';
}

async function askAll(terminal: Terminal): Promise<Answers | undefined> {
  const answers: Answers = {};
  for (const { option, words } of questions) {
    // Basic accounts always have passcodes, and cannot change that.
    const isClear = option === 'passcode' && answers.plan === 'basic';
    const answer = isClear ? 'on-locked' : await ask(option, words, terminal);
    if (answer === undefined) return undefined;
    answers[option] = answer;
  }
  return answers;
}

/** Until the answer is one of the choices, or the number of one; undefined where the user cancels. */
async function ask(option: OptionName, words: string, terminal: Terminal): Promise<string | undefined> {
  const choices = optionOf(option).choices ?? [];
  const lines = choices.map((each, at) => `  ${at + 1} ${each}${meanings[each] ? `: ${meanings[each]}` : ''}\n`);
  let question = `${words}\n${lines.join('')}1-${choices.length}: `;
  for (;;) {
    const answer = (await terminal.ask?.(question))?.trim();
    if (answer === undefined) return undefined;
    const chosen = choices.includes(answer) ? answer : choices[Number(answer) - 1];
    if (chosen !== undefined) return chosen;
    question = `Not one of the choices: ${answer}.${didYouMean(answer, choices)} 1-${choices.length}: `;
  }
}

function profileOf(answers: Answers, capturedAt: string): AskedProfile {
  const known = (answer: string | undefined) => (answer === 'unknown' ? undefined : answer);
  return {
    plan: known(answers.plan),
    // What the lens writes itself names today's rules, unless its user says otherwise.
    rules: known(answers.rules ?? '2025-03-24'),
    waitingRoom: settingOf(answers['waiting-room']),
    passcode: settingOf(answers.passcode ?? (answers.plan === 'basic' ? 'on-locked' : undefined)),
    authentication: settingOf(answers.authentication),
    requests: [],
    capturedAt,
  };
}

function settingOf(answer: string | undefined): SettingAnswer | undefined {
  if (answer === undefined || answer === 'unknown') return undefined;
  return { enabled: answer.startsWith('on'), locked: answer.endsWith('-locked') };
}
