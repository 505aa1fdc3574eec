import {
  conditionText,
  enforcementOf,
  type Finding,
  lockMeaning,
  profileName,
  type RequestFiles,
  readMeeting,
  scenarioSentence,
  settings,
  type Text,
  text,
} from '../../shared/index.ts';
import type { ExplainParams } from '../../shared/protocol.ts';
import type { Place, Scope } from '../feature.ts';
import type { Inspection, MeetingInspection, ProfileInspection } from '../inspect.ts';
import { canonical, folderOf, join } from '../uris.ts';
import { bullets, literally, plainly } from './markdown.ts';
import { aboutRequest, profileSought, stepsOfRequest, type Teller } from './requestExplanation.ts';

/** What the lens makes of a file, and why, as Markdown; undefined for a file that nobody knows. */
export function explain(place: Place, _: ExplainParams, scope: Scope): string | undefined {
  return place.known ? explanation(place, scope) : undefined;
}

export function explanation(place: Pick<Place, 'uri' | 'standing' | 'inspection'>, teller: Teller): string {
  const { inspection } = place;
  const blocks = [
    ...about(place, teller),
    ...(inspection ? findingsOf(inspection, teller) : []),
    ...(inspection?.kind === 'request' ? stepsOfRequest(inspection, teller) : []),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function about({ uri, standing, inspection }: Parameters<typeof explanation>[0], teller: Teller): readonly string[] {
  switch (inspection?.kind) {
    case 'request':
      return aboutRequest(uri, inspection, teller);
    case 'profile':
      return aboutProfile(uri, inspection, teller);
    case 'meeting':
      return aboutMeeting(uri, inspection, teller);
    default:
      return aboutOther(uri, standing, teller);
  }
}

function aboutProfile(
  uri: string,
  { document, profile }: ProfileInspection,
  { say, displayPath }: Teller,
): readonly string[] {
  const path = literally(displayPath(uri));
  const head = [`# ${say(text`Lock profile`)}`, say(text`${path}: holds for the requests in its folder and below.`)];
  if (document.errors.length > 0) return [...head, say(text`It is broken and counts as none.`)];
  const listed = profile.requests.map(({ files, operation }) => `${literally(files)}: ${operation}`);
  return [
    ...head,
    `${say(text`${scenarioSentence(enforcementOf(profile))}`)}.`,
    bullets(settings.map((each) => `${literally(each)}: ${say(text`${lockMeaning(each, profile.locks[each])}`)}`)),
    ...(listed.length > 0 ? [say(text`It lists these files as requests:`), bullets(listed)] : []),
  ];
}

function aboutMeeting(uri: string, { document }: MeetingInspection, { say, displayPath }: Teller): readonly string[] {
  const path = literally(displayPath(uri));
  const head = [`# ${say(text`Meeting file`)}`, say(text`${path}: the meeting before the update of the same name.`)];
  const meeting = readMeeting(document);
  if (!meeting) return [...head, say(text`It cannot be read as a meeting and counts as none.`)];
  const facts = conditionText({
    'meeting.waiting_room': meeting.waiting_room,
    'meeting.password': meeting.password.set,
    'meeting.meeting_authentication': meeting.meeting_authentication,
    'meeting.authentication_option': meeting.authentication_option.set,
  });
  return [...head, say(text`It says: ${facts}.`)];
}

function aboutOther(uri: string, { profile }: Place['standing'], teller: Teller): readonly string[] {
  const { say } = teller;
  const names = ['NAME.zoom-create.json', 'NAME.zoom-update.json', 'NAME.zoom-meeting.json', profileName];
  const sought = text`Lock profile that might list it: ${profileSought(uri, teller)}`;
  return [
    `# ${say(text`Not looked at`)}`,
    say(text`${literally(teller.displayPath(uri))}: nothing is reported in it.`),
    bullets([
      say(text`Its name is none of ${names.map(literally).join(', ')}`),
      say(profile ? notListed(uri, profile, teller) : sought),
    ]),
    say(text`To have it looked at, give it such a name, or list it in the ${literally('requests')} of a lock profile.`),
  ];
}

function notListed(uri: string, found: NonNullable<Place['standing']['profile']>, { displayPath }: Teller): Text {
  const path = literally(displayPath(found.uri));
  if (found.problem) return text`The lock profile ${path} ${found.problem} and lists nothing`;
  const requests = found.profile?.requests ?? [];
  const listed = (entries: readonly RequestFiles[]) => entries.map(({ files }) => literally(files)).join(', ');
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

function findingsOf({ document, findings }: Inspection, { say }: Teller): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ severity, message, span }) => {
    const line = document.text.slice(0, span.start).split('\n').length;
    return `${say(text`line ${line}, ${severities[severity]}: ${plainly(say(text`${message}`))}`)}`;
  });
  return [`## ${say(text`Findings`)}`, bullets(lines)];
}
