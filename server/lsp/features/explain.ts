import type { ExplainParams } from '../../../shared/protocol.ts';
import { explanation } from '../../inspection/explanation.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** What the lens makes of a file, and why, as Markdown; undefined for a file that nobody knows. */
export function explain(place: FileSubject, _: ExplainParams, scope: FeatureContext): string | undefined {
  return place.known ? explanation(place, scope) : undefined;
}
