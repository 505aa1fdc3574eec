import { enforcementOfEither } from '../engine/enforcement.ts';
import { predictEach } from '../engine/predict.ts';
import { personalCases, possibleRequests, sending } from '../engine/requests.ts';
import { type Alternative, alternatives } from '../explain/table.ts';
import type { Edit } from '../finding.ts';
import { type CursorContext, cursorAt } from '../json/cursor.ts';
import { applyEdits } from '../json/edit.ts';
import { type JsonNode, parse } from '../json/parse.ts';
import { type Style, styleOf } from '../json/style.ts';
import { generatePasscode, type Random } from '../model/passcode.ts';
import type { Profile } from '../model/profile.ts';
import { type RequestBody, readRequest } from '../model/request.ts';
import { type FieldFacts, fields, type Sent } from '../model/security.ts';
import type { RequestContext } from '../rules/rule.ts';
import { text } from '../text.ts';

/** A security field, or a value of one, that can be inserted at the cursor. */
export interface Suggestion {
  readonly field: FieldFacts;
  /** Undefined: only the name is written. Empty: an option that the user is to fill in. */
  readonly value: boolean | string | undefined;
  readonly writes: 'name' | 'value' | 'both';
  readonly edit: Edit;
  /** Inserts the missing comma after the previous property. */
  readonly comma: Edit | undefined;
  /** What Zoom would store, as in the table of a prediction; empty where too little of the body can be parsed. */
  readonly alternatives: readonly Alternative[];
}

/**
 * What can be inserted at the cursor so that Zoom reads it: fields that the object there does not have yet, or values of
 * the field there. Each comes with the prediction for the body that results.
 */
export function suggest(context: RequestContext, offset: number, random: Random): readonly Suggestion[] {
  const { document } = context.body;
  const place = cursorAt(document, offset);
  const level =
    place &&
    fields.filter(({ path }) => String(place.kind === 'name' ? path.slice(0, -1) : path) === String(place.path));
  if (!place || !level || level.length === 0) return [];
  const { missingComma: end } = place;
  const comma = end === undefined ? undefined : { span: { start: end, end }, text: ',' };
  const rest = withPlaceholder(document.text, place, comma);
  if (!rest) return [];
  const style = styleOf(document);
  const predict = predictor(rest, context);
  return level
    .filter(({ name }) => !rest.taken.includes(name))
    .flatMap((field) =>
      valuesOf(field, place, rest, context, random).map((value) => ({
        field,
        value,
        writes: place.kind === 'value' ? 'value' : place.colonFollows ? 'name' : 'both',
        edit: { span: place.span, text: written(field, value, place, style) },
        comma,
        alternatives: predict(field, value),
      })),
    );
}

/** The body without what is at the cursor. */
interface Rest {
  readonly body: RequestBody;
  /** The other keys of the object. */
  readonly taken: readonly string[];
  /** The existing value, if only the name is being typed. */
  readonly given: JsonNode | undefined;
}

/** Undefined where Zoom would not read what is written here, for instance in an object that a later duplicate overrides. */
function withPlaceholder(source: string, place: CursorContext, comma: Edit | undefined): Rest | undefined {
  const placeholder = place.kind === 'value' ? 'null' : place.colonFollows ? '""' : '"": null';
  const separator = place.needsComma && !place.colonFollows ? ',' : '';
  const edits = [...(comma ? [comma] : []), { span: place.span, text: placeholder + separator }];
  const body = readRequest(parse(applyEdits(source, edits)));
  const start = place.span.start + (comma ? 1 : 0);
  if (place.kind === 'value') {
    const values = Object.values(body.fields).map(({ property }) => property?.value);
    const here = values.find((value) => value?.type === 'null' && value.span.start === start);
    return here && { body, taken: [], given: undefined };
  }
  const owner = place.path.length === 0 ? body.root : body.settings;
  const here = owner?.properties.find(({ keySpan }) => keySpan.start === start);
  // Text right after the cursor may spoil the inserted value, so that another one is read in its place.
  const value = start + '"": '.length;
  if (!owner || !here || (!place.colonFollows && here.value?.span.start !== value)) return undefined;
  const taken = owner.properties.filter((each) => each !== here).map(({ key }) => key);
  return { body, taken, given: here.value };
}

type SuggestedValue = Suggestion['value'];

function valuesOf(
  field: FieldFacts,
  place: CursorContext,
  { given }: Rest,
  { profile }: RequestContext,
  random: Random,
): readonly SuggestedValue[] {
  if (place.kind === 'name' && place.colonFollows) return valueBehind(field, given, profile);
  if (field.type === 'boolean') return [true, false];
  if (field.name === 'password') {
    const passcode = generatePasscode(profile?.passcodeRequirement ?? {}, random);
    return passcode === undefined ? [] : [passcode];
  }
  const options = profile?.options ?? [];
  const open = place.kind === 'name' ? [''] : [];
  return options.length > 0 ? options.map(({ id }) => id) : open;
}

/**
 * None where there is a value of another type. What belonged to another name may be anything, a passcode too: it counts
 * as an option that is left to be filled in, unless the account has that one.
 */
function valueBehind(
  { name, type }: FieldFacts,
  given: JsonNode | undefined,
  profile: Profile | undefined,
): readonly SuggestedValue[] {
  if (!given || given.type === 'null') return [undefined];
  if (given.type !== type) return [];
  const value = given.value as SuggestedValue;
  if (value === '') return [undefined];
  const isUnknown = name === 'authentication_option' && !profile?.options?.some(({ id }) => id === value);
  return [isUnknown ? '' : value];
}

function written(
  { name }: FieldFacts,
  value: SuggestedValue,
  place: CursorContext,
  { form, value: spelled }: Style,
): string {
  const key = form.key(name);
  if (value === undefined || (place.kind === 'name' && place.colonFollows)) return key;
  const separator = place.needsComma ? ',' : '';
  return (place.kind === 'name' ? key + form.colon : '') + spelled(value) + separator;
}

/** Used for the prediction in place of an option that the user is yet to fill in. */
const someOption = 'an-option';

type Predict = (field: FieldFacts, value: SuggestedValue) => readonly Alternative[];

/** What Zoom stores if a value is written at the cursor. */
function predictor({ body }: Rest, { prediction, meeting, profile }: RequestContext): Predict {
  const { operation } = prediction;
  const { occurrence } = prediction.sent;
  const personal = personalCases(operation, body, meeting, profile);
  // What is written may replace what the use of the personal meeting ID depends on.
  const account = enforcementOfEither(
    profile,
    personal.map(({ use }) => use),
  );
  const requests = possibleRequests(operation, body, account, personal);
  return ({ name }, value) => {
    if (value === undefined) return [];
    const more: Sent = { ...(occurrence && { occurrence }), [name]: value === '' ? someOption : value };
    const then = predictEach(operation, sending(requests, more), account, meeting);
    // In a body that stays broken, what seems to be missing may just not have been parsed.
    const sure = body.isComplete || then.cases.every(({ outcome }) => outcome[name].source === 'lock');
    if (!sure) return [];
    return alternatives(then, name).map((each) =>
      each.stored === someOption ? { ...each, stored: text`the option` } : each,
    );
  };
}
