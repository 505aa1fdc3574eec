/** Checks a value against a JSON schema: the keywords that docs/schemas uses. `null` counts as not given, as Zoom takes it. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** A schema of draft 7; `false` allows nothing. */
export type Schema = boolean | SchemaObject;

interface SchemaObject {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
}

/** In the form of Zoom's `errors`. */
export interface Fault {
  /** `settings.audio`, `tracking_fields[0].field` */
  readonly field: string;
  readonly message: string;
}

/** The deepest value that is looked at: below it, nothing is a field of Zoom's. */
const deepest = 20;

export function faultsIn(schema: Schema, value: unknown, field = '', depth = 0): readonly Fault[] {
  if (depth > deepest || schema === true) return [];
  if (schema === false) return [{ field, message: 'Invalid field.' }];
  const own = faultOf(schema, value);
  if (own) return [{ field, message: own }];
  const inside = (part: Schema, each: unknown, name: string) => faultsIn(part, each, name, depth + 1);
  const conditional = schema.if && faultsIn(schema.if, value).length === 0 ? schema.then : undefined;
  return [
    ...(isObject(value) ? faultsOfMembers(schema, value, field, inside) : []),
    ...(Array.isArray(value) && schema.items !== undefined
      ? value.flatMap((each, index) => inside(schema.items ?? true, each, `${field}[${index}]`))
      : []),
    ...(schema.allOf ?? []).flatMap((part) => faultsIn(part, value, field, depth + 1)),
    ...(conditional === undefined ? [] : faultsIn(conditional, value, field, depth + 1)),
  ];
}

type Inside = (schema: Schema, value: unknown, field: string) => readonly Fault[];

function faultsOfMembers(
  { properties = {}, required = [], dependencies = {} }: SchemaObject,
  value: JsonObject,
  field: string,
  inside: Inside,
): readonly Fault[] {
  const nameOf = (key: string) => (field === '' ? key : `${field}.${key}`);
  const needed = Object.entries(dependencies).flatMap(([key, others]) => (isGiven(value, key) ? others : []));
  const missing = [...required, ...needed].filter((key) => !isGiven(value, key));
  return [
    ...missing.map((key) => ({ field: nameOf(key), message: 'This field is required.' })),
    ...Object.keys(value).flatMap((key) => {
      const part = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return part !== undefined && isGiven(value, key) ? inside(part, value[key], nameOf(key)) : [];
    }),
  ];
}

function isGiven(value: JsonObject, key: string): boolean {
  return Object.hasOwn(value, key) && value[key] !== null;
}

/** Those of the schemas; a test checks that there is no other. */
export const patterns = [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, /^\s*[1-7](\s*,\s*[1-7])*\s*$/];

function faultOf(schema: SchemaObject, value: unknown): string | undefined {
  const { type, pattern, maxLength, minimum, maximum, minItems, maxItems } = schema;
  if (type !== undefined && !isOf(type, value)) return `The value must be of type ${type}.`;
  if (schema.enum && !schema.enum.includes(value)) return `The value must be one of ${schema.enum.join(', ')}.`;
  if (schema.const !== undefined && schema.const !== value) return `The value must be ${schema.const}.`;
  if (typeof value === 'string') {
    if (maxLength !== undefined && value.length > maxLength)
      return `The value must have at most ${maxLength} characters.`;
    if (patterns.some((each) => each.source === pattern && !each.test(value))) return 'Invalid field.';
  }
  if (typeof value === 'number') {
    if (minimum !== undefined && value < minimum) return `The value must be at least ${minimum}.`;
    if (maximum !== undefined && value > maximum) return `The value must be at most ${maximum}.`;
  }
  if (Array.isArray(value)) {
    if (minItems !== undefined && value.length < minItems) return `At least ${minItems} items are required.`;
    if (maxItems !== undefined && value.length > maxItems) return `At most ${maxItems} items are allowed.`;
  }
  return undefined;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of the value that the schema names. */
export function knownMembers({ properties = {} }: Pick<SchemaObject, 'properties'>, value: JsonObject): JsonObject {
  const known = Object.entries(value).filter(([key, each]) => Object.hasOwn(properties, key) && each !== null);
  return Object.fromEntries(known);
}

/** What the properties of the schema are where they are not given. */
export function defaultsOf({ properties = {} }: Pick<SchemaObject, 'properties'>): JsonObject {
  const defaults = Object.entries(properties).flatMap(([key, part]) =>
    typeof part === 'object' && part.default !== undefined ? [[key, part.default]] : [],
  );
  return Object.fromEntries(defaults);
}
