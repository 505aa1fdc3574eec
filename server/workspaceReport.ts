import {
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { canonical } from './uris.ts';
import type { ClosedFile } from './workspace.ts';

/**
 * What the client is to know of the files that are not open, given what it knows already. Files without findings are left
 * out, unless it knows of some; one that has gone has none.
 */
export function workspaceReport(
  files: readonly ClosedFile[],
  previous: readonly PreviousResultId[],
  isOpen: (uri: string) => boolean,
): WorkspaceDocumentDiagnosticReport[] {
  const known = new Map(previous.map(({ uri, value }) => [canonical(uri), { uri, value }]));
  const found = new Set(files.filter(({ diagnostics }) => diagnostics.length > 0).map(({ uri }) => uri));
  const gone = [...known].filter(([file]) => !found.has(file) && !isOpen(file));
  return [
    ...files.filter(({ uri }) => found.has(uri)).map((file) => report(file, known.get(file.uri)?.value)),
    ...gone.map(([, { uri }]) => nothingIn(uri)),
  ];
}

function nothingIn(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

function report({ uri, diagnostics, resultId }: ClosedFile, known?: string): WorkspaceDocumentDiagnosticReport {
  return known === resultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...diagnostics] };
}
