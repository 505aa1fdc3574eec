import type { CodeLens, CodeLensParams } from 'vscode-languageserver-protocol';
import { enforcementOf, scenarioSentence } from '../../shared/index.ts';
import type { Scope, Subject } from '../feature.ts';

/** Over a lock profile: which of Zoom's rows it stands for. */
export function codeLenses({ inspection }: Subject, _: CodeLensParams, { say }: Scope): CodeLens[] {
  if (inspection.kind !== 'profile' || inspection.document.errors.length > 0) return [];
  const start = { line: 0, character: 0 };
  const title = say(scenarioSentence(enforcementOf(inspection.profile)));
  return [{ range: { start, end: start }, command: { title, command: '' } }];
}
