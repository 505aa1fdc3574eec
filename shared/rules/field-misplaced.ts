import type { Change, Finding } from '../finding.ts';
import { propertyAt } from '../json/lookup.ts';
import { type FieldFacts, fields } from '../model/security.ts';
import type { RequestContext, RequestRule } from './rule.ts';

const code = 'field-misplaced';

/** A security option where Zoom does not look for it: it is ignored without a word. */
export const fieldMisplaced: RequestRule = {
  code,
  check: (context) => fields.flatMap((facts) => check(context, facts)),
};

function check({ body }: RequestContext, facts: FieldFacts): readonly Finding[] {
  const inSettings = facts.path.length > 1;
  const wrongPath = inSettings ? [facts.name] : ['settings', facts.name];
  const property = propertyAt(body.root, wrongPath);
  if (!property) return [];
  const place = inSettings ? 'inside "settings"' : 'at the top of the body';
  const message = `Zoom reads ${facts.name} only ${place}; here it is ignored.`;
  const taken = !['absent', 'null'].includes(body.fields[facts.name].state);
  const change: Change = taken ? { op: 'remove', path: wrongPath } : { op: 'move', path: wrongPath, to: facts.path };
  const title = taken
    ? `Remove the field: ${facts.name} is ${place} already`
    : `Move ${facts.name} ${inSettings ? 'into "settings"' : 'to the top of the body'}`;
  const span = property.keySpan;
  return [{ code, severity: 'warning', message, span, fixes: [{ title, changes: [change], preferred: true }] }];
}
