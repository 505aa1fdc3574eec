import {
  type FieldName,
  type Finding,
  fields,
  type RequestContext,
  storedText,
  type Text,
  text,
} from '../../shared/index.ts';
import type { RequestInspection } from '../inspect.ts';

/** A field that Zoom is certain to store otherwise than the request has it. */
export interface Change {
  readonly name: FieldName;
  readonly effect: 'overwritten' | 'added';
  /** Nothing is stored of it. */
  readonly dropped: boolean;
  readonly stored: Text;
  /** Where it is told. */
  readonly finding: Finding;
}

/** In the order of the fields. What depends on a lock or on the meeting is left out. */
export function certainChanges(inspection: RequestInspection): readonly Change[] {
  return fields.flatMap(({ name }) => {
    const told = inspection.findings.find(({ change }) => change?.certain && change.field === name);
    const finding = told ?? byTheWay(inspection, name);
    return finding ? [changeOf(inspection, name, finding)] : [];
  });
}

/** Authentication that secures a request nobody secured brings its option along. */
function byTheWay({ findings, context }: RequestInspection, name: FieldName): Finding | undefined {
  const added = context.prediction.cases.every(({ outcome }) => outcome[name].effect === 'added');
  if (name !== 'authentication_option' || !added) return undefined;
  return findings.find(({ code, change }) => {
    return code === 'unsecured-request' && change?.certain && change.field === 'meeting_authentication';
  });
}

function changeOf({ context }: RequestInspection, name: FieldName, finding: Finding): Change {
  const { cases, sent } = context.prediction;
  const outcomes = cases.map(({ outcome }) => outcome[name]);
  const [first] = outcomes;
  return {
    name,
    effect: first?.effect === 'overwritten' ? 'overwritten' : 'added',
    dropped: Boolean(sent[name]) && outcomes.every((each) => 'set' in each && !each.set),
    stored: storedWords(context, name),
    finding,
  };
}

/** As a person writes it: an option by its name, a passcode never. */
function storedWords({ prediction, profile }: RequestContext, name: FieldName): Text {
  const [first, ...others] = prediction.cases.map((each) => storedText(name, each));
  const differ = others.some((each) => JSON.stringify(each) !== JSON.stringify(first));
  if (differ) return name === 'password' ? text`a passcode` : text`another option`;
  const option = profile?.options?.find(({ id }) => name === 'authentication_option' && id === first);
  return text`${option?.name ?? first ?? ''}`;
}
