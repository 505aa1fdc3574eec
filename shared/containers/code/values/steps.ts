/** How the content of a variable changes between where it is defined and where it is used. */
import type { Span } from '../../../finding.ts';
import type { AssignStatement, CallExpression, Expression, MemberExpression } from '../ir.ts';
import { type Event, isAround, type Place, pathOf, placeInCall, placeOf, runsWith } from '../outline/events.ts';
import type { Frame, Moment } from './scopes.ts';
import type { Definition, Variables } from './variables.ts';

/**
 * set: a value is assigned. merge: those of an object. default: a value, unless there is one. delete: it is gone. open: it may
 * be anything afterwards, and so may what is in it.
 */
export interface Step {
  readonly what: 'set' | 'merge' | 'default' | 'delete' | 'open';
  readonly path: readonly (string | undefined)[];
  readonly value: Expression | undefined;
  /** False where it may not happen. */
  readonly isCertain: boolean;
  readonly moment: Moment;
  /** What is assigned to; undefined for a call. */
  readonly target: MemberExpression | undefined;
  /** Of a call, where it names the key. */
  readonly keySpan?: Span | undefined;
  readonly event: Event;
}

/** What a step is shown as where nothing more is known of it. */
export function writtenIn({ value, event: { statement } }: Step): Expression {
  return value ?? statement.value ?? (statement as AssignStatement).target;
}

/** After more of them nothing is known of a body: nobody writes so many. */
const mostSteps = 400;

/** In their order. */
export function stepsOf(
  variables: Variables,
  definition: Pick<Definition, 'variable' | 'moment'>,
  until: Moment,
): readonly Step[] {
  const { variable, moment } = definition;
  const isSame = moment.frame === until.frame;
  const own = isSame ? until.at : limitOf(moment.frame, until);
  const here = eventsOf(variables, moment.frame, variable, moment.at + 1, own).map(({ event, at }) => {
    const isCertain = runsWith(event.block, moment.block) || (isSame && isAround(event.block, until.block));
    return { event, isCertain, moment: { frame: moment.frame, block: event.block, at } };
  });
  const there = isSame
    ? []
    : eventsOf(variables, until.frame, variable, 0, until.at).map(({ event, at }) => {
        const isCertain = isAround(event.block, until.block) || runsWith(event.block, until.block);
        return { event, isCertain, moment: { frame: until.frame, block: event.block, at } };
      });
  const elsewhere = variables
    .changers(variable, moment.frame)
    .filter((frame) => frame !== until.frame)
    .flatMap((frame) =>
      eventsOf(variables, frame, variable, 0, frame.events.length).map(({ event, at }) => {
        return { event, isCertain: false, moment: { frame, block: event.block, at } };
      }),
    );
  const all = [...here, ...elsewhere, ...there];
  const last = all.at(-1);
  if (last && all.length > mostSteps) return [{ ...last, what: 'open', path: [], value: undefined, target: undefined }];
  return all.flatMap((each) => stepsBy(variables, variable, each, until));
}

/** What is known to have happened in an outer function when an inner one runs. */
function limitOf(outer: Frame, { frame }: Moment): number {
  for (let each: Frame | undefined = frame; each?.parent; each = each.parent.frame)
    if (each.parent.frame === outer && !each.isHoisted && outer.parent) return each.parent.at;
  return outer.events.length;
}

function eventsOf(variables: Variables, frame: Frame, variable: string, from: number, to: number) {
  return variables.changes(frame, variable, from, to).map((at) => ({ at, event: frame.events[at] as Event }));
}

type Happening = Pick<Step, 'event' | 'isCertain' | 'moment'>;

function stepsBy(variables: Variables, variable: string, happening: Happening, until: Moment): readonly Step[] {
  const { statement } = happening.event;
  const { value } = statement;
  const found: Step[] = [];
  if (statement.kind === 'assign') {
    const { target, isUpdate, isDeleted } = statement;
    const place = placeOf(target);
    if (target.kind === 'member' && place?.variable === variable) {
      const what = isDeleted ? 'delete' : isUpdate ? 'open' : 'set';
      found.push({ ...happening, what, path: place.path, value, target });
    }
    if (target.kind === 'member') for (const each of stepsInCall(variable, target, happening)) found.push(each);
    const source = value && placeOf(value);
    if (source?.variable === variable && target.kind === 'name')
      for (const each of stepsOfAlias(variables, source, target.name, happening, until)) found.push(each);
  }
  if (value?.kind === 'call' && !isOwnMethod(variables, value, happening.moment, variable))
    for (const each of stepsOfCall(variable, value, happening)) found.push(each);
  return found;
}

/** `payload.setdefault("settings", {})["waiting_room"] = False`; what any other method returns may be in the variable, too. */
function stepsInCall(variable: string, target: MemberExpression, happening: Happening): readonly Step[] {
  const inCall = placeInCall(target);
  if (!inCall) return [];
  const { callee, args } = inCall.call;
  const owner = callee.kind === 'member' ? placeOf(callee.object) : undefined;
  if (callee.kind !== 'member' || owner?.variable !== variable) return [];
  const base = { ...happening, target: undefined, value: undefined };
  if (callee.key !== 'setdefault') return [{ ...base, what: 'open', path: owner.path }];
  const made = stepsOfMethod('setdefault', owner, args, base);
  const path = [...(made[0]?.path ?? owner.path), ...inCall.path];
  return [...made, { ...happening, what: 'set', path, value: happening.event.statement.value, target }];
}

/** What is done to an object by a second name leaves it open. */
function stepsOfAlias(
  variables: Variables,
  source: Place,
  alias: string,
  happening: Happening,
  until: Moment,
): readonly Step[] {
  const { frame, at } = happening.moment;
  const to = until.frame === frame ? until.at : frame.events.length;
  return eventsOf(variables, frame, alias, at + 1, to).flatMap(({ event }) => {
    const place = event.statement.kind === 'assign' ? placeOf(event.statement.target) : undefined;
    const call = event.statement.value?.kind === 'call' ? stepsOfCall(alias, event.statement.value, happening) : [];
    const paths = [
      ...(place?.variable === alias && place.path.length > 0 ? [place.path] : []),
      ...call.map(({ path }) => path),
    ];
    return paths.map(
      (path): Step => ({
        ...happening,
        what: 'open',
        path: [...source.path, ...path],
        value: undefined,
        target: undefined,
      }),
    );
  });
}

/** `body.update(defaults)` of an object that the file makes changes the body, and not the other one. */
function isOwnMethod(variables: Variables, { callee }: CallExpression, moment: Moment, given: string): boolean {
  const owner = callee.kind === 'member' ? placeOf(callee.object) : undefined;
  if (callee.kind !== 'member' || !owner || owner.variable === given || !ownMethods.has(callee.key ?? '')) return false;
  return variables.find(owner.variable, moment).definitions.some(({ value }) => value?.kind === 'object');
}

/** Functions whose names say that they change what they are given. */
const changing =
  /^(?:set|add|apply|merge|enrich|override|mutate|update|fill|configure|secure|harden|normali[sz]e|assign|extend|default|defaultsDeep|unset)/i;

function stepsOfCall(variable: string, { callee, args }: CallExpression, happening: Happening): readonly Step[] {
  const path = pathOf(callee);
  const method = path.at(-1) ?? '';
  const base = { ...happening, target: undefined, value: undefined };
  const owner = callee.kind === 'member' ? placeOf(callee.object) : undefined;
  if (owner?.variable === variable && ownMethods.has(method)) return stepsOfMethod(method, owner, args, base);
  const [first, ...others] = args;
  const place = first && placeOf(first.value);
  const isMerge = /^(?:Object\.assign|_\.(?:assign|extend|merge)|(?:assign|extend|merge))$/.test(
    path.slice(-2).join('.'),
  );
  if (isMerge && place?.variable === variable)
    return others.map(({ value }): Step => ({ ...base, what: 'merge', path: place.path, value }));
  if (isMerge || !changing.test(method)) return [];
  return args.flatMap((argument) => {
    const given = placeOf(argument.value);
    return given?.variable === variable ? [{ ...base, what: 'open' as const, path: given.path }] : [];
  });
}

const ownMethods = new Set([
  'update',
  'setdefault',
  'pop',
  'popitem',
  'clear',
  'push',
  'append',
  'extend',
  'set',
  '__setitem__',
]);

function stepsOfMethod(
  method: string,
  { path }: Place,
  args: CallExpression['args'],
  base: Omit<Step, 'what' | 'path'>,
): readonly Step[] {
  const [key, value] = args;
  const name = key?.value.kind === 'literal' && typeof key.value.value === 'string' ? key.value.value : undefined;
  if (method === 'update')
    return args.map(
      (each): Step =>
        each.name === undefined
          ? { ...base, what: 'merge', path, value: each.value }
          : { ...base, what: 'set', path: [...path, each.name], value: each.value, keySpan: each.nameSpan },
    );
  const keySpan = key?.value.span;
  if (method === 'setdefault')
    return [{ ...base, what: 'default', path: [...path, name], value: value?.value, keySpan }];
  if (method === 'pop') return [{ ...base, what: 'delete', path: [...path, name] }];
  return [{ ...base, what: 'open', path }];
}
