import {
  conditionText,
  type FieldRow,
  interventionOf,
  outcomesOf,
  predictionTable,
  profileName,
  type Reasoning,
  reasoningOf,
  type Step,
  scenarioSentence,
  settings,
  type Text,
  text,
  type Way,
} from '../../shared/index.ts';
import type { Scope } from '../feature.ts';
import type { RequestInspection } from '../inspect.ts';
import { folderOf, foldersUpward, join, pathInside } from '../uris.ts';
import { bullets, fieldTable, literally, scenarioLink, sentCode, storedCode } from './markdown.ts';

/** What an explanation wants to know besides its subject. */
export type Teller = Pick<Scope, 'say' | 'displayPath' | 'rootOf' | 'runsCommands'>;

/** Which request it is, what is in force, and what Zoom stores. */
export function aboutRequest(uri: string, inspection: RequestInspection, teller: Teller): readonly string[] {
  const { say } = teller;
  const { body, prediction } = inspection.context;
  return [
    `# ${say(inspection.file.operation === 'create' ? text`Create request` : text`Update request`)}`,
    say(kindOf(uri, inspection, teller)),
    bullets(inForce(uri, inspection, teller).map(say)),
    `## ${say(text`What Zoom stores`)}`,
    body.whole ? '' : say(text`The body is broken: this is as far as it can be read.`),
    fieldTable(predictionTable(body, prediction)),
  ];
}

/** How Zoom comes to what it stores. Where it does so in too many ways, what they depend on is all that is said. */
export function stepsOfRequest({ context }: RequestInspection, teller: Teller): readonly string[] {
  const { say } = teller;
  const { body, prediction } = context;
  const rows = predictionTable(body, prediction).map((row) => ({ row, ways: reasoningOf(prediction, row.name) }));
  return [
    `## ${say(text`Step by step`)}`,
    bullets([
      ...interventionOf(prediction).map(({ when, result }) => say(when ? text`${when}: ${result}` : result)),
      ...rows.flatMap(({ row, ways }) => (ways ? [] : say(text`${literally(row.name)}: ${inShort(row)}`))),
    ]),
    ...rows.flatMap(({ row, ways }) => (ways ? [`### ${say(heading(row))}`, waysList(ways, teller)] : [])),
    say(text`_Documented_: Zoom's page says so. _Inferred_: the page is silent, and this is how we read it.`),
  ];
}

function kindOf(uri: string, { file }: RequestInspection, { displayPath }: Teller): Text {
  const path = literally(displayPath(uri));
  if (file.by === 'option') return text`${path}: the command line says so.`;
  if (file.by === 'name') return text`${path}: its name says so.`;
  return text`${path}: the lock profile lists ${literally(file.listed?.files ?? '')}.`;
}

function inForce(uri: string, { file, context }: RequestInspection, teller: Teller): readonly Text[] {
  const { account, prediction } = context;
  const known = settings.filter((each) => account.locks[each].length === 1);
  const locks = conditionText(Object.fromEntries(known.map((each) => [`lock.${each}`, account.locks[each][0]])));
  const scenario = scenarioLink(prediction) || scenarioSentence(account);
  const row = locks ? text`${scenario}: ${locks}` : text`${scenario}`;
  return [
    text`Lock profile: ${file.profile ? found(file.profile, teller) : profileSought(uri, teller)}`,
    ...(file.operation === 'update' ? [text`Meeting before the update: ${meetingText(uri, file, teller)}`] : []),
    ...(context.profile ? [row] : []),
    text`Unknown: ${unknownText({ file, context })}`,
  ];
}

function found(
  { uri, problem }: { readonly uri: string; readonly problem: string | undefined },
  { displayPath }: Teller,
): Text {
  const path = literally(displayPath(uri));
  return problem ? text`${path}, which ${problem} and counts as none` : text`${path}`;
}

/** Where a lock profile is looked for and not found. */
export function profileSought(uri: string, { displayPath, rootOf, runsCommands }: Teller): Text {
  const places = foldersUpward(uri, rootOf(uri)).map((folder) => literally(displayPath(join(folder, profileName))));
  const [first = '', ...above] = places;
  const last = above.at(-1);
  const sought = last ? text`none; looked for ${first} and upward to ${last}` : text`none; looked for ${first}`;
  return runsCommands ? text`${sought}; the command ${'_Write Lock Profile_'} starts one` : sought;
}

function meetingText(uri: string, { meeting, meetingPlaces }: RequestInspection['file'], teller: Teller): Text {
  if (meeting) return found(meeting, teller);
  const places = meetingPlaces.map((each) => literally(pathInside(folderOf(uri), each) ?? teller.displayPath(each)));
  const sought = text`not at hand; looked for ${places.join(', ')}`;
  return teller.runsCommands ? text`${sought}; the command ${'_Add Meeting File_'} makes one` : sought;
}

function unknownText({ file, context }: Pick<RequestInspection, 'file' | 'context'>): Text {
  const open = settings.filter((each) => context.account.locks[each].length > 1);
  const locks = open.length > 0 && text`whether the account locks ${open.map(literally).join(', ')}`;
  const meeting = file.operation === 'update' && !context.meeting && text`how the meeting stands now`;
  const both = locks && meeting ? text`${locks}; ${meeting}` : locks || meeting;
  if (!both) return text`nothing that matters`;
  return outcomesOf(context.prediction).length > 1 ? both : text`${both}; it changes nothing here`;
}

function heading({ name, sent }: FieldRow): Text {
  return sent === '–' ? text`${literally(name)}, not sent` : text`${literally(name)}, sent: ${sentCode(sent)}`;
}

function waysList(ways: readonly Way<Reasoning>[], { say }: Teller): string {
  return ways
    .map(({ when, result }) => {
      const steps = stepTexts(result).map(say);
      return when ? `- ${say(when)}\n${bullets(steps, '  ')}` : bullets(steps);
    })
    .join('\n');
}

function inShort({ alternatives }: FieldRow): Text {
  const [first, second, third] = alternatives.map(({ when, stored, reason }) => {
    if (when) return text`${storedCode(stored)} if ${when}`;
    return reason ? text`${reason}` : text`${storedCode(stored)} in every case`;
  });
  if (!first || !second) return first ?? text``;
  return third ? text`${first}; ${second}; ${third}` : text`${first}; ${second}`;
}

const stepWords: Record<Step['step'], Text> = {
  locks: text`After the locks`,
  security: text`Zoom steps in`,
  option: text`The option`,
};

function stepTexts({ steps, basis }: Reasoning): readonly Text[] {
  return steps.map(({ step, value, reason }, at) => {
    const line = text`${stepWords[step]}: **${storedCode(value)}**, since ${reason}`;
    return at < steps.length - 1 ? line : text`${line} _(${basis})_`;
  });
}
