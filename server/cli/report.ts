import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Finding, fields, say, visible } from '../../shared/index.ts';
import { rangeOf } from '../inspection/textView.ts';
import type { InspectedFile } from './inspector.ts';

export type FindingJson = ReturnType<typeof findingsJson>[number];

/** Lines and characters count from 0, in UTF-16 code units, as in the Language Server Protocol. */
export function findingsJson({ uri, text, inspection }: InspectedFile) {
  const document = TextDocument.create(uri, 'json', 0, text);
  return inspection.findings.map(({ code, severity, message, span }) => {
    return { code, severity, message: say(message), range: rangeOf(document, span) };
  });
}

/** `file:line:column: severity: message [code]`; lines and columns count from 1. */
export function printFinding(file: string, { code, severity, message, range }: FindingJson): string {
  const { line, character } = range.start;
  return visible(`${file}:${line + 1}:${character + 1}: ${severity}: ${message} [${code}]`);
}

/** Printed, what is wrong with a request itself; what Zoom makes of it is what `predict` shows in any case. */
export function faultsOf(request: InspectedFile): readonly string[] {
  const all = findingsJson(request);
  const isFault = ({ severity, change }: Finding) =>
    severity !== 'information' && !fields.some(({ name }) => name === change?.field);
  return request.inspection.findings.flatMap((each, at) =>
    isFault(each) ? [printFinding(request.path, all[at] as FindingJson)] : [],
  );
}
