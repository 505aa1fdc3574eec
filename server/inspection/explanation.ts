import {
  conditionText,
  containerKind,
  enforcementOf,
  type Finding,
  isUnsaid,
  joined,
  lockMeaning,
  mayBeListed,
  noRequest,
  personalMeaning,
  profileName,
  type RequestFiles,
  readMeetingFile,
  readResponseFile,
  requestPath,
  ruleSetText,
  scenarioSentence,
  settings,
  type Text,
  text,
  valueText,
  verifiedFields,
} from '../../shared/index.ts';
import { Turns } from '../files/turns.ts';
import { canonical, folderOf, join } from '../files/uris.ts';
import type { Classification } from './classify.ts';
import { aboutContainer, aboutUnreadDocument } from './containerExplanation.ts';
import {
  type MeetingInspection,
  type ProfileInspection,
  predictedRows,
  type ResponseInspection,
} from './inspection.ts';
import { bold, bullets, heading, literally, plainly, shown, tableOf } from './markdown.ts';
import { type FoundProfile, governs } from './profileInForce.ts';
import {
  aboutRequest,
  type ExplanationContext,
  firstLine,
  kindOf,
  leadingTo,
  lineOf,
  profileSought,
  stepsOfRequest,
} from './requestExplanation.ts';
import { requestSubjects, type Subject } from './subject.ts';

/** A file of any kind, ours or not. */
export interface ExplainedFile {
  readonly uri: string;
  readonly classification: Classification;
  /** In the order of the text; empty for a file that is not ours. */
  readonly subjects: readonly Subject[];
}

/** A longer page is of no use. */
const mostSubjects = 50;

/** What a file is, why, and what Zoom makes of it, as Markdown: one request after the other, which takes its time. */
export async function explanation(file: ExplainedFile, context: ExplanationContext): Promise<string> {
  const { uri, classification, subjects } = file;
  const more = subjects.length - mostSubjects;
  const explained: (readonly Text[])[] = [];
  const turns = new Turns();
  for (const each of subjects.slice(0, mostSubjects)) {
    explained.push(aboutSubject(file, each, context));
    await turns.next();
  }
  const blocks = [
    ...explained.flat(),
    ...(subjects.length === 0 ? aboutOther(uri, classification, context) : []),
    ...(more > 0 ? [text`${more} more requests of this file are not explained here.`] : []),
  ];
  return `${context.say(joined(blocks, '\n\n'))}\n`;
}

function aboutSubject(file: ExplainedFile, subject: Subject, context: ExplanationContext): readonly Text[] {
  const { uri } = file;
  const requests = requestSubjects([subject]).map((each) => ({ ...each, rows: predictedRows(each.inspection) }));
  return [
    ...requests.flatMap((each) => aboutRequest(uri, each, context)),
    ...about(file, subject, context),
    ...findingsOf(uri, subject, context),
    ...requests.flatMap((each) => stepsOfRequest(uri, each, context)),
  ];
}

function about(
  { uri, subjects }: ExplainedFile,
  { text: view, inspection }: Subject,
  context: ExplanationContext,
): readonly Text[] {
  switch (inspection.kind) {
    case 'request':
      return [];
    case 'mistaken':
      return [heading(1, text`Not a request`), kindOf(uri, { text: view, inspection }, context), noRequest];
    case 'profile':
      return aboutProfile(uri, inspection, context);
    case 'meeting':
      return aboutMeeting(uri, inspection, context);
    case 'response':
      return aboutResponse(uri, inspection, context);
    case 'container':
      return aboutContainer(uri, { text: view, inspection }, subjects.length - 1, context);
    case 'unread':
      return [heading(1, text`Not checked`)];
  }
}

function aboutProfile(
  uri: string,
  { document, profile }: ProfileInspection,
  { displayPath }: ExplanationContext,
): readonly Text[] {
  const path = literally(displayPath(uri));
  const head = [heading(1, text`Lock profile`), text`${path}: applies to the requests in its folder and below.`];
  if (document.errors.length > 0) return [...head, text`It is not valid JSON and is treated as missing.`];
  const listed = profile.requests.map(({ files, at, operation, occurrence }) =>
    joined(
      [
        at === undefined ? literally(files) : text`${literally(files)} at ${literally(at)}`,
        occurrence ? text`${operation} of one occurrence` : operation,
      ],
      ': ',
    ),
  );
  return [
    ...head,
    text`${scenarioSentence(enforcementOf(profile))}.`,
    text`${ruleSetText(profile.rules)}.`,
    bullets([
      ...settings.map((each) => joined([literally(each), lockMeaning(each, profile)], ': ')),
      ...(isUnsaid(profile.personalPasscode)
        ? []
        : [joined([literally('personalMeetingId'), personalMeaning(profile)], ': ')]),
    ]),
    ...(listed.length > 0 ? [text`It lists these files as requests:`, bullets(listed)] : []),
  ];
}

function aboutMeeting(
  uri: string,
  { document }: MeetingInspection,
  { displayPath }: ExplanationContext,
): readonly Text[] {
  const path = literally(displayPath(uri));
  const head = [heading(1, text`Meeting file`), text`${path}: the meeting before the update of the same name.`];
  const { meeting, problem } = readMeetingFile(document);
  const facts =
    meeting &&
    conditionText({
      'meeting.waiting_room': meeting.waiting_room,
      'meeting.password': meeting.password.set,
      'meeting.meeting_authentication': meeting.meeting_authentication,
      'meeting.authentication_option': meeting.authentication_option.set,
    });
  return [...head, facts ? text`It says: ${facts}.` : text`It ${problem ?? ''} and is treated as missing.`];
}

function aboutResponse(
  uri: string,
  { document, answered }: ResponseInspection,
  { displayPath }: ExplanationContext,
): readonly Text[] {
  const path = literally(displayPath(uri));
  const response = readResponseFile(document);
  if ('problem' in response)
    return responseHead(text`${path}: it ${response.problem}, so nothing is compared with it.`);
  if (!answered)
    return responseHead(text`${path}: no request of this name is next to it, so it is compared with nothing.`);
  const { verification } = answered;
  const request = literally(requestPath(displayPath(answered.uri), answered.name));
  const rows = verifiedFields(verification).map(({ name, predicted, seen, agrees }) => [
    literally(name),
    shown(valueText(name, predicted)),
    shown(valueText(name, seen)),
    agrees === undefined ? '–' : agrees ? text`yes` : bold(text`no`),
  ]);
  return [
    ...responseHead(text`${path}: Zoom's response to ${request}, compared with the prediction.`),
    tableOf([text`field`, text`predicted`, text`seen`, text`agrees`], rows),
  ];
}

function responseHead(sentence: Text): readonly Text[] {
  return [heading(1, text`Response of Zoom`), sentence];
}

function aboutOther(uri: string, classification: Classification, context: ExplanationContext): readonly Text[] {
  const kind = containerKind(uri);
  if (kind && !mayBeListed(uri)) return aboutUnreadDocument(uri, kind, classification, context);
  const { profile } = classification;
  const { commandLink } = context;
  const names = [
    'NAME.zoom-create.json',
    'NAME.zoom-update.json',
    'NAME.zoom-meeting.json',
    'NAME.zoom-response.json',
    profileName,
  ];
  const sought = text`Lock profile that might list it: ${profileSought(uri, context)}`;
  return [
    heading(1, text`Not checked`),
    text`${literally(context.displayPath(uri))}: this file is not checked.`,
    bullets([
      text`Its name does not match ${names.map(literally).join(', ')}`,
      profile ? notListed(uri, profile, context) : sought,
    ]),
    commandLink && mayBeListed(uri)
      ? text`To check it, ${commandLink(text`rename it`, 'renameToRequest', uri)} or ${commandLink(text`list it in the lock profile`, 'listRequest', uri)}.`
      : text`To check it, give it such a name, or list it in the ${literally('requests')} of a lock profile.`,
  ];
}

function notListed(uri: string, found: FoundProfile, context: ExplanationContext): Text {
  const path = leadingTo(literally(context.displayPath(found.uri)), found.uri, firstLine, context);
  if (!governs(found)) return text`The lock profile ${path} ${found.problem ?? ''} and lists nothing`;
  const requests = found.profile?.requests ?? [];
  const listed = (entries: readonly RequestFiles[]) =>
    [...new Set(entries.map(({ files }) => literally(files)))].join(', ');
  const isMeeting = ({ meeting }: RequestFiles) => meeting && join(folderOf(found.uri), meeting) === canonical(uri);
  const before = requests.filter(isMeeting);
  if (before.length > 0) return text`The lock profile ${path} names it as the meeting before ${listed(before)}`;
  if (requests.length === 0) return text`The lock profile ${path} lists no files`;
  return text`The lock profile ${path} lists other files: ${listed(requests)}`;
}

const severities: Record<Finding['severity'], Text> = {
  error: text`error`,
  warning: text`warning`,
  information: text`information`,
  hint: text`hint`,
};

function findingsOf(uri: string, subject: Subject, context: ExplanationContext): readonly Text[] {
  const { findings } = subject.inspection;
  if (findings.length === 0) return [];
  const lines = findings.map(({ severity, message, span }) => {
    const line = lineOf(subject, span);
    const place = leadingTo(text`line ${line}`, uri, () => line, context);
    return text`${place}, ${severities[severity]}: ${plainly(context.say(message))}`;
  });
  return [heading(2, text`Findings`), bullets(lines)];
}
