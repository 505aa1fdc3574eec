import {
  type JsonDocument,
  maxPasscodeLength,
  type Operation,
  type PasscodeRequirement,
  parse,
  say,
  unmetRequirements,
} from '../../shared/index.ts';
import { bodySchemas } from './bodySchemas.ts';
import { type Fault, faultsIn, isObject, type JsonObject } from './schema.ts';

type RequestBody =
  /** The same text as a tree, for the prediction. */
  | { readonly body: JsonObject; readonly document: JsonDocument }
  /** Undefined: it is not a JSON object. */
  | { readonly faults: readonly Fault[] | undefined };

/** Strict JSON; Zoom's names and limits, as far as its reference documents them; and the account's rules for passcodes. */
export function readBody(text: string, operation: Operation, requirement: PasscodeRequirement): RequestBody {
  const body = objectIn(text);
  if (!body) return { faults: undefined };
  const faults = faultsIn(bodySchemas[operation].all, body);
  const { password } = body;
  const inPasscode = typeof password === 'string' ? passcodeFaults(password, requirement) : [];
  if (faults.length + inPasscode.length > 0) return { faults: [...faults, ...inPasscode] };
  const document = parse(text, 'literal');
  return document.errors.length > 0 ? { faults: undefined } : { body, document };
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An empty one counts as not given. */
function passcodeFaults(passcode: string, requirement: PasscodeRequirement): readonly Fault[] {
  if (passcode === '') return [];
  const field = 'password';
  if (passcode.length > maxPasscodeLength)
    return [{ field, message: `The value must have at most ${maxPasscodeLength} characters.` }];
  const unmet = unmetRequirements(passcode, requirement);
  return unmet.map((each) => ({ field, message: `The passcode of this account must have ${say(each)}.` }));
}
