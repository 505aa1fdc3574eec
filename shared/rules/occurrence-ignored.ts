import type { Finding } from '../finding.ts';
import { fieldSpan } from '../model/request.ts';
import { type FieldName, fields, reaches } from '../model/security.ts';
import { text } from '../text.ts';
import type { RequestContext, RequestRule } from './rule.ts';
import { onePreferred } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

const code = 'occurrence-ignored';

/** An update of one occurrence names a field that Zoom's reference does not let it change. What the meeting has already is no news. */
export const occurrenceIgnored: RequestRule = {
  code,
  check(context) {
    const { sent, cases } = context.prediction;
    return fields
      .filter(({ name }) => !reaches(sent, name) && cases.some(({ outcome }) => outcome[name].effect === 'overwritten'))
      .map(({ name }) => findingFor(context, name));
  },
};

function findingFor(context: RequestContext, name: FieldName): Finding {
  const message = text`An update of one occurrence cannot change ${name}: Zoom ignores it.`;
  const remove = writeStored(context, [name], text`Remove the field: Zoom ignores it`);
  const span = fieldSpan(context.body.fields[name]);
  const change = { field: name, certain: true };
  return { code, severity: 'warning', message, span, fixes: onePreferred(remove ? [remove] : []), change };
}
