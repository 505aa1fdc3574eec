import type { ExplainParams } from '../../../shared/protocol.ts';
import { explanation } from '../../inspection/explanation.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** The explanation of a file as Markdown; undefined for one that is neither open nor in the workspace. */
export function explain(file: FileSubject, _: ExplainParams, scope: FeatureContext): string | undefined {
  return file.known ? explanation(file, scope) : undefined;
}
