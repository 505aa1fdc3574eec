import {
  conditionText,
  depends,
  type Field,
  type FieldRow,
  type Gap,
  interventionOf,
  joined,
  notesOn,
  possibilitiesOf,
  profileName,
  type Reasoning,
  type RequestContext,
  reasoningOf,
  requestPath,
  ruleSetText,
  type Span,
  type Step,
  scenarioSentence,
  settings,
  type Text,
  text,
  type Way,
} from '../../shared/index.ts';
import { folderOf, foldersUpward, join, pathInside } from '../files/uris.ts';
import { type RequestInspection, whyNotPredicted } from './inspection.ts';
import { basisText, bold, bullets, fieldTable, heading, literally, noteLine, scenarioLink, shown } from './markdown.ts';
import { governs } from './profileInForce.ts';
import type { BodySubject, RequestSubject, Subject } from './subject.ts';
import { dependsOnPersonalId, unknownText } from './unknownFacts.ts';

/** How files and texts are shown to the user. */
export interface DisplayContext {
  /** In the language of the user. */
  readonly say: (text: Text) => string;
  /** The path of a file to show to the user. */
  readonly displayPath: (uri: string) => string;
  /** The workspace folder or repository of a file; undefined for a file outside. */
  readonly rootOf: (uri: string) => string | undefined;
}

/** What an explanation needs besides its subject. */
export interface ExplanationContext extends DisplayContext {
  /** Words that run one of our commands when they are clicked; undefined where the reader cannot run them. */
  readonly commandLink: CommandLink | undefined;
}

export type CommandLink = (words: Gap, command: PageCommand, ...args: readonly unknown[]) => Gap;
type PageCommand = 'showLine' | 'writeProfile' | 'addMeeting' | 'renameToRequest' | 'listRequest';

/** Words that lead to a line of a file, counted from 1: where nothing leads anywhere, the line is not known either. */
export function leadingTo(words: Gap, uri: string, line: () => number, { commandLink }: ExplanationContext): Gap {
  return commandLink ? commandLink(words, 'showLine', uri, line()) : words;
}

export const firstLine = () => 1;

/** The line where something in the subject begins, counted from 1. */
export function lineOf({ text: view }: Pick<Subject, 'text'>, { start }: Span): number {
  return view.positionAt(start).line + 1;
}

interface ExplainedRequest extends RequestSubject {
  /** Empty where nothing is predicted. */
  readonly rows: readonly FieldRow[];
}

/** Which request it is, what is in force, and what Zoom stores. */
export function aboutRequest(uri: string, subject: ExplainedRequest, context: ExplanationContext): readonly Text[] {
  const { inspection, rows } = subject;
  return [
    heading(1, titleOf(inspection)),
    kindOf(uri, subject, context),
    bullets(inForce(uri, inspection, context)),
    heading(2, text`What Zoom stores`),
    rows.length > 0 ? fieldTable(rows) : whyNotPredicted(inspection),
    ...(inspection.file.isEither ? [] : notesOn(inspection.context).map(noteLine)),
  ];
}

/** How Zoom arrives at what it stores. Where there are too many ways, only what they depend on. */
export function stepsOfRequest(uri: string, subject: ExplainedRequest, reader: ExplanationContext): readonly Text[] {
  const { rows } = subject;
  if (rows.length === 0) return [];
  const { body, prediction } = subject.inspection.context;
  const reasoned = rows.map((row) => ({ row, ways: reasoningOf(prediction, row.name) }));
  return [
    heading(2, text`Step by step`),
    bullets([
      ...interventionOf(prediction).map(({ when, result }) =>
        when ? joined([when, bullets([result], '  ')], '\n') : result,
      ),
      ...reasoned.flatMap(({ row, ways }) => (ways ? [] : inShort(row, subject.inspection.context))),
    ]),
    ...reasoned.flatMap(({ row, ways }) => {
      if (!ways) return [];
      const { property } = body.fields[row.name];
      const name = literally(row.name);
      const words = property ? leadingTo(name, uri, () => lineOf(subject, property.keySpan), reader) : name;
      return [heading(3, title(words, row, body.fields[row.name])), waysList(ways)];
    }),
    text`_Documented_: Zoom's page or API reference says this. _Inferred_: they do not say it; this is our interpretation.`,
  ];
}

function titleOf({ name, file: { operation, isEither } }: RequestInspection): Text {
  const what = isEither
    ? text`Create or update request`
    : operation === 'create'
      ? text`Create request`
      : text`Update request`;
  return name === undefined ? what : joined([what, literally(name)], ' ');
}

/** What determines that a text is taken for a request. */
export function kindOf(uri: string, subject: BodySubject, reader: ExplanationContext): Text {
  const { file, name, document } = subject.inspection;
  const line = () => (document.root ? lineOf(subject, document.root.span) : 1);
  const path = leadingTo(literally(requestPath(reader.displayPath(uri), name)), uri, line, reader);
  if (file.by === 'option') return text`${path}: identified by the command line.`;
  if (file.by === 'name') return text`${path}: identified by its name.`;
  if (file.by === 'document')
    return text`${path}: ${literally(reader.displayPath(file.named?.by ?? ''))} names it as a body.`;
  if (file.isEither)
    return text`${path}: recognized by its fields. Only what is true for both a create and an update is reported.`;
  if (file.by === 'endpoint') return text`${path}: recognized by where it is sent.`;
  const listed = literally(file.listed?.files ?? '');
  return file.listed?.occurrence
    ? text`${path}: the lock profile lists ${listed}, as updates of one occurrence.`
    : text`${path}: the lock profile lists ${listed}.`;
}

function inForce(uri: string, { file, context }: RequestInspection, reader: ExplanationContext): readonly Text[] {
  const { account, prediction } = context;
  const known = settings.filter((each) => account.locks[each].length === 1);
  const facts = Object.fromEntries(known.map((each) => [`lock.${each}`, account.locks[each][0]]));
  const locks = conditionText(facts, account.personal === true);
  const personal = prediction.cases.some(({ facts }) => facts.personal);
  const none = prediction.sent.occurrence
    ? text`Zoom's scenarios do not cover updates of one occurrence`
    : personal || dependsOnPersonalId(context)
      ? text`Zoom's scenarios do not cover personal meeting IDs`
      : scenarioSentence(account);
  const scenario = scenarioLink(prediction)[0] ?? none;
  const row = locks ? text`${scenario}: ${locks}` : text`${scenario}`;
  return [
    text`Lock profile: ${file.profile ? found(file.profile, reader, governs(file.profile)) : profileSought(uri, reader)}`,
    ...(file.operation === 'update' ? [text`Meeting before the update: ${meetingText(uri, file, reader)}`] : []),
    ...(context.profile ? [row, ruleSetText(context.profile.rules)] : []),
    unknownText({ file, context }),
  ];
}

function found(
  { uri, problem }: { readonly uri: string; readonly problem: Text | undefined },
  reader: ExplanationContext,
  lastValid = false,
): Text {
  const path = leadingTo(literally(reader.displayPath(uri)), uri, firstLine, reader);
  if (!problem) return text`${path}`;
  return lastValid
    ? text`${path}, which ${problem}: its last valid text is used until it is saved`
    : text`${path}, which ${problem} and is treated as missing`;
}

/** Where a lock profile was looked for and not found. */
export function profileSought(uri: string, { displayPath, rootOf, commandLink }: ExplanationContext): Text {
  const places = foldersUpward(uri, rootOf(uri)).map((folder) => literally(displayPath(join(folder, profileName))));
  const [first = '', ...above] = places;
  const last = above.at(-1);
  const sought = last
    ? text`not found; looked for ${first} and in the folders above, up to ${last}`
    : text`not found; looked for ${first}`;
  return commandLink ? text`${sought}; ${commandLink(text`write one`, 'writeProfile')}` : sought;
}

function meetingText(
  uri: string,
  { meeting, meetingPlaces }: RequestInspection['file'],
  context: ExplanationContext,
): Text {
  if (meeting) return found(meeting, context);
  if (meetingPlaces.length === 0) return text`not known: the number of the meeting is not in the file`;
  const places = meetingPlaces.map((each) => literally(pathInside(folderOf(uri), each) ?? context.displayPath(each)));
  const sought = text`not found; looked for ${places.join(', ')}`;
  const { commandLink } = context;
  return commandLink ? text`${sought}; ${commandLink(text`add one`, 'addMeeting', uri)}` : sought;
}

function title(name: Gap, { sent }: FieldRow, { state }: Field): Text {
  return state === 'absent' ? text`${name}, not sent` : text`${name}, sent: ${shown(sent)}`;
}

function waysList(ways: readonly Way<Reasoning>[]): Text {
  const lists = ways.map(({ when, result }) => {
    const steps = stepTexts(result);
    return when ? joined([bullets([when]), bullets(steps, '  ')], '\n') : bullets(steps);
  });
  return joined(lists, '\n');
}

function inShort({ name, alternatives }: FieldRow, context: RequestContext): Text {
  const field = literally(name);
  if (alternatives[0]?.stored === depends) {
    const { lines, wayOut } = possibilitiesOf(context, name, shown);
    return joined([text`${field}:`, bullets([...lines, ...(wayOut ? [wayOut] : [])], '  ')], '\n');
  }
  const parts = alternatives.map(({ when, stored }) =>
    when ? text`${shown(stored)} if ${when}` : text`${shown(stored)} in every case`,
  );
  return text`${field}: ${joined(parts, '; ')}`;
}

const stepWords: Record<Step['step'], Text> = {
  locks: text`After the locks`,
  security: text`After Zoom's fallback`,
  option: text`Option used`,
};

function stepTexts({ steps, ...rest }: Reasoning): readonly Text[] {
  return steps.map(({ step, value, reason }, at) => {
    const line = text`${stepWords[step]}: ${bold(shown(value))}, because ${reason}`;
    return at < steps.length - 1 ? line : joined([line, joined(['_(', basisText(rest), ')_'], '')], ' ');
  });
}
