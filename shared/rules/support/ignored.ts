/** What the three `-ignored` rules about a field besides the four share. */
import type { Case } from '../../engine/predict.ts';
import type { Fix } from '../../finding.ts';
import { text } from '../../text.ts';
import { decide, type Observation, type RequestContext, sentence } from '../rule.ts';
import { asked, type Dependent } from './dependents.ts';
import { causeOf, onePreferred } from './overwritten.ts';
import { requireAuthentication, turnOnWaitingRoom } from './secureFixes.ts';

/** The field is given, and it is certain that there is nothing for it to apply to. In a broken text only locks are sure. */
export function observeWithout(context: RequestContext, dependent: Dependent): readonly Observation[] {
  const { option, name } = dependent;
  const property = asked(context, dependent);
  if (!property) return [];
  const clause =
    option === 'waiting_room'
      ? text`${name} has no effect, because the Waiting Room will be off`
      : text`${name} has no effect, because authentication will be off`;
  const off = ({ outcome }: Case) =>
    !outcome[option].value && (context.body.isComplete || outcome[option].source === 'lock');
  const verdict = decide(context, option, off);
  // What an occurrence does with such a field is not documented.
  if (!verdict?.certain || context.prediction.sent.occurrence) return [];
  const cause = causeOf(context, option, verdict);
  const remove: Fix = { title: text`Remove the field`, changes: [{ op: 'remove', path: ['settings', name] }] };
  const fixes = () => onePreferred([turnOn(context, option), remove]);
  const unread = [property.span];
  return [{ message: sentence(verdict, clause), span: property.keySpan, fixes, unread, ...(cause ? { cause } : {}) }];
}

/** Undefined where the request gives the option itself. */
function turnOn(context: RequestContext, option: Dependent['option']): Fix | undefined {
  if (context.prediction.sent[option] !== undefined) return undefined;
  return option === 'waiting_room' ? turnOnWaitingRoom(context) : requireAuthentication(context);
}
