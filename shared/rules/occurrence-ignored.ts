import { fieldSpan } from '../model/request.ts';
import { type FieldName, fields, reaches } from '../model/security.ts';
import { text } from '../text.ts';
import type { Observation, RequestContext, RequestRule } from './rule.ts';
import { onePreferred } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

/** An update of one occurrence names a field that Zoom's reference does not let it change, and the meeting has, or may have, another value. */
export const occurrenceIgnored: RequestRule = {
  code: 'occurrence-ignored',
  severity: 'warning',
  summary: text`The request sends a field that an update of one occurrence cannot change.`,
  check(context) {
    const { sent, cases } = context.prediction;
    return fields
      .filter(({ name }) => sent[name] !== undefined && !reaches(sent, name))
      .filter(({ name }) => cases.some(({ outcome }) => outcome[name].effect === 'overwritten'))
      .map(({ name }) => observationFor(context, name));
  },
};

function observationFor(context: RequestContext, name: FieldName): Observation {
  const message = text`${name} has no effect in an update of one occurrence (Zoom does not document what happens).`;
  const fixes = () => onePreferred([writeStored(context, [name], text`Remove the field (no effect)`)]);
  const span = fieldSpan(context.body.fields[name]);
  const change = { field: name, certain: true };
  return { message, span, fixes, change };
}
