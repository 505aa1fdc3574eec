/** What the three `-ignored` rules about a field beside the four share. */
import type { Case } from '../../engine/predict.ts';
import type { Finding, Fix } from '../../finding.ts';
import { text } from '../../text.ts';
import { decide, type RequestContext, sentence } from '../rule.ts';
import { asked, type Dependent } from './dependents.ts';
import { causeOf, onePreferred } from './overwritten.ts';
import { requireAuthentication, turnOnWaitingRoom } from './secureFixes.ts';

/** The field is given, and for certain there is nothing for it to apply to. In a broken text only locks are sure. */
export function findingWithout(code: string, context: RequestContext, dependent: Dependent): readonly Finding[] {
  const { option, name } = dependent;
  const clause =
    option === 'waiting_room'
      ? text`${name} has no effect, because the Waiting Room ends up off`
      : text`${name} has no effect, because authentication ends up off`;
  const off = ({ outcome }: Case) =>
    !outcome[option].value && (context.body.isComplete || outcome[option].source === 'lock');
  const property = asked(context, dependent);
  const told = property && decide(context, 'warning', option, off);
  // What an occurrence does with such a field is nowhere said.
  if (!told || told.condition || context.prediction.sent.occurrence) return [];
  const cause = causeOf(context, option);
  const remove: Fix = { title: text`Remove the field`, changes: [{ op: 'remove', path: ['settings', name] }] };
  const fixes = onePreferred([turnOn(context, option), remove].filter((fix) => fix !== undefined));
  const { severity } = told;
  const span = property.keySpan;
  return [{ code, severity, message: sentence(told, clause), span, fixes, ...(cause ? { cause } : {}) }];
}

/** Where the request does not say otherwise. */
function turnOn(context: RequestContext, option: Dependent['option']): Fix | undefined {
  if (context.prediction.sent[option] !== undefined) return undefined;
  return option === 'waiting_room' ? turnOnWaitingRoom(context) : requireAuthentication(context);
}
