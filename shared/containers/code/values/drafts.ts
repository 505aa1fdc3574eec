/** Objects while they are put together. */
import type { Span } from '../../../finding.ts';
import type { JsonNode, ObjectNode, OpenNode, Property } from '../../../json/parse.ts';
import { movedSpan } from '../../../json/spans.ts';
import { changedProperty } from '../../../json/tree.ts';
import type { EntryPlace, Expression, MemberExpression, ObjectExpression } from '../ir.ts';
import { type Moment, spanAt } from './scopes.ts';
import type { Step } from './steps.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** An object while it is put together. */
export interface Draft extends Mutable<Omit<ObjectNode, 'properties'>> {
  readonly properties: Property[];
}

/** Of a literal, without its properties. How it is written is seldom asked. */
export function draftOf(text: string, value: ObjectExpression, by: number, literal: readonly EntryPlace[]): Draft {
  const { span, begin } = value;
  let form: Draft['form'];
  return {
    type: 'object',
    span: movedSpan(span, by),
    begin: begin + by,
    get form() {
      form ??= value.form(text, by);
      return form;
    },
    literal,
    closed: true,
    properties: [],
  };
}

/** What is certain of a value. */
function kindOf(value: Expression): OpenNode['as'] {
  if (value.kind === 'text') return 'string';
  if (value.kind !== 'literal') return undefined;
  return typeof value.value === 'boolean' ? 'boolean' : typeof value.value === 'string' ? 'string' : undefined;
}

/** `as`: what is known of it, where its own text does not say it. */
export function openNode(text: string, value: Expression, moment: Moment, as?: OpenNode['as']): OpenNode {
  const kinds = value.kind === 'choice' ? value.options.map(kindOf) : [];
  const [kind] = new Set(kinds).size === 1 ? kinds : [];
  const span = spanAt(value.span, moment);
  return { type: 'open', as: as ?? kind, text: shortly(text, span), span };
}

export function remove(draft: Draft, key: string): void {
  for (let at = draft.properties.length - 1; at >= 0; at--)
    if (draft.properties[at]?.key === key) draft.properties.splice(at, 1);
}

/** Any key may be there, and what is there may have another value. */
export function openAll(draft: Draft, rest: OpenNode): void {
  draft.rest = rest;
  for (const [at, each] of draft.properties.entries()) {
    const span = each.value?.span ?? each.keySpan;
    draft.properties[at] = changedProperty(each, { value: { ...rest, as: undefined, span } });
  }
}

function keySpanIn(target: Expression, key: string): Span {
  for (let at = target; at.kind === 'member'; at = at.object) if (at.key === key) return at.keySpan;
  return target.span;
}

/** The property may be there, with this value. */
export function maybe(draft: Draft, { key, keySpan, span, value }: Property, text: string): void {
  const at = value?.span ?? span;
  const open: OpenNode = {
    type: 'open',
    as: value?.type === 'boolean' || value?.type === 'string' ? value.type : undefined,
    text: shortly(text, at),
    span: at,
  };
  remove(draft, key);
  draft.properties.push({ key, keySpan, span, value: open, comma: undefined, apart: { statement: undefined } });
}

/** The beginning of what is written there; never empty. */
function shortly(text: string, { start, end }: Span): string {
  return (
    text
      .slice(start, Math.min(end, start + 80))
      .split('\n')[0]
      ?.trim() || '…'
  );
}

/** An object that an assignment into it makes, as PHP does it: it has no brackets to write into. */
export function madeIn(owner: Draft, key: string, target: MemberExpression, moment: Moment): Draft {
  const form = owner.form && { form: owner.form };
  const span = spanAt(target.span, moment);
  const made: Draft = { type: 'object', span, begin: span.end, closed: true, literal: [], properties: [], ...form };
  const keySpan = spanAt(keySpanIn(target, key), moment);
  const apart = { statement: undefined };
  owner.properties.push({ key, keySpan, span: keySpan, value: made, comma: undefined, apart });
  return made;
}

export function setByStep(owner: Draft, key: string, node: JsonNode, step: Step, text: string): void {
  const { target, event, isCertain, value, moment } = step;
  const statement = spanAt(event.statement.span, moment);
  const named = target?.keySpan ?? step.keySpan;
  const keySpan = named ? spanAt(named, moment) : node.span;
  const end = value ? spanAt(value.span, moment).end : statement.end;
  const span = { start: target ? spanAt(target.span, moment).start : keySpan.start, end: Math.max(end, keySpan.end) };
  const isWhole = isCertain && target !== undefined && event.statement.kind === 'assign' && !event.statement.isShared;
  const apart = { statement: isWhole ? statement : undefined };
  owner.properties.push({ key, keySpan, span, value: node, comma: undefined, apart });
  if (!isWhole || !value) return;
  owner.step = {
    statement,
    before: text.slice(statement.start, keySpan.start),
    quote: /^['"`]/.exec(text.slice(keySpan.start, keySpan.start + 1))?.[0] ?? '',
    between: text.slice(keySpan.end, spanAt(value.span, moment).start),
    behind: text.slice(end, statement.end),
  };
}
