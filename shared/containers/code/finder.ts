/** The requests in a file of code: by the calls that send them, by the names of functions, by their shape. */

import type { Span } from '../../finding.ts';
import type { Operation } from '../../model/security.ts';
import type { Contained, ContainerText } from '../containers.ts';
import { namesZoom } from '../endpoint.ts';
import { isDecoy } from './codeShape.ts';
import { Collector } from './collector.ts';
import type { CallExpression, Expression, ObjectExpression } from './ir.ts';
import type { Code, Language } from './language.ts';
import { fillsObject, makesMeeting, operationIn, operationOf } from './outline/callNames.ts';
import { type Around, pathOf } from './outline/events.ts';
import { type Sending, Sendings } from './sending/sending.ts';
import type { BodyTree } from './values/bodyTree.ts';
import { extensible } from './values/made.ts';
import { namedArguments } from './values/records.ts';
import { type Root, Roots } from './values/roots.ts';
import { type CallSite, type Moment, type ObjectSite, type Scopes, type Site, spanAt } from './values/scopes.ts';
import { Variables } from './values/variables.ts';
import { Work } from './values/work.ts';

/** Each `yield` is a place to stop. */
export function* findRequests(
  file: ContainerText,
  code: Code,
  language: Language,
  scopes: Scopes,
  previous?: Contained,
): Generator<void, Contained> {
  const work = new Work();
  const variables = new Variables(scopes, work);
  const collector = new Collector(file, { code, language, scopes, variables, previous });
  yield* new Finder(file, scopes, variables, collector).find();
  const found = collector.contained();
  return work.isTooMuch ? { ...found, unread: { why: 'complex' } } : found;
}

class Finder {
  readonly #scopes: Scopes;
  readonly #sendings: Sendings;
  readonly #roots: Roots;
  readonly #namesZoom: boolean;
  readonly #collector: Collector;
  readonly #work: Work;

  constructor(file: ContainerText, scopes: Scopes, variables: Variables, collector: Collector) {
    this.#work = variables.work;
    this.#scopes = scopes;
    this.#namesZoom = file.namesZoom ?? namesZoom(file.text);
    this.#roots = new Roots(scopes, variables);
    this.#sendings = new Sendings(scopes, variables, this.#namesZoom);
    this.#collector = collector;
  }

  /** What is known best first: the endpoint, then the function's name, then the shape alone. */
  *find(): Generator<void, void> {
    const { calls, objects, texts } = this.#scopes;
    yield* this.#inTurns(calls, (site) => {
      const sending = this.#sendings.of(site);
      if (sending) this.#send(sending, site.moment);
    });
    yield* this.#inTurns(objects, (site) => {
      const sending =
        !site.seen.describes || this.#collector.isTaken(placeAt(site)) ? undefined : this.#sendings.described(site);
      if (sending) this.#send(sending, site.moment);
    });
    if (this.#namesZoom) yield* this.#inTurns(calls, (site) => this.#byName(site));
    yield* this.#inTurns(objects, (site) => this.#alone(site));
    if (this.#namesZoom) yield* this.#inTurns(texts, (site) => this.#textAlone(site));
  }

  *#inTurns<T>(all: readonly T[], visit: (each: T) => void): Generator<void, void> {
    let stop = this.#work.done + atOnce;
    for (const each of all) {
      visit(each);
      this.#work.add(1);
      if (this.#work.isTooMuch) return;
      if (this.#work.done < stop) continue;
      yield;
      stop = this.#work.done + atOnce;
    }
  }

  /** The first that may be a body is the one. */
  #send({ target, isSure, bodies, isVague, query = [] }: Sending, moment: Moment): void {
    for (const { value, moment: then } of target === 'other' ? [...query, ...bodies] : query)
      for (const root of this.#roots.of(value, then, moment)) this.#collector.addElsewhere(root);
    if (target === 'other') return;
    const isBody = (tops: number, isOpen: boolean) =>
      tops >= 2 || ((isSure || this.#namesZoom) && (tops >= 1 || isOpen));
    const isShaped = (root: Root) => this.#collector.looksLikeBody(root) || this.#collector.looksPlain(root);
    let isUnknown = !isVague;
    for (const body of bodies) {
      const all = this.#roots.of(body.value, body.moment, moment);
      const roots = isVague ? all.filter(isShaped) : all;
      if (roots.length > 0) isUnknown = false;
      if (roots.map((root) => this.#collector.add(root, target, moment, isBody)).includes(true)) return;
    }
    const [first] = bodies;
    if (first && isUnknown) this.#collector.pass(placeAt(first), 'too-dynamic');
  }

  /** What goes to a function whose name says what it does. */
  #byName({ value, moment, around, seen: { operation, path } }: CallSite): void {
    if (!operation || /webinar/i.test(path.join(' ')) || isDecoy({ moment, around: [...around, value] })) return;
    const isOfZoom = !value.isNew && makesMeeting(path);
    const args = value.args.filter(({ name }) => name === undefined || !isDecoy({ moment, around: [name] }));
    for (const given of args.flatMap((each) => [each.value, ...bodiesIn(each.value)])) {
      for (const root of this.#roots.of(given, moment)) {
        const isLikeBody = this.#collector.looksLikeBody(root);
        const isPlain = !isLikeBody && isOfZoom && this.#collector.looksPlain(root);
        if (this.#collector.isTaken(root.span) || !(isLikeBody || isPlain)) continue;
        // The function adds what is the same for all meetings.
        const { node } = root;
        const sent = isPlain && node ? { ...root, node: (tree: BodyTree) => extensible(node(tree)) } : root;
        this.#collector.add(sent, { operation, occurrence: false }, moment, () => true);
      }
    }
    const named = value.isNew ? undefined : namedArguments(value);
    if (!named) return;
    const root = {
      span: spanAt(named.span, moment),
      moment,
      until: moment,
      variable: undefined,
      node: (tree: BodyTree) => tree.nodeOf(named, moment),
    };
    if (this.#collector.looksLikeBody(root))
      this.#collector.add(root, { operation, occurrence: false }, moment, () => true);
  }

  /** An object of which nothing says where it goes: its shape, the names around it, a comment. */
  #alone(site: ObjectSite): void {
    const { value, moment, seen } = site;
    const isPossible = this.#collector.hasComments || (this.#namesZoom && seen.mayBeBody);
    if (!isPossible || value.entries.length === 0 || this.#isPartOfTaken(site)) return;
    const root = this.#rootOf(site);
    const commented = this.#collector.commentedOperation(root, moment);
    if (!commented) {
      if (!this.#namesZoom || !seen.mayBeBody || !this.#collector.looksLikeBody(root, true)) return;
      const call = callAround(site);
      const isPart = call !== undefined && fillsObject(call, pathOf(call.callee));
      if (isPart || isDecoy(site)) {
        this.#collector.pass(placeAt(site), isPart ? 'too-dynamic' : 'not-sent');
        return;
      }
    }
    const operation = commented ?? this.#operationAround(site, root.variable);
    this.#collector.add(root, { operation, occurrence: false }, moment, () => true);
  }

  #isPartOfTaken(site: ObjectSite): boolean {
    const isTaken = (each: Around) =>
      typeof each !== 'string' && each.kind === 'object' && this.#collector.isTaken(spanAt(each.span, site.moment));
    return this.#collector.isTaken(placeAt(site)) || site.around.some(isTaken);
  }

  /** What the call around it is named, its variable, the functions around it. */
  #operationAround(site: ObjectSite, variable: string | undefined): Operation | undefined {
    const { moment } = site;
    const call = callAround(site);
    return (
      (call && operationOf(call, pathOf(call.callee))) ??
      operationIn([variable ?? '']) ??
      operationIn(functionNames(moment))
    );
  }

  /** Of a variable, with what happens to it until its function ends. */
  #rootOf(site: Site<ObjectExpression>): Root {
    const { value, moment, around } = site;
    const span = placeAt(site);
    const [assigned] = around;
    const target = typeof assigned === 'object' && assigned.kind === 'assign' ? assigned.target : undefined;
    const end = { ...moment, at: moment.frame.events.length };
    const after = { ...moment, at: moment.at + 1 };
    const isDirect = around.length === 1;
    const found = target && isDirect ? this.#roots.of(target, after, end) : [];
    const isCalled = around.some((each) => typeof each !== 'string' && each.kind === 'call');
    const variable = target && !isCalled ? pathOf(target).at(-1) : undefined;
    const own = { span, moment, until: moment, variable };
    return (
      found.find((each) => each.span.start === span.start) ?? {
        ...own,
        node: (tree) => tree.nodeOf(value, moment),
      }
    );
  }

  #textAlone(site: Scopes['texts'][number]): void {
    const { value, moment, around } = site;
    const [root] = this.#collector.isTaken(placeAt(site)) ? [] : this.#roots.of(value, moment);
    if (!root?.written || !this.#collector.looksLikeBody(root) || isDecoy({ moment, around })) return;
    const operation = this.#collector.commentedOperation(root, moment) ?? operationIn(functionNames(moment));
    this.#collector.add(root, { operation, occurrence: false }, moment, () => true);
  }
}

/** `meetings.create({ path: { … }, body: { … } })`. */
function bodiesIn(value: Expression): readonly Expression[] {
  const entries = value.kind === 'object' ? value.entries : [];
  return entries.flatMap((each) => (each.kind === 'key' && /^(?:request)?body$/i.test(each.key) ? [each.value] : []));
}

function callAround({ around }: Pick<ObjectSite, 'around'>): CallExpression | undefined {
  return around.findLast((each): each is CallExpression => typeof each !== 'string' && each.kind === 'call');
}

function placeAt({ value, moment }: Pick<Site<Expression>, 'value' | 'moment'>): Span {
  return spanAt(value.span, moment);
}

/** Values that are looked at between two places to stop. */
const atOnce = 1000;

/** The names of the functions around it, the innermost last. */
function functionNames({ frame }: Moment): readonly string[] {
  const names: string[] = [];
  for (let each: Moment['frame'] | undefined = frame; each; each = each.parent?.frame) names.push(each.name ?? '');
  return names.reverse();
}
