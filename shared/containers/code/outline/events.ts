/** What happens in a function, in the order of the text, and which variables it concerns. */
import type {
  AssignStatement,
  BlockStatement,
  CallExpression,
  Expression,
  ObjectExpression,
  Statement,
} from '../ir.ts';

/** Statements that run together. */
export interface Block {
  readonly parent: Block | undefined;
  readonly runs: BlockStatement['runs'];
}

/** A statement without statements in it. */
export interface Event {
  readonly statement: Exclude<Statement, { readonly kind: 'function' | 'block' }>;
  readonly block: Block;
}

/** What a value is an argument, a member or the new value of, from the outside in. */
export type Around = CallExpression | ObjectExpression | AssignStatement | string;

/** Something to look at, and when it is evaluated: at which event of the function. */
export interface Seen<T> {
  readonly value: T;
  readonly block: Block;
  readonly at: number;
  /** What it is in, the innermost last: keys are strings. */
  readonly around: readonly Around[];
}

/** Whether a block is this one or around it. */
export function isAround(outer: Block, inner: Block): boolean {
  for (let each: Block | undefined = inner; each; each = each.parent) if (each === outer) return true;
  return false;
}

/** Whether what happens in `inner` always happens once where `outer` does, which is around it. */
export function runsWith(inner: Block, outer: Block): boolean {
  for (let each: Block | undefined = inner; each && each !== outer; each = each.parent)
    if (each.runs !== 'always') return false;
  return true;
}

/** The names that lead to a value: `axios.post` → ["axios", "post"]; a call or anything else in it is "". */
export function pathOf(value: Expression): readonly string[] {
  const path: string[] = [];
  let at: Expression = value;
  while (at.kind === 'member' || at.kind === 'call') {
    if (at.kind === 'member') path.push(at.key ?? '');
    at = at.kind === 'member' ? at.object : at.callee;
  }
  path.push(at.kind === 'name' ? at.name : '');
  return path.reverse();
}

/** Where a value is: `payload["settings"]["waiting_room"]`. A key that is computed is undefined. */
export interface Place {
  readonly variable: string;
  readonly path: readonly (string | undefined)[];
}

/** Undefined for what does not begin with a variable. `this.body` is a variable itself. */
export function placeOf(value: Expression): Place | undefined {
  const { base, path } = membersOf(value);
  if (base.kind !== 'name') return undefined;
  const isSelf = base.name === 'this' || base.name === 'self';
  const [field] = path;
  if (isSelf && field !== undefined) return { variable: `this.${field}`, path: path.slice(1) };
  return { variable: base.name, path };
}

/** What is assigned to in what a method returns: `payload.setdefault("settings", {})["waiting_room"] =`. */
export function placeInCall(
  target: Expression,
): { readonly call: CallExpression; readonly path: Place['path'] } | undefined {
  const { base, path } = membersOf(target);
  return base.kind === 'call' ? { call: base, path } : undefined;
}

/** `a.b["c"]`: a, and the keys b and c. */
function membersOf(value: Expression): { readonly base: Expression; readonly path: Place['path'] } {
  const path: (string | undefined)[] = [];
  let base = value;
  while (base.kind === 'member') {
    path.push(base.key);
    base = base.object;
  }
  return { base, path: path.reverse() };
}

/** By the name of the variable, in order. */
export interface Mentions {
  /** Events that assign the whole variable. */
  readonly wholes: ReadonlyMap<string, readonly number[]>;
  /** Events that may change what is in it. */
  readonly parts: ReadonlyMap<string, readonly number[]>;
}

export function mentionsIn(events: readonly Event[]): Mentions {
  const wholes = new Map<string, number[]>();
  const parts = new Map<string, number[]>();
  for (const [at, event] of events.entries()) {
    for (const name of assignedBy(event)) pushTo(wholes, name, at);
    for (const name of changedBy(event)) pushTo(parts, name, at);
  }
  return { wholes, parts };
}

export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function assignedBy({ statement }: Event): readonly string[] {
  if (statement.kind !== 'assign') return [];
  if (statement.target.kind === 'other')
    return statement.target.parts.flatMap((part) => (part.kind === 'name' ? [part.name] : []));
  const place = placeOf(statement.target);
  return place && place.path.length === 0 ? [place.variable] : [];
}

/** Also the variables that another one becomes a second name of. */
function changedBy({ statement }: Event): Iterable<string> {
  const found = new Set<string>();
  const add = (value: Expression | undefined) => {
    const place = value && placeOf(value);
    if (place) found.add(place.variable);
  };
  const addCall = ({ callee, args }: CallExpression) => {
    if (callee.kind === 'member') add(callee.object);
    for (const argument of args) add(argument.value);
  };
  if (statement.kind === 'assign' && statement.target.kind === 'member') {
    add(statement.target);
    const inCall = placeInCall(statement.target);
    if (inCall) addCall(inCall.call);
  }
  const { value } = statement;
  if (statement.kind === 'assign' && value?.kind !== 'call') add(value);
  if (value?.kind === 'call') addCall(value);
  return found;
}
