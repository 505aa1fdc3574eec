import { type ContainerKind, containerKinds } from '../fileKind.ts';
import type { Span } from '../finding.ts';
import { propertyAt } from '../json/lookup.ts';
import type { JsonDocument, JsonNode } from '../json/parse.ts';
import { isPointer } from '../json/pointer.ts';
import { text } from '../text.ts';
import type { IgnoreEntry } from './ignore.ts';
import type { PasscodeRequirement } from './passcode.ts';
import { type Account, alwaysHasPasscodes, canTurnRequirementOff, plans } from './plan.ts';
import { type ProfileProblem, Reader } from './reader.ts';
import {
  locks as allLocks,
  type Lock,
  type Operation,
  type RuleSet,
  ruleSets,
  type Setting,
  settings,
} from './security.ts';
import { type Severities, severityLevels } from './severities.ts';

/** One of the account's ways to sign in, as Zoom's settings name it. */
export interface AuthenticationOption {
  readonly id: string;
  readonly name: string | undefined;
  readonly default: boolean;
}

/** Lists files that are requests although their names do not say so. Globs and paths are relative to the profile. */
export interface RequestFiles {
  readonly files: string;
  readonly operation: Operation;
  /** The meeting file of an update. */
  readonly meeting: string | undefined;
  /** The update is for one occurrence of a meeting. */
  readonly occurrence: boolean;
  /** Where the bodies are in a file that contains several: a JSON pointer with `*`. Undefined: the file is the body. */
  readonly at: string | undefined;
}

/** A setting of the account, as far as the profile says. */
export interface AccountSetting {
  /** The locks it may have: one where the profile says which, up to three where it does not. */
  readonly locks: readonly Lock[];
  readonly enabled: boolean | undefined;
}

/** The profile says nothing about it. */
export function isUnsaid({ locks }: Pick<AccountSetting, 'locks'>): boolean {
  return locks.length === allLocks.length;
}

export interface Profile {
  readonly document: JsonDocument;
  /** Undefined where the profile does not name one: either may apply. */
  readonly rules: RuleSet | undefined;
  readonly account: Account;
  /** Undefined where the profile does not say. */
  readonly requirementEnabled: boolean | undefined;
  readonly settings: Readonly<Record<Setting, AccountSetting>>;
  /** Whether a create request without `use_pmi` uses the host's personal meeting ID: the user's own setting. */
  readonly usePersonalId: boolean | undefined;
  /** Applies instead of `passcode` where a meeting uses the personal meeting ID. */
  readonly personalPasscode: AccountSetting;
  readonly passcodeRequirement: PasscodeRequirement;
  /** Undefined where the profile does not list any: any option may exist then. */
  readonly options: readonly AuthenticationOption[] | undefined;
  readonly requests: readonly RequestFiles[];
  readonly ignore: readonly IgnoreEntry[];
  readonly severities: Severities;
  /** The kinds of documents and code in which no requests are looked for. */
  readonly containersOff: readonly ContainerKind[];
  /** `2026-11-24`, with or without a time. */
  readonly capturedAt: string | undefined;
  readonly problems: readonly ProfileProblem[];
}

/** Never fails. A broken text is read as an empty profile; its `document` has the errors. */
export function readProfile(document: JsonDocument): Profile {
  const whole = document.errors.length === 0;
  const reader = new Reader(whole ? document.root : undefined);
  const root = reader.root();
  const requirement = reader.object(root, 'requireSecurityOption');
  const personal = reader.object(root, 'personalMeetingId');
  reader.boolean(requirement, 'locked');
  const account = readAccount(reader, root);
  return {
    document,
    rules: reader.oneOf(root, 'rules', ruleSets),
    account,
    requirementEnabled: reader.boolean(requirement, 'enabled'),
    settings: readSettings(reader, root, account),
    usePersonalId: reader.boolean(personal, 'useForScheduled'),
    personalPasscode: readSetting(reader, reader.object(personal, 'passcode')),
    passcodeRequirement: readRequirement(reader, reader.object(root, 'passcode')),
    options: readOptions(reader, reader.object(root, 'authentication')),
    requests: readRequests(reader, root),
    ignore: readIgnore(reader, root),
    severities: reader.wordsByKey(reader.object(root, 'severities'), severityLevels),
    containersOff: readContainersOff(reader, reader.object(root, 'containers')),
    capturedAt: reader.date(root, 'capturedAt'),
    problems: whole ? reader.problems : [],
  };
}

function readContainersOff(reader: Reader, node: JsonNode | undefined): readonly ContainerKind[] {
  return containerKinds.filter((kind) => reader.boolean(node, kind) === false);
}

/** The requirement of one security option is on unless the profile turns it off; some plans cannot turn it off. */
export function isRequired(profile: Profile): boolean {
  return profile.requirementEnabled !== false || canTurnRequirementOff(profile.account) === false;
}

/**
 * Whether a create that does not mention `use_pmi` may use the personal meeting ID: by Zoom's reference since November 2025,
 * the host's own setting decides, unless the profile says what that is. If a profile does not mention personal meeting IDs, we
 * assume that they are not used.
 */
export function hostMayUsePersonalId({ rules, personalPasscode, usePersonalId }: Profile): boolean {
  return usePersonalId === undefined && rules !== '2020-12-20' && !isUnsaid(personalPasscode);
}

/** The id of the option marked as default; undefined unless exactly one is. */
export function defaultOption(profile: Profile): string | undefined {
  const marked = profile.options?.filter((option) => option.default) ?? [];
  return marked.length === 1 ? marked[0]?.id : undefined;
}

/** The span of the value at the path, or of its key at the top level; of the first character where there is neither. */
export function profileSpan({ document }: Profile, ...path: string[]): Span {
  const found = propertyAt(document.root, path);
  return found?.value && path.length > 1 ? found.value.span : (found?.keySpan ?? { start: 0, end: 1 });
}

/** Whether the profile has no value there. A value of the wrong type counts as one: it has its own finding. */
export function isLeftOut({ document }: Profile, ...path: string[]): boolean {
  const value = propertyAt(document.root, path)?.value;
  return !value || value.type === 'null';
}

function readAccount(reader: Reader, root: JsonNode | undefined): Account {
  const account = reader.object(root, 'account');
  return { plan: reader.oneOf(account, 'plan', plans), licenses: reader.count(account, 'licenses') };
}

/** Where the plan decides about passcodes, that counts, whatever the profile says. */
function readSettings(reader: Reader, root: JsonNode | undefined, account: Account): Profile['settings'] {
  const said = settings.map((each) => [each, readSetting(reader, reader.object(root, each))]);
  const passcode: AccountSetting = { enabled: true, locks: ['enabled-locked'] };
  return { ...Object.fromEntries(said), ...(alwaysHasPasscodes(account) ? { passcode } : {}) } as Profile['settings'];
}

/** `enabled` alone leaves open whether it is locked; `locked` alone leaves open to which value. */
function readSetting(reader: Reader, node: JsonNode | undefined): AccountSetting {
  const enabled = reader.boolean(node, 'enabled');
  return { enabled, locks: possibleLocks(enabled, reader.boolean(node, 'locked')) };
}

function possibleLocks(enabled: boolean | undefined, locked: boolean | undefined): readonly Lock[] {
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
    const occurrence = reader.boolean(entry, 'occurrence') ?? false;
    const place = propertyAt(entry, ['at'])?.value;
    const isPlace = !place || place.type === 'null' || (place.type === 'string' && isPointer(String(place.value)));
    if (!isPlace) reader.reject(place, text`"at" must be a JSON pointer such as "/templates/*".`);
    // The pointer "" is that of the whole file.
    const at = (isPlace && place?.type === 'string' && String(place.value)) || undefined;
    if (files !== undefined && entry && isMissing(entry, 'operation'))
      reader.reject(entry, text`This entry has no "operation", which is "create" or "update".`);
    if (occurrence && operation === 'create')
      reader.complain(entry, 'occurrence', text`Only an update can be for one occurrence.`);
    return files !== undefined && operation !== undefined && isPlace
      ? [{ files, operation, meeting, occurrence, at }]
      : [];
  });
}

function isMissing(entry: JsonNode, key: string): boolean {
  return (propertyAt(entry, [key])?.value?.type ?? 'null') === 'null';
}

/** An entry with an invalid part is skipped altogether: without that part, it would ignore more than intended. */
function readIgnore(reader: Reader, root: JsonNode | undefined): readonly IgnoreEntry[] {
  const entries = reader.array(root, 'ignore') ?? [];
  return entries.flatMap((node, index) => {
    const before = reader.problems.length;
    const entry = reader.itemObject(node, text`An entry of "ignore" must be an object in braces.`);
    const code = reader.text(entry, 'code');
    const files = reader.text(entry, 'files');
    const pointer = reader.pointer(entry, 'pointer');
    const request = reader.text(entry, 'request');
    reader.text(entry, 'reason');
    const usable = code !== undefined && reader.problems.length === before;
    return usable ? [{ index, code, files, pointer, request }] : [];
  });
}
