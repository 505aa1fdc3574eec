import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { Session } from './session.ts';
import { canonical } from './uris.ts';
import type { ClosedFile, Workspace } from './workspace.ts';

type Opened = Pick<Session, 'isOpen' | 'wasOpen'>;

/**
 * The findings of the files that nobody has open. Answers as soon as there is something that the client does not know,
 * which keeps it from asking again and again.
 */
export async function workspaceDiagnostics(
  workspace: Workspace,
  previous: readonly PreviousResultId[],
  session: Opened,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
  while (!token.isCancellationRequested) {
    const change = workspace.nextChange();
    const items = report(await workspace.closedFiles(), previous, session);
    if (items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full)) return { items };
    await Promise.race([change, cancelled]);
  }
  return { items: [] };
}

/**
 * What the client is to know of the files that are not open, given what it knows already. Files without findings are left
 * out, unless it knows of some, or may still show those of when they were open; one that has gone has none.
 */
function report(
  files: readonly ClosedFile[],
  previous: readonly PreviousResultId[],
  session: Opened,
): WorkspaceDocumentDiagnosticReport[] {
  const known = new Map(previous.map(({ uri, value }) => [canonical(uri), { uri, value }]));
  const told = files.filter(({ uri, diagnostics }) => diagnostics.length > 0 || session.wasOpen(uri));
  const uris = new Set(told.map(({ uri }) => uri));
  const gone = [...known].filter(([file]) => !uris.has(file) && !session.isOpen(file));
  return [
    ...told.map((file) => reportOf(file, known.get(file.uri)?.value)),
    ...gone.map(([, { uri }]) => nothingIn(uri)),
  ];
}

function nothingIn(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

function reportOf({ uri, diagnostics, resultId }: ClosedFile, known?: string): WorkspaceDocumentDiagnosticReport {
  return known === resultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...diagnostics] };
}
