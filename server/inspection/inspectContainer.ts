/** Files with several requests: JSON files in which the lock profile lists them, documents, and code. */
import {
  bodiesAt,
  type Contained,
  type ContainedRequest,
  type ContainerKind,
  commentMark,
  containerKind,
  fileSpan,
  isCode,
  type JsonDocument,
  longestCode,
  mayBeListed,
  mayHoldRequests,
  type OuterComment,
  outerComments,
  type PassedOver,
  parse,
  type Reporting,
  reportContainer,
  type Target,
  wholeFile,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { Turns } from '../files/turns.ts';
import { folderOf, nameOf, resolveInside } from '../files/uris.ts';
import { type Classification, type RequestFile, requestFor } from './classify.ts';
import { type FileToInspect, reportingOn, unread } from './fileToInspect.ts';
import { type BodyInspection, type ContainerInspection, type Inspection, isBody } from './inspection.ts';
import { coversRequests, inspectContained, sameBasis } from './inspectRequest.ts';
import { readContainer } from './readContainer.ts';

/** Each takes some milliseconds and kilobytes, and a file that people maintain contains fewer. */
const maxRequests = 5000;

/** A document or code that a glance shows to hold no requests: most are. */
export function isBarren({ uri, text }: Pick<FileToInspect, 'uri' | 'text'>): boolean {
  const kind = containerKind(nameOf(uri));
  return kind !== undefined && !mayBeListed(uri) && !mayHoldRequests(kind, text);
}

/** The requests at the places that the lock profile lists, and the rest of the file if there are findings in it. */
export async function inspectListed(
  files: Files,
  file: FileToInspect,
  classification: Classification,
): Promise<readonly Inspection[]> {
  const { uri, text, previous = [] } = file;
  const document = files.document(uri, text);
  const trees = new Map(previous.filter(isBody).map((each) => [each.name ?? '', each.document]));
  const entries = classification.bodies.map(({ at, file: sentAs }) => {
    const { operation, occurrence } = sentAs;
    return { at, target: { operation, occurrence, sentAs } };
  });
  const bodies = bodiesAt(document, entries, trees, maxRequests + 1);
  const outerOf = outerComments(document, bodies);
  const requests = await inspectEach(files, file, classification, bodies, async ({ sentAs }) => sentAs, outerOf);
  if (!requests) return [];
  if (requests === 'tooMany') return tooMany(files, file, classification);
  const container = inspectOutside(
    document,
    classification,
    requests,
    reportingOn(files, classification.profile?.uri, file),
  );
  const isWorthIt = requests.length === 0 || container.findings.length > 0 || container.ignored.length > 0;
  return isWorthIt ? [container, ...requests] : requests;
}

/** The rest of the file, with what is passed over, and the requests in a document or in code. */
export async function inspectDocument(
  files: Files,
  file: FileToInspect,
  classification: Classification,
): Promise<readonly Inspection[]> {
  const { uri, text } = file;
  const kind = classification.container as ContainerKind;
  const reporting = reportingOn(files, classification.profile?.uri, file);
  if (!mayHoldRequests(kind, text)) return namesNone(files, uri);
  if ((isCode(kind) || kind === 'shell') && text.length > longestCode)
    return [unread(classification, { megabytes: longestCode / 2 ** 20 }, reporting)];
  const contained = await readContainer(files, file, kind);
  if (!contained) return namesNone(files, uri);
  if (contained.unread) return [...namesNone(files, uri), unread(classification, contained.unread, reporting)];
  files.named.set(uri, namedIn(files, file, contained));
  const requests = await inspectEach(
    files,
    file,
    classification,
    contained.requests,
    sentAs(files, file, classification),
  );
  if (!requests) return [];
  if (requests === 'tooMany') return tooMany(files, file, classification);
  const report = { findings: [], separate: [], ignored: [], used: [], conclusive: true };
  const map = wholeFile(text.length);
  const read = withoutMistaken(contained, requests);
  return [
    { kind: 'container', document: parse(''), map, file: classification, contained: read, ...report },
    ...requests.filter(({ kind: is }) => is === 'request'),
  ];
}

/** What the requests of a document are sent as: those with the same target share one. */
function sentAs(
  files: Files,
  { uri, root, overrides }: FileToInspect,
  classification: Classification,
): (target: Target) => Promise<RequestFile> {
  const known = new Map<string, Promise<RequestFile>>();
  return (target) => {
    const key = `${target.operation} ${target.occurrence} ${target.meetingId}`;
    const file = known.get(key) ?? requestFor(files, uri, root, classification, target, overrides);
    known.set(key, file);
    return file;
  };
}

/** Nothing calls these requests: those that visibly are not are passed over. */
function withoutMistaken(contained: Contained, requests: readonly BodyInspection[]): Contained {
  const mistaken = requests.flatMap((each): readonly PassedOver[] => {
    const { root } = each.document;
    return each.kind === 'mistaken' && root ? [{ span: fileSpan(each.map, root.span), why: 'no-meeting' }] : [];
  });
  if (mistaken.length === 0) return contained;
  const passedOver = [...contained.passedOver, ...mistaken].sort((a, b) => a.span.start - b.span.start);
  return { ...contained, passedOver };
}

/** No requests are in the file, and none in those that it may have named. */
export function namesNone(files: Files, uri: string): readonly Inspection[] {
  files.named.forget(uri);
  return [];
}

/** The bodies in files of their own, where these are inside the workspace folder or repository. */
function namedIn(files: Files, { uri, root }: FileToInspect, { files: named }: Contained): ReadonlyMap<string, Target> {
  const bounds = root ?? folderOf(uri);
  return new Map(
    named.flatMap(({ path, target }) => {
      const body = target.operation ? resolveInside(folderOf(uri), path, bounds) : undefined;
      return body !== undefined && mayBeListed(body) ? [[files.spelled(body), target] as const] : [];
    }),
  );
}

/** Undefined once the result is no longer wanted. */
async function inspectEach<To extends Target>(
  files: Files,
  file: FileToInspect,
  { profile }: Classification,
  bodies: readonly ContainedRequest<To>[],
  requestFileOf: (target: To) => Promise<RequestFile>,
  outerOf: (body: ContainedRequest<To>) => readonly OuterComment[] = () => [],
): Promise<readonly BodyInspection[] | 'tooMany' | undefined> {
  if (bodies.length > maxRequests) return 'tooMany';
  const { uri, previous = [], severities } = file;
  const known = new Map(previous.filter(isBody).map((each) => [each.name ?? '', each]));
  const coversOf = coversRequests(files, profile?.uri, uri);
  const isSame = sameBasis();
  const requests: BodyInspection[] = [];
  const turns = new Turns();
  for (const body of bodies) {
    const outer = outerOf(body);
    const reporting = { covers: coversOf(body.name), severities, outer };
    const sentAs = await requestFileOf(body.target);
    const before = known.get(body.name);
    const isKept = before?.document === body.document && isSame(before.file, sentAs) && areAlike(before.outer, outer);
    const inspected = inspectContained(sentAs, body, isKept ? before : undefined, reporting, file);
    requests.push(outer.length > 0 ? { ...inspected, outer } : inspected);
    await turns.next();
    if (file.isOutdated?.()) return undefined;
  }
  return requests;
}

/** They ignore the same in the body. */
function areAlike(some: readonly OuterComment[] = [], others: readonly OuterComment[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ code, line }, at) => commentMark({ code, line }) === commentMark(others[at] as OuterComment))
  );
}

/** The marks of the comments between bodies that ignore something in one. */
function usedOuter(requests: readonly BodyInspection[]): ReadonlySet<string> {
  const used = requests.flatMap(({ outer = [], ignored }) =>
    outer.filter(({ code, line }) =>
      ignored.some(
        (each) => each.code === code && line && line.start <= each.span.start && each.span.start <= line.end,
      ),
    ),
  );
  return new Set(used.map(({ mark }) => mark));
}

function tooMany(files: Files, file: FileToInspect, classification: Classification): readonly Inspection[] {
  const reporting = reportingOn(files, classification.profile?.uri, file);
  return [unread(classification, { requests: maxRequests }, reporting)];
}

function inspectOutside(
  document: JsonDocument,
  file: Classification,
  requests: readonly BodyInspection[],
  reporting: Reporting,
): ContainerInspection {
  const bodies = requests.map(({ map, document: { text, errors } }) => ({
    span: fileSpan(map, { start: 0, end: text.length }),
    isBroken: errors.length > 0,
  }));
  const usedInBodies = usedOuter(requests);
  const report = reportContainer(document, bodies, file.profile?.profile, { ...reporting, usedInBodies });
  return { kind: 'container', document, map: wholeFile(document.text.length), file, ...report };
}
