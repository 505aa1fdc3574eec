/** Functions that everybody knows: what they make of what they are given. */

import type { CallExpression, Expression, ObjectExpression } from '../ir.ts';
import { methodIn } from './callNames.ts';
import { pathOf } from './events.ts';

/** They return a copy of their argument, or the same value as a text. */
const copying = /^(?:structuredClone|cloneDeep|clone|freeze|copy|deepcopy|dict|asdict|collect|array|toRaw|unref|toJS)$/;
const merging =
  /^(?:(?:Object|_|\$|jQuery|R)\.)?(?:assign|extend|merge|defaultsDeep|array_merge|array_replace|array_replace_recursive|array_merge_recursive|mergeDeep|deepmerge)$/;

/** The values of which a call makes one: several are merged, the last wins. Empty for any other call. */
export function unwrapped({ callee, args, isNew }: CallExpression): readonly Expression[] {
  const path = pathOf(callee);
  const name = path.at(-1) ?? '';
  const values = args.map(({ value }) => value);
  if (isNew || args.some(({ isSpread, name: named }) => isSpread || named !== undefined)) return [];
  if (values.length > 1 && merging.test(path.slice(-2).join('.'))) return values;
  // payload.copy()
  if (
    values.length === 0 &&
    callee.kind === 'member' &&
    /^(?:copy|toJSON|all|toArray|model_dump|to_dict|dict)$/.test(name)
  )
    return [callee.object];
  if (values.length !== 1) return [];
  if (/^JSON\.parse$|^json\.loads$/.test(path.slice(-2).join('.'))) return textOf(values[0]);
  return copying.test(name) ? values : [];
}

/**
 * What a call leaves empty values out of: `array_filter($body)`, `collect($body)->filter()`, `pickBy(body)`,
 * `Object.fromEntries(Object.entries(body).filter(…))`.
 */
export function filtered({ callee, args, isNew }: CallExpression): Expression | undefined {
  const [first, test, mode] = args;
  const name = pathOf(callee).at(-1) ?? '';
  // meeting.model_dump(exclude_none=True)
  if (/^(?:model_dump|dict)$/.test(name) && callee.kind === 'member' && args.length > 0)
    return args.every((each) => /^exclude_(?:none|unset|defaults)$/.test(each.name ?? '')) ? callee.object : undefined;
  if (isNew || !first) return isNew ? undefined : collected(callee, name);
  if (/^(?:array_filter|pickBy|omitBy)$/.test(name)) return !mode && asksValues(test?.value) ? first.value : undefined;
  return name === 'fromEntries' ? entriesIn(first.value) : collected(callee, name, first.value);
}

function collected(callee: Expression, name: string, test?: Expression): Expression | undefined {
  const collection = callee.kind === 'member' && name === 'filter' && asksValues(test) ? callee.object : undefined;
  const isCollected = collection?.kind === 'call' && pathOf(collection.callee).at(-1) === 'collect';
  return isCollected ? collection.args[0]?.value : undefined;
}

/** `Object.entries(value).filter(…)`. */
function entriesIn(value: Expression): Expression | undefined {
  for (let at = value; at.kind === 'call'; at = at.callee.object) {
    if (pathOf(at.callee).slice(-2).join('.') === 'Object.entries') return at.args[0]?.value;
    if (at.callee.kind !== 'member' || at.callee.key !== 'filter' || !asksValues(at.args[0]?.value)) return undefined;
  }
  return undefined;
}

/** Whether a function asks what the values are, and not what their keys are: `([, value]) => value !== undefined`. */
function asksValues(test: Expression | undefined): boolean {
  if (test?.kind !== 'function') return true;
  const [first, second] = test.content.params;
  const [key, ...others] = first?.names ?? (second ? [second.name] : []);
  const isKey = key !== undefined && (others.length > 0 || second !== undefined || /^(?:k|key|name|field)$/i.test(key));
  return (
    !isKey || test.content.body.every((each) => each.kind === 'return' && !(each.value && mentions(each.value, key)))
  );
}

function mentions(value: Expression, name: string): boolean {
  const inner = (each: Expression | string) => typeof each !== 'string' && mentions(each, name);
  switch (value.kind) {
    case 'name':
      return value.name === name;
    case 'member':
      return inner(value.object) || (value.computed !== undefined && inner(value.computed));
    case 'call':
      return inner(value.callee) || value.args.some((each) => inner(each.value));
    case 'choice':
      return value.options.some(inner);
    case 'other':
    case 'text':
      return value.parts.some(inner);
    default:
      return false;
  }
}

/** `JSON.parse(JSON.stringify(value))`. */
function textOf(value: Expression | undefined): readonly Expression[] {
  const inner = value && serialised(value);
  return inner ? [inner] : [];
}

const serialising =
  /^(?:JSON\.stringify|json\.dumps|json_encode|Json\.encode|ujson\.dumps|simplejson\.dumps|orjson\.dumps|jsonify)$/;
const wrapping =
  /^(?:Buffer\.from|bytes|encode|str|Buffer|StringIO|BytesIO|stream_for|streamFor|createStream|utf8_encode|byteLength|from)$/;

/** What is sent as JSON by `JSON.stringify(value)`, `json.dumps(value).encode()`; undefined for any other value. */
export function serialised(value: Expression): Expression | undefined {
  if (value.kind !== 'call') return undefined;
  const path = pathOf(value.callee);
  const name = path.at(-1) ?? '';
  const [first] = value.args;
  if (first && isSerialising(path)) return first.value;
  // json.dumps(payload).encode('utf-8')
  if (value.callee.kind === 'member' && /^(?:encode|toString|strip)$/.test(name))
    return serialised(value.callee.object);
  return first && wrapping.test(name) ? serialised(first.value) : undefined;
}

function isSerialising(path: readonly string[]): boolean {
  return (
    serialising.test(path.slice(-2).join('.')) ||
    /(?:json_encode|dumps|stringify|to_?json|jsonBody|json_body)$/i.test(path.at(-1) ?? '')
  );
}

/** `curl_setopt`, `$curl->setOpt`, `c.setopt`. */
export function isCurl({ callee }: CallExpression): boolean {
  return /^(?:curl_?)?set_?opt(?:s|ions|_array)?$|^curl_(?:init|exec)$/i.test(pathOf(callee).at(-1) ?? '');
}

export function isContext(value: Expression | undefined): value is CallExpression {
  return value?.kind === 'call' && pathOf(value.callee).at(-1) === 'stream_context_create';
}

/** `{ … }`, `Object.assign({}, …)`. */
export function hasEntries(value: Expression | undefined): value is ObjectExpression | CallExpression {
  return value?.kind === 'object' || partsOf(value).length > 0;
}

/** Of which objects one is put together: `{ ...base }`, `Object.assign(a, b)`. What a field is, other methods decide. */
export function partsOf(value: Expression | undefined): readonly Expression[] {
  const spreads = value?.kind === 'object' ? value.entries.filter(({ kind }) => kind === 'spread') : [];
  const parts = value?.kind === 'call' ? unwrapped(value) : spreads.map((each) => each.value);
  return parts.filter(({ kind }) => kind !== 'member');
}

/** Of a text: what is returned begins or ends as it does. `'/meetings/:id'.replace(':id', id)`. */
export function keepsText(method: string): boolean {
  return /^(?:replace|replaceAll|toString|trim|strip|rstrip|trimEnd|concat)$/.test(method);
}

export function isJoining(name: string): boolean {
  return /^(?:join|urljoin|resolve)$/.test(name);
}

/** What it returns is what was answered: `client.request('/users/me/meetings')`. */
export function isAnswered(name: string): boolean {
  if (/ur[il]|path|endpoint|route/i.test(name)) return false;
  return methodIn([name]) !== undefined || /request|fetch|send|axios|call|query|invoke|execute/i.test(name);
}
