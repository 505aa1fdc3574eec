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
import { aboutRequest, fileLink, profileSought, stepsOfRequest, type Teller } from './requestExplanation.ts';

/** What the lens makes of an open file, and why, as Markdown; undefined for a file that the client has not opened. */
export function explain(place: Place, _: ExplainParams, scope: Scope): string | undefined {
  return place.open ? explanation(place, { ...scope, link: (uri) => uri }) : undefined;
}

export function explanation(place: Pick<Place, 'uri' | 'standing' | 'inspection'>, teller: Teller): string {
  const { uri, inspection } = place;
  const blocks = [
    `# ${literally(teller.displayPath(uri))}`,
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
      return aboutProfile(inspection, teller);
    case 'meeting':
      return aboutMeeting(inspection, teller);
    default:
      return aboutOther(uri, standing, teller);
  }
}

function aboutProfile({ document, profile }: ProfileInspection, { say }: Teller): readonly string[] {
  const kind = say(text`**A lock profile**, by its name. It holds for the requests in its folder and below.`);
  if (document.errors.length > 0) return [kind, say(text`It is broken and counts as none.`)];
  const listed = profile.requests.map(({ files, operation }) => `${literally(files)}: ${operation}`);
  return [
    kind,
    `${say(text`${scenarioSentence(enforcementOf(profile))}`)}.`,
    bullets(settings.map((each) => `${literally(each)}: ${say(text`${lockMeaning(each, profile.locks[each])}`)}`)),
    ...(listed.length > 0 ? [say(text`It lists these files as requests:`), bullets(listed)] : []),
  ];
}

function aboutMeeting({ document }: MeetingInspection, { say }: Teller): readonly string[] {
  const kind = say(text`**A meeting file**, by its name: the meeting before the update of the same name.`);
  const meeting = readMeeting(document);
  if (!meeting) return [kind, say(text`It cannot be read as a meeting and counts as none.`)];
  const facts = conditionText({
    'meeting.waiting_room': meeting.waiting_room,
    'meeting.password': meeting.password.set,
    'meeting.meeting_authentication': meeting.meeting_authentication,
    'meeting.authentication_option': meeting.authentication_option.set,
  });
  return [kind, say(text`It says: ${facts}.`)];
}

function aboutOther(uri: string, { profile }: Place['standing'], teller: Teller): readonly string[] {
  const { say } = teller;
  const names = ['NAME.zoom-create.json', 'NAME.zoom-update.json', 'NAME.zoom-meeting.json', profileName];
  const sought = text`Lock profile that might list it: ${profileSought(uri, teller)}`;
  return [
    say(text`**None of the lens' files**: nothing is reported in it.`),
    bullets([
      say(text`Its name is none of ${names.map(literally).join(', ')}`),
      say(profile ? notListed(uri, profile, teller) : sought),
    ]),
    say(text`To have it looked at, give it such a name, or list it in the ${literally('requests')} of a lock profile.`),
  ];
}

function notListed(uri: string, found: NonNullable<Place['standing']['profile']>, teller: Teller): Text {
  const link = fileLink(found.uri, teller);
  if (found.problem) return text`The lock profile ${link} ${found.problem} and lists nothing`;
  const requests = found.profile?.requests ?? [];
  const listed = (entries: readonly RequestFiles[]) => entries.map(({ files }) => literally(files)).join(', ');
  const isMeeting = ({ meeting }: RequestFiles) => meeting && join(folderOf(found.uri), meeting) === canonical(uri);
  const before = requests.filter(isMeeting);
  if (before.length > 0) return text`The lock profile ${link} names it as the meeting before ${listed(before)}`;
  if (requests.length === 0) return text`The lock profile ${link} lists no files`;
  return text`The lock profile ${link} lists other files: ${listed(requests)}`;
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
