import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { canonical } from '../files/uris.ts';
import type { Session } from './session.ts';
import type { FileDiagnostics, Workspace } from './workspace.ts';

/**
 * The findings of all files, including open ones that are not visible, which editors do not ask for one by one. Resolves
 * once there is something that the client does not know yet, so that it does not have to poll.
 */
export async function workspaceDiagnostics(
  workspace: Workspace,
  session: Pick<Session, 'everOpen'>,
  previous: readonly PreviousResultId[],
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
  while (!token.isCancellationRequested) {
    const change = workspace.nextChange();
    const closed = await workspace.closedFiles();
    const mayBeShown = closed.filter(({ uri, diagnostics }) => diagnostics.length > 0 || session.everOpen.has(uri));
    const items = report([...mayBeShown, ...(await workspace.openFiles())], previous);
    if (items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full)) return { items };
    await Promise.race([change, cancelled]);
  }
  return { items: [] };
}

/** A file that the client knows, but that is gone or no longer has findings, is reported as empty. */
function report(
  files: readonly FileDiagnostics[],
  previous: readonly PreviousResultId[],
): WorkspaceDocumentDiagnosticReport[] {
  const known = new Map(previous.map(({ uri, value }) => [canonical(uri), { uri, value }]));
  const reported = new Set(files.map(({ uri }) => canonical(uri)));
  const gone = [...known].filter(([file]) => !reported.has(file));
  return [
    ...files.map((file) => reportOf(file, known.get(canonical(file.uri))?.value)),
    ...gone.map(([, { uri }]) => nothingIn(uri)),
  ];
}

function nothingIn(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

function reportOf(
  { uri, version, diagnostics, resultId }: FileDiagnostics,
  known?: string,
): WorkspaceDocumentDiagnosticReport {
  return known === resultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
}
