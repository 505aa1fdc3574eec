/** The requests in an .http or .rest file, in the dialects of REST Client, httpYac and JetBrains. */
import type { Span } from '../finding.ts';
import { slice } from '../json/textMap.ts';
import { endpointFor, filledIn, readBody, type Surroundings } from './bodyText.ts';
import { copied } from './changed.ts';
import type { Contained, ContainerText, PassedOverReason, ReadContainer } from './containers.ts';
import { mapOfRanges, textOfRanges } from './http/body.ts';
import { sectionStarts } from './http/lines.ts';
import { type HttpRequest, readSection, type Section } from './http/section.ts';
import { containedIn, earlierFrom, type Found, type Part, requestName } from './parts.ts';
import { readScript } from './shell/script.ts';
import { Values } from './shell/values.ts';
import { urlWith, type Variables, variablesFrom } from './variables.ts';

interface HttpPart extends Part {
  readonly end: number;
  readonly section: Section;
}

interface State {
  readonly text: string;
  readonly parts: readonly HttpPart[];
  readonly namesZoom: boolean;
  readonly variables: Variables;
}

const sectionsAtOnce = 50;

export const readHttp: ReadContainer = function* (file, previous): Generator<void, Contained> {
  const before = previous?.state as State | undefined;
  const { text, parse, known } = file;
  const sections = yield* sectionsOf(file, before);
  const definitions = sections.flatMap(({ section }) => section.definitions);
  const unsure = sections.flatMap(({ section }) => section.unsure);
  const variables = variablesFrom(definitions, unsure, known);
  const isAboutZoom = file.namesZoom || sections.some(({ section }) => section.namesZoom);
  const isSame = before?.namesZoom === isAboutZoom && sameVariables(before.variables, variables);
  const changed = isSame ? sections.filter(({ found }) => !found).length : sections.length;
  const earlier = changed === 0 ? new Map() : earlierFrom(before?.parts ?? []);
  const around = { parse, namesZoom: isAboutZoom, earlier };
  const parts: HttpPart[] = [];
  for (const [at, { start, end, section, found }] of sections.entries()) {
    if (at % sectionsAtOnce === 0) yield;
    const kept = isSame ? found : undefined;
    parts.push({
      start,
      end,
      section,
      found: kept ?? foundIn(copied(text.slice(start, end)), section, variables, around),
    });
  }
  return containedIn(parts, { text, parts, namesZoom: isAboutZoom, variables } satisfies State);
};

/** A section; where its text is as before, with what was found in it. */
interface ReadSection {
  readonly start: number;
  readonly end: number;
  readonly section: Section;
  readonly found: readonly Found[] | undefined;
}

/** The sections before and behind those that have changed are the same as before. */
function* sectionsOf({ text }: ContainerText, before: State | undefined): Generator<void, readonly ReadSection[]> {
  const starts = sectionStarts(text);
  const old = before?.parts ?? [];
  const behind = old.length - starts.length;
  const sections: ReadSection[] = [];
  let isInFront = true;
  for (const [at, start] of starts.entries()) {
    if (at % sectionsAtOnce === 0) yield;
    const end = starts[at + 1] ?? text.length;
    const own = text.slice(start, end);
    const isSame = (each: HttpPart | undefined) => each && before?.text.slice(each.start, each.end) === own;
    isInFront &&= isSame(old[at]) ?? false;
    const same = isInFront ? old[at] : isSame(old[at + behind]) ? old[at + behind] : undefined;
    sections.push({ start, end, section: same?.section ?? readSection(copied(own)), found: same?.found });
  }
  return sections;
}

function sameVariables(one: Variables, other: Variables): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}

function foundIn(text: string, section: Section, variables: Variables, around: Surroundings): readonly Found[] {
  if (section.curl) return foundCommand(text, section, section.curl, variables, around);
  const found = section.request && foundRequest(text, section.name, section.request, variables, around);
  return found ? [found] : [];
}

/** `curl` and its options instead of a method and a URL: REST Client reads them. */
function foundCommand(
  text: string,
  { name }: Section,
  { start, end }: Span,
  variables: Variables,
  around: Surroundings,
): readonly Found[] {
  const parse = (body: string) => filledIn(body, variables, around).document;
  const script = { text: text.slice(start, end), outer: slice(start, end - start) };
  const shell = { values: new Values(variables), namesZoom: around.namesZoom, isConsole: false, parse };
  const reading = readScript(script, shell);
  let step = reading.next();
  while (!step.done) step = reading.next();
  const { requests, files, passedOver } = step.value;
  return [
    ...requests.map(
      ({ target, document, map }): Found => ({
        kind: 'request',
        name: requestName(name, target),
        target,
        map,
        ...filledIn(document.text, variables, around),
      }),
    ),
    ...files.map((each): Found => ({ kind: 'file', ...each })),
    ...passedOver.map((each): Found => ({ kind: 'passedOver', ...each })),
  ];
}

function foundRequest(
  text: string,
  name: string | undefined,
  { method, url, headers, body, start, declared }: HttpRequest,
  variables: Variables,
  around: Surroundings,
): Found | undefined {
  if (!body) return undefined;
  const settled = declared && { operation: declared, occurrence: false };
  const host = url.startsWith('/') ? headers.get('host') : undefined;
  const sentTo = urlWith(host ? `https://${host}${url}` : url, variables);
  const endpoint = endpointFor(method, sentTo, around.namesZoom) ?? settled;
  const isSent = endpoint !== undefined && endpoint !== 'other';
  if (body.kind === 'file')
    return isSent ? { kind: 'file', path: body.path, target: endpoint, span: body.span } : undefined;
  if (body.kind === 'mixed') return isSent ? { kind: 'passedOver', why: 'too-dynamic', span: body.span } : undefined;
  const { ranges } = body;
  const span = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
  const reason = otherFormat(headers);
  if (reason) return isSent ? { kind: 'passedOver', why: reason, span } : undefined;
  const read = readBody(textOfRanges(text, ranges), endpoint, variables, around);
  if (read === undefined) return undefined;
  if (typeof read === 'string') return { kind: 'passedOver', why: read, span };
  const map = mapOfRanges(ranges);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const settle = read.target.operation ? undefined : { offset: start, eol };
  return { kind: 'request', ...read, name: requestName(name, read.target), map, settle };
}

/** Bodies that are not JSON, whatever they look like. */
function otherFormat(headers: ReadonlyMap<string, string>): PassedOverReason | undefined {
  const type = headers.get('content-type') ?? '';
  const isOther = /multipart\/|x-www-form-urlencoded|xml|graphql/i.test(type) || headers.has('x-request-type');
  return isOther ? 'not-json' : undefined;
}
