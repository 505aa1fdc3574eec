/** The values in code as a tree of JSON: what is not known is open, what is assigned in steps is where it is assigned. */
import type { Span } from '../../../finding.ts';
import { type JsonNode, literalNode, type ObjectNode, type OpenNode, type Property } from '../../../json/parse.ts';
import { changedProperty } from '../../../json/tree.ts';
import type { CallExpression, Entry, EntryPlace, Expression, ObjectExpression } from '../ir.ts';
import { movedEntries } from '../movedSpans.ts';
import { filtered, unwrapped } from '../outline/libraryCalls.ts';
import { type Draft, draftOf, madeIn, maybe, openAll, openNode, remove, setByStep } from './drafts.ts';
import { extensible, kindMade, withoutEmpty } from './made.ts';
import { recordOf } from './records.ts';
import { returnedBy } from './returns.ts';
import { type Evaluated, type Moment, type Scopes, spanAt } from './scopes.ts';
import { type Step, stepsOf, writtenIn } from './steps.ts';
import type { Definition, Variables } from './variables.ts';

/** Values in values, and variables that lead to variables. */
const maxDepth = 40;

/** Values of one tree, and entries of one object: more are a table of something, or the same one again and again. */
const maxValues = 2000;

export class BodyTree {
  /** What the tree is written in: literals and statements. */
  readonly spans: Span[] = [];
  /** Something in it cannot be read. */
  isComplete = true;
  readonly #text: string;
  readonly #scopes: Scopes;
  readonly #variables: Variables;
  /** When the body is sent: what happens to an object until then is in it. */
  #until: Moment;
  readonly #copies: boolean;
  #values = 0;
  /** What is being worked out. */
  readonly #around = new Set<Expression>();

  constructor(text: string, scopes: Scopes, variables: Variables, until: Moment, copies: boolean) {
    this.#text = text;
    this.#scopes = scopes;
    this.#variables = variables;
    this.#until = until;
    this.#copies = copies;
  }

  /** Undefined: `undefined`, which is not sent. */
  nodeOf(value: Expression, moment: Moment): JsonNode | undefined {
    const isNested = this.#around.has(value) || this.#around.size >= maxDepth;
    if (isNested || this.#values++ >= maxValues || !this.#variables.work.add(1)) return this.#open(value, moment);
    this.#around.add(value);
    const node = this.#nodeOf(value, moment);
    this.#around.delete(value);
    return node;
  }

  #nodeOf(value: Expression, moment: Moment): JsonNode | undefined {
    switch (value.kind) {
      case 'object':
        return value.entries.length > maxValues ? this.#open(value, moment) : this.#object(value, moment);
      case 'literal':
        return value.value === undefined ? undefined : literalNode(value.value, spanAt(value.span, moment));
      case 'list': {
        const items = value.items.map((item) => this.nodeOf(item, moment) ?? this.#open(item, moment));
        const commas = value.commas.map((each) => each + moment.frame.by);
        return { type: 'array', span: spanAt(value.span, moment), items, commas };
      }
      case 'name':
      case 'member':
        return this.#variable(value, moment);
      case 'call':
        return this.#call(value, moment);
      case 'text':
        return this.#open(value, moment, 'string');
      default:
        return this.#open(value, moment);
    }
  }

  /** A definition of a variable, with what happens to it until the body is sent. */
  defined(definition: Definition): JsonNode | undefined {
    const { value, moment } = definition;
    const node = value && this.nodeOf(value, moment);
    if (node?.type !== 'object') return node;
    const draft = node as Draft;
    const until =
      this.#copies && moment.frame !== this.#until.frame ? { ...moment, at: moment.frame.events.length } : this.#until;
    for (const step of stepsOf(this.#variables, definition, until)) this.#apply(draft, step);
    return draft;
  }

  #open(value: Expression, moment: Moment, as?: OpenNode['as']): OpenNode {
    return openNode(this.#text, value, moment, as);
  }

  #object(value: ObjectExpression, moment: Moment): ObjectNode {
    const { by } = moment.frame;
    if (!value.isComplete) this.isComplete = false;
    const literal = movedEntries(value.entries, by);
    const draft = draftOf(this.#text, value, by, literal);
    this.spans.push(draft.span);
    for (const [at, entry] of value.entries.entries()) this.#add(draft, entry, literal[at] as EntryPlace, moment);
    return draft;
  }

  #add(draft: Draft, entry: Entry, place: EntryPlace, moment: Moment): void {
    if (entry.kind === 'key' && place.kind === 'key') {
      const { key, value } = entry;
      const { keySpan, span, comma } = place;
      if (value.kind === 'other' && value.parts[0]?.kind === 'function') return;
      const node = this.nodeOf(value, moment);
      if (draft.properties.some((each) => each.key === key && each.apart)) remove(draft, key);
      if (node) draft.properties.push({ key, keySpan, span, value: node, comma });
      // It is not sent: what there was before neither, and its place in the literal stays.
      else if (draft.properties.some((each) => each.key === key)) remove(draft, key);
    } else if (entry.kind === 'computed') openAll(draft, this.#open(entry.value, moment));
    else this.#spread(draft, entry.value, moment);
  }

  /** What may be there is open, and what may be overwritten, too. */
  #spread(draft: Draft, value: Expression, moment: Moment): void {
    if (value.kind === 'choice') {
      // Of `condition && { … }` the condition spreads nothing.
      const isWhole = ({ span }: Expression) => span.start === value.span.start && span.end === value.span.end;
      for (const option of value.options) {
        if (option.kind !== 'other' || !isWhole(option)) this.#maybeAll(draft, option, value, moment);
      }
      return;
    }
    const node = this.nodeOf(value, moment);
    if (node?.type !== 'object') {
      if (node && node.type !== 'null' && node.type !== 'boolean') openAll(draft, this.#open(value, moment));
      return;
    }
    if (node.rest) openAll(draft, node.rest);
    for (const each of node.properties) {
      remove(draft, each.key);
      draft.properties.push(changedProperty(each, { comma: undefined, apart: { statement: undefined } }));
    }
  }

  /** What is in it may be there. */
  #maybeAll(draft: Draft, value: Expression, whole: Expression, moment: Moment): void {
    const node = this.nodeOf(value, moment);
    if (node?.type === 'object' && !node.rest) for (const each of node.properties) maybe(draft, each, this.#text);
    else if (node && node.type !== 'null' && node.type !== 'boolean') openAll(draft, this.#open(whole, moment));
  }

  #variable(value: Expression, moment: Moment): JsonNode | undefined {
    const place = this.#variables.placeOf(value);
    if (!place) return this.#open(value, moment);
    const { definitions, isOpen } = this.#variables.find(place.variable, moment);
    const [definition, ...others] = definitions;
    if (!definition || others.length > 0 || isOpen) return this.#open(value, moment);
    let node = this.defined(definition);
    for (const key of place.path) {
      const found: Property | undefined =
        node?.type === 'object' ? node.properties.findLast((each) => each.key === key) : undefined;
      if (!found) return this.#open(value, moment);
      node = found.value;
    }
    // A constant counts where it is used: an edit there changes this body alone.
    if (node && 'value' in node) return { ...node, span: spanAt(value.span, moment) };
    return node?.type === 'open' ? this.#open(value, moment, node.as) : node;
  }

  #call(value: CallExpression, moment: Moment): JsonNode | undefined {
    const inner = unwrapped(value);
    if (inner.length === 1 && inner[0]) return this.nodeOf(inner[0], moment);
    if (inner.length > 1) return this.#merged(value, inner, moment);
    const kept = filtered(value);
    if (kept) return withoutEmpty(this.nodeOf(kept, moment), this.#text) ?? this.#open(value, moment);
    const record = recordOf(value);
    if (record) return extensible(this.nodeOf(record, moment)) as JsonNode;
    const returned = returnedBy(value, this.#scopes);
    if (returned) return this.returned(returned) ?? this.#open(value, moment);
    return this.#open(value, moment, kindMade(value));
  }

  /** What a function returns, as it is then. */
  returned({ value, moment }: Evaluated): JsonNode | undefined {
    const until = this.#until;
    this.#until = moment;
    const node = this.nodeOf(value, moment);
    this.#until = until;
    return node;
  }

  /** The value of a parameter, with what the function does to it. */
  passed(node: JsonNode | undefined, variable: string, until: Moment): JsonNode | undefined {
    const { frame } = until;
    const isChanged = this.#variables.changes(frame, variable, 0, frame.events.length).length > 0;
    if (node?.type !== 'object' || !isChanged) return node;
    const moment: Moment = { frame, block: { parent: undefined, runs: 'always' }, at: -1 };
    for (const step of stepsOf(this.#variables, { variable, moment }, until)) this.#apply(node as Draft, step);
    return node;
  }

  /** `Object.assign({}, a, b)`. */
  #merged(value: CallExpression, parts: readonly Expression[], moment: Moment): JsonNode {
    const first = parts[0] as Expression;
    const node = this.nodeOf(first, moment);
    if (node?.type !== 'object') return this.#open(value, moment);
    const draft = node as Draft;
    for (const part of parts.slice(1)) this.#spread(draft, part, moment);
    return draft;
  }

  #apply(root: Draft, step: Step): void {
    const { path, what, isCertain, value, moment, event } = step;
    let owner: Draft = root;
    for (const key of what === 'set' || what === 'default' || what === 'delete' ? path.slice(0, -1) : path) {
      const inner = this.#inner(owner, key, step);
      if (!inner) return;
      owner = inner;
    }
    const key = path.at(-1);
    const open = this.#open(writtenIn(step), moment);
    const known = owner.properties.some((each) => each.key === key);
    if (what === 'merge' && value) this.#mergeStep(owner, value, step);
    else if (what === 'open' || what === 'merge' || key === undefined) openAll(owner, open);
    else if (what !== 'default' || !known) {
      const node = what === 'delete' ? undefined : value && this.nodeOf(value, moment);
      remove(owner, key);
      const set = isCertain ? node : open;
      if (set) {
        if (step.target) this.spans.push(spanAt(event.statement.span, moment));
        setByStep(owner, key, set, step, this.#text);
      }
    }
  }

  /** The object of that name in the owner; where there is none, one is made as PHP does it. */
  #inner(owner: Draft, key: string | undefined, step: Step): Draft | undefined {
    if (key === undefined) {
      openAll(owner, this.#open(writtenIn(step), step.moment));
      return undefined;
    }
    const found = owner.properties.findLast((each) => each.key === key)?.value;
    if (found) return found.type === 'object' ? (found as Draft) : undefined;
    if (owner.rest || !step.target || step.what !== 'set') return undefined;
    return madeIn(owner, key, step.target, step.moment);
  }

  #mergeStep(owner: Draft, value: Expression, { moment, event, isCertain }: Step): void {
    this.spans.push(spanAt(event.statement.span, moment));
    if (isCertain) this.#spread(owner, value, moment);
    else this.#maybeAll(owner, value, value, moment);
  }
}
