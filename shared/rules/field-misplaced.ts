import type { Fix } from '../finding.ts';
import { propertyAt } from '../json/lookup.ts';
import { type FieldFacts, type FieldName, fields } from '../model/security.ts';
import { text } from '../text.ts';
import type { Observation, RequestContext, RequestRule } from './rule.ts';

/** A security option where Zoom does not read it: it is ignored silently. */
export const fieldMisplaced: RequestRule = {
  code: 'field-misplaced',
  severity: 'warning',
  summary: text`A security field is in a place where Zoom does not read it.`,
  check: (context) => fields.flatMap((facts) => check(context, facts)),
};

function check({ body }: RequestContext, facts: FieldFacts): readonly Observation[] {
  const inSettings = facts.path.length > 1;
  const wrongPath = inSettings ? [facts.name] : ['settings', facts.name];
  const property = propertyAt(body.root, wrongPath);
  if (!property) return [];
  const taken = !['absent', 'null'].includes(body.fields[facts.name].state);
  const { message, remove, move } = (inSettings ? insideSettings : atTheTop)(facts.name);
  // What is filled in later goes only where somebody asks for just that.
  const preferred = property.value?.type !== 'open';
  const fix: Fix = taken
    ? { title: remove, changes: [{ op: 'remove', path: wrongPath }], preferred }
    : { title: move, changes: [{ op: 'move', path: wrongPath, to: facts.path }], preferred: true };
  // Nobody knows what settings that are filled in later hold.
  const unknown = taken && !body.fields[facts.name].property;
  return [{ message, span: property.keySpan, fixes: () => (unknown ? [] : [fix]) }];
}

function insideSettings(name: FieldName) {
  return {
    message: text`Zoom reads ${name} only inside "settings"; here it is ignored.`,
    remove: text`Remove the field: ${name} is inside "settings" already`,
    move: text`Move ${name} into "settings"`,
  };
}

function atTheTop(name: FieldName) {
  return {
    message: text`Zoom reads ${name} only at the top of the body; here it is ignored.`,
    remove: text`Remove the field: ${name} is at the top of the body already`,
    move: text`Move ${name} to the top of the body`,
  };
}
