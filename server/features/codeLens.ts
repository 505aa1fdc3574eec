import type { CodeLens, CodeLensParams } from 'vscode-languageserver-protocol';
import { enforcementOf, scenarioSentence } from '../../shared/index.ts';
import type { Scope, Subject } from '../feature.ts';
import { requestLenses } from './requestLens.ts';

/** Over a lock profile: which of Zoom's rows it stands for; over a request: what Zoom makes of it. */
export function codeLenses(subject: Subject, _params: CodeLensParams, scope: Scope): CodeLens[] {
  const { inspection } = subject;
  if (inspection.kind === 'request') return requestLenses(subject, scope);
  if (inspection.kind !== 'profile' || inspection.document.errors.length > 0) return [];
  const start = { line: 0, character: 0 };
  const title = scenarioSentence(enforcementOf(inspection.profile));
  return [{ range: { start, end: start }, command: { title, command: '' } }];
}
