import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { Subject } from '../inspection/subject.ts';
import type { ClientFeatures } from './client.ts';
import type { Session } from './session.ts';

type Diagnose = (subjects: readonly Subject[]) => FullDocumentDiagnosticReport['items'];

/**
 * The findings of one document. An editor that supports related documents also gets those of all other open ones, if
 * anything that they may depend on has changed since its last result: a lock profile, a meeting file, the disk. Neovim
 * 0.12 only pulls a document when it is edited, and ignores open documents in the findings of the workspace.
 */
export async function documentDiagnostics(
  session: Session,
  diagnose: Diagnose,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  client: ClientFeatures,
): Promise<DocumentDiagnosticReport> {
  const report = await fullReport(session, diagnose, uri);
  const { resultId } = report;
  if (resultId && resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  if (!client.takesRelatedDocuments || session.isCurrentFor(previousResultId)) return report;
  return { ...report, relatedDocuments: await otherReports(session, diagnose, uri) };
}

/**
 * Includes files that are not ours: one that a profile no longer lists must lose its findings. One that cannot be inspected is
 * left out, and fails when it is asked about itself.
 */
async function otherReports(
  session: Session,
  diagnose: Diagnose,
  uri: string,
): Promise<Record<string, FullDocumentDiagnosticReport>> {
  const others = session.openUris.filter((each) => each !== uri);
  const reports = others.map(async (each) => [each, await fullReport(session, diagnose, each)] as const);
  const settled = await Promise.allSettled(reports);
  return Object.fromEntries(settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
}

async function fullReport(session: Session, diagnose: Diagnose, uri: string): Promise<FullDocumentDiagnosticReport> {
  const snapshot = await session.inspect(uri);
  if (!snapshot) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { subjects, resultId } = snapshot;
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnose(subjects) };
}
