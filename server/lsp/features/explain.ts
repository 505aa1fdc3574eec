import type { ExplainParams } from '../../../shared/protocol.ts';
import { explanation } from '../../inspection/explanation.ts';
import type { Place, Scope } from '../feature.ts';

/** What the lens makes of a file, and why, as Markdown; undefined for a file that nobody knows. */
export function explain(place: Place, _: ExplainParams, scope: Scope): string | undefined {
  return place.known ? explanation(place, scope) : undefined;
}
