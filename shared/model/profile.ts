import type { Span } from '../finding.ts';
import { property, propertyAt } from '../json/lookup.ts';
import type { JsonDocument, JsonNode } from '../json/parse.ts';
import { isPointer } from '../json/pointer.ts';
import { type Text, text } from '../text.ts';
import { readDate } from './day.ts';
import type { IgnoreEntry } from './ignore.ts';
import type { PasscodeRequirement } from './passcode.ts';
import { type Account, canTurnRequirementOff, plans } from './plan.ts';
import type { ProfileKey } from './profileKeys.ts';
import { type Lock, type Operation, type Setting, settings } from './security.ts';

/** One of the account's ways to sign in, as Zoom's settings name it. */
export interface AuthenticationOption {
  readonly id: string;
  readonly name: string | undefined;
  readonly default: boolean;
}

/** Files that are requests although their names do not say so. Globs and paths are relative to the profile. */
export interface RequestFiles {
  readonly files: string;
  readonly operation: Operation;
  /** The state file of an update. */
  readonly meeting: string | undefined;
}

/** Something in the profile that is not of the type it must have; that part counts as left out. */
export interface ProfileProblem {
  readonly message: Text;
  readonly span: Span;
  /** A warning where no prediction rests on that part. */
  readonly severity: 'error' | 'warning';
}

export interface Profile {
  readonly document: JsonDocument;
  readonly account: Account;
  /** Undefined where the profile does not say. */
  readonly requirementEnabled: boolean | undefined;
  /** Per setting the locks it may have: one where the profile settles it, up to three where it leaves it open. */
  readonly locks: Readonly<Record<Setting, readonly Lock[]>>;
  readonly passcodeRequirement: PasscodeRequirement;
  /** Undefined where the profile lists none: then any option may exist. */
  readonly options: readonly AuthenticationOption[] | undefined;
  readonly requests: readonly RequestFiles[];
  readonly ignore: readonly IgnoreEntry[];
  /** `2026-11-24`, with or without a time behind it. */
  readonly capturedAt: string | undefined;
  readonly problems: readonly ProfileProblem[];
}

/** Never fails. A broken text is read as a profile that leaves everything out; its `document` says what is wrong. */
export function readProfile(document: JsonDocument): Profile {
  const whole = document.errors.length === 0;
  const reader = new Reader(whole ? document.root : undefined);
  const root = reader.root();
  const account = reader.object(root, 'account');
  const requirement = reader.object(root, 'requireSecurityOption');
  reader.boolean(requirement, 'locked');
  return {
    document,
    account: { plan: reader.oneOf(account, 'plan', plans), licenses: reader.count(account, 'licenses') },
    requirementEnabled: reader.boolean(requirement, 'enabled'),
    locks: Object.fromEntries(settings.map((each) => [each, readLock(reader, root, each)])) as Profile['locks'],
    passcodeRequirement: readRequirement(reader, reader.object(root, 'passcode')),
    options: readOptions(reader, reader.object(root, 'authentication')),
    requests: readRequests(reader, root),
    ignore: readIgnore(reader, root),
    capturedAt: reader.date(root, 'capturedAt'),
    problems: whole ? reader.problems : [],
  };
}

/** The requirement is on unless the profile turns it off, and an account that cannot turn it off has it on. */
export function isRequired(profile: Profile): boolean {
  return profile.requirementEnabled !== false || canTurnRequirementOff(profile.account) === false;
}

/** The id of the option marked as default; undefined where none is, or several are. */
export function defaultOption(profile: Profile): string | undefined {
  const marked = profile.options?.filter((option) => option.default) ?? [];
  return marked.length === 1 ? marked[0]?.id : undefined;
}

/** The place of the property at the path, or of the first character where there is none. */
export function profileSpan({ document }: Profile, ...path: string[]): Span {
  const found = propertyAt(document.root, path);
  return found?.value && path.length > 1 ? found.value.span : (found?.keySpan ?? { start: 0, end: 1 });
}

/** `enabled` alone leaves open whether it is locked, `locked` alone to which value. */
function readLock(reader: Reader, root: JsonNode | undefined, setting: Setting): readonly Lock[] {
  const node = reader.object(root, setting);
  const enabled = reader.boolean(node, 'enabled');
  const locked = reader.boolean(node, 'locked');
  const lockedTo: readonly Lock[] =
    enabled === undefined ? ['enabled-locked', 'disabled-locked'] : [enabled ? 'enabled-locked' : 'disabled-locked'];
  if (locked === undefined) return [...lockedTo, 'unlocked'];
  return locked ? lockedTo : ['unlocked'];
}

const switches = [
  'have_letter',
  'have_number',
  'have_special_character',
  'have_upper_and_lower_characters',
  'only_allow_numeric',
  'weak_enhance_detection',
] as const;

function readRequirement(reader: Reader, passcode: JsonNode | undefined): PasscodeRequirement {
  const node = reader.object(passcode, 'requirement');
  const read: [string, unknown][] = [
    ...switches.map((key): [string, unknown] => [key, reader.boolean(node, key)]),
    ['length', reader.count(node, 'length')],
    ['consecutive_characters_length', reader.count(node, 'consecutive_characters_length')],
  ];
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readOptions(
  reader: Reader,
  authentication: JsonNode | undefined,
): readonly AuthenticationOption[] | undefined {
  return reader.array(authentication, 'options')?.flatMap((node) => {
    const option = reader.itemObject(node, text`An authentication option must be an object in braces.`);
    const id = reader.text(option, 'id');
    const name = reader.text(option, 'name');
    const isDefault = reader.boolean(option, 'default') ?? false;
    return id === undefined ? [] : [{ id, name, default: isDefault }];
  });
}

function readRequests(reader: Reader, root: JsonNode | undefined): readonly RequestFiles[] {
  const entries = reader.array(root, 'requests') ?? [];
  return entries.flatMap((node) => {
    const entry = reader.itemObject(node, text`An entry of "requests" must be an object in braces.`);
    const files = reader.text(entry, 'files');
    const operation = reader.oneOf(entry, 'operation', ['create', 'update'] as const);
    const meeting = reader.text(entry, 'meeting');
    return files !== undefined && operation !== undefined ? [{ files, operation, meeting }] : [];
  });
}

/** An entry of which a part is wrong is passed over as a whole: with that part left out, it would ignore more than is meant. */
function readIgnore(reader: Reader, root: JsonNode | undefined): readonly IgnoreEntry[] {
  const entries = reader.array(root, 'ignore') ?? [];
  return entries.flatMap((node, index) => {
    const before = reader.problems.length;
    const entry = reader.itemObject(node, text`An entry of "ignore" must be an object in braces.`);
    const code = reader.text(entry, 'code');
    const files = reader.text(entry, 'files');
    const pointer = reader.pointer(entry, 'pointer');
    reader.text(entry, 'reason');
    const usable = code !== undefined && reader.problems.length === before;
    return usable ? [{ index, code, files, pointer }] : [];
  });
}

/** Reads typed values; what has another type is noted as a problem and read as left out. `null` is left out. */
class Reader {
  readonly problems: ProfileProblem[] = [];
  readonly #document: JsonNode | undefined;

  constructor(document: JsonNode | undefined) {
    this.#document = document;
  }

  root(): JsonNode | undefined {
    return this.itemObject(this.#document, text`A lock profile must be an object in braces.`);
  }

  object(node: JsonNode | undefined, key: ProfileKey): JsonNode | undefined {
    return this.#typed(node, key, 'object', text`"${key}" must be an object in braces.`);
  }

  array(node: JsonNode | undefined, key: ProfileKey): readonly JsonNode[] | undefined {
    const value = this.#typed(node, key, 'array', text`"${key}" must be a list in brackets.`);
    return value?.type === 'array' ? value.items : undefined;
  }

  boolean(node: JsonNode | undefined, key: ProfileKey): boolean | undefined {
    return literal(this.#typed(node, key, 'boolean', text`"${key}" must be true or false.`)) as boolean | undefined;
  }

  text(node: JsonNode | undefined, key: ProfileKey): string | undefined {
    return literal(this.#typed(node, key, 'string', text`"${key}" must be a string in double quotes.`)) as
      | string
      | undefined;
  }

  pointer(node: JsonNode | undefined, key: ProfileKey): string | undefined {
    const pointer = this.text(node, key);
    if (pointer === undefined || isPointer(pointer)) return pointer;
    this.#complain(property(node, key)?.value, text`"${key}" must be a JSON pointer such as "/settings/waiting_room".`);
    return undefined;
  }

  date(node: JsonNode | undefined, key: ProfileKey): string | undefined {
    const value = property(node, key)?.value;
    const date = literal(value);
    if (date === undefined ? !value : date === null) return undefined;
    if (typeof date === 'string' && readDate(date) !== undefined) return date;
    this.#complain(value, text`"${key}" must be a date such as "2026-11-24".`, 'warning');
    return undefined;
  }

  count(node: JsonNode | undefined, key: ProfileKey): number | undefined {
    const value = this.#typed(node, key, 'number', text`"${key}" must be a number.`);
    const number = literal(value) as number | undefined;
    if (number === undefined || (Number.isInteger(number) && number >= 0)) return number;
    this.#complain(value, text`"${key}" must be a whole number that is not negative.`);
    return undefined;
  }

  oneOf<T extends string>(node: JsonNode | undefined, key: ProfileKey, words: readonly T[]): T | undefined {
    const given = this.text(node, key);
    const found = words.find((word) => word === given);
    if (given !== undefined && found === undefined) {
      this.#complain(property(node, key)?.value, text`"${key}" must be one of: ${words.join(', ')}.`);
    }
    return found;
  }

  itemObject(node: JsonNode | undefined, message: Text): JsonNode | undefined {
    if (!node || node.type === 'object') return node;
    this.#complain(node, message);
    return undefined;
  }

  #typed(node: JsonNode | undefined, key: ProfileKey, type: JsonNode['type'], message: Text): JsonNode | undefined {
    const value = property(node, key)?.value;
    if (!value || value.type === 'null' || value.type === type) return value?.type === type ? value : undefined;
    this.#complain(value, message);
    return undefined;
  }

  #complain(node: JsonNode | undefined, message: Text, severity: ProfileProblem['severity'] = 'error'): void {
    // A part that is read in two places is wrong once.
    if (!node || this.problems.some(({ span }) => span === node.span)) return;
    this.problems.push({ message, span: node.span, severity });
  }
}

function literal(node: JsonNode | undefined): unknown {
  return node && 'value' in node ? node.value : undefined;
}
