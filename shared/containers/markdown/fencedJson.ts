/** Whether the JSON in a fence is a request, and what it is sent to. */
import type { JsonDocument } from '../../json/parse.ts';
import { recognise } from '../../model/recognise.ts';
import type { Operation } from '../../model/security.ts';
import type { PassedOverReason, Target } from '../containers.ts';
import { hasShapeOfBody, isAnswer, isForeign } from '../shape.ts';
import type { Cue } from './cues.ts';
import type { Place } from './outline.ts';

/** Silent where unsure: what is read is announced by its endpoint, or has the shape of a body in a file that names Zoom. */
export function judgeJson({ root, errors }: JsonDocument, place: Place, namesZoom: boolean): Target | PassedOverReason {
  if (root?.type === 'open') return 'too-dynamic';
  if (!root || errors.length > 0) return 'not-json';
  const { is } = recognise(root);
  if (isAnswer(root) || place.announces === 'response') return 'response';
  const target = targetOf(place.targets, place.operation);
  // Of settings alone, a document usually shows a detail.
  if (is !== 'body' || isForeign(root)) return target === 'other' || is === 'webinar' ? 'endpoint' : 'unknown-endpoint';
  if (place.followsRequest && !place.announces) return target ? 'response' : 'unknown-endpoint';
  const isShaped = hasShapeOfBody(root);
  if (target === 'other' && !(place.isInherited && isShaped && place.operation)) return 'endpoint';
  if (target && target !== 'other' && (isShaped || !place.isInherited)) return target;
  return namesZoom && isShaped ? { operation: place.operation, occurrence: false } : 'unknown-endpoint';
}

/** Where several are named, the one that the words are about, else what they have in common. */
export function targetOf(targets: Cue['targets'], said?: Operation): Target | 'other' | undefined {
  const all = targets.filter((each) => each !== 'other');
  const meant = all.filter(({ operation }) => operation === said);
  const ours = meant.length > 0 ? meant : all;
  const [first, second] = ours;
  if (!first) return targets[0];
  if (!second) return first;
  const isOne = ours.every(({ operation }) => operation === first.operation);
  return { operation: isOne ? first.operation : undefined, occurrence: false };
}
