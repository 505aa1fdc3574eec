import {
  distinct,
  type FieldName,
  type Finding,
  fields,
  type RequestContext,
  storedText,
  type Text,
  text,
} from '../../shared/index.ts';
import { allFindings, type RequestInspection } from '../inspection/inspection.ts';

/** A field that Zoom is certain to store differently from what the request says. */
export interface StoredChange {
  readonly name: FieldName;
  readonly effect: 'overwritten' | 'added';
  /** Zoom ignores it: nothing of it is stored, or the request cannot change it. */
  readonly ignored: boolean;
  readonly stored: Text;
  /** The finding that reports it. */
  readonly finding: Finding;
}

/**
 * In the order of the fields. What depends on a lock or on the meeting is left out. Findings that the user ignores are
 * included, since they are just as true.
 */
export function certainChanges(inspection: RequestInspection): readonly StoredChange[] {
  const certain = allFindings(inspection).filter(({ change }) => change?.certain);
  return fields.flatMap(({ name }) => {
    const finding =
      certain.find(({ change }) => change?.field === name) ?? addedWithAuthentication(inspection, certain, name);
    return finding ? [changeOf(inspection, name, finding)] : [];
  });
}

/** Where Zoom turns authentication on to secure a request, that finding covers the option that it adds, too. */
function addedWithAuthentication(
  { context, file: { isEither } }: RequestInspection,
  certain: readonly Finding[],
  name: FieldName,
): Finding | undefined {
  const added = context.prediction.cases.every(({ outcome }) => outcome[name].effect === 'added');
  if (name !== 'authentication_option' || !added || isEither) return undefined;
  return certain.find(({ code, change }) => code === 'unsecured-request' && change?.field === 'meeting_authentication');
}

function changeOf({ context }: RequestInspection, name: FieldName, finding: Finding): StoredChange {
  const { cases, sent } = context.prediction;
  const outcomes = cases.map(({ outcome }) => outcome[name]);
  const dropped = Boolean(sent[name]) && outcomes.every((each) => 'set' in each && !each.set);
  return {
    name,
    effect: outcomes.some(({ effect }) => effect === 'overwritten') ? 'overwritten' : 'added',
    ignored: dropped || isIgnored(finding),
    stored: storedWords(context, name),
    finding,
  };
}

/** Whether the finding says that Zoom ignores the field, not what is stored instead. */
export function isIgnored({ code }: Finding): boolean {
  return code.endsWith('-ignored');
}

/** For people: an option by its name, a passcode never. */
function storedWords({ prediction, profile }: RequestContext, name: FieldName): Text {
  const [first, ...others] = distinct(prediction.cases.map((each) => text`${storedText(name, each)}`));
  if (!first || others.length > 0) return name === 'password' ? text`a passcode` : text`another option`;
  const option = profile?.options?.find(({ id }) => name === 'authentication_option' && id === first.gaps[0]);
  return option?.name ? text`${option.name}` : first;
}
