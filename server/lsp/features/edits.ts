import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Change, editsFor, generatePasscode } from '../../../shared/index.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';

/** With the version that the edits were made for where the client checks it, so that a late edit is rejected. */
export function workspaceEdit(
  uri: string,
  edits: readonly TextEdit[],
  { client, identify }: FeatureContext,
): WorkspaceEdit {
  const textDocument = identify(uri);
  return client.versionsEdits
    ? { documentChanges: [{ textDocument, edits: [...edits] }] }
    : { changes: { [textDocument.uri]: [...edits] } };
}

interface FixEdits {
  readonly edits: readonly TextEdit[];
  /** Once they are made, the line of the passcode that they write, if they do. */
  readonly passcodeLine: number | undefined;
}

/** The edits in the subject's file; undefined where the changes cannot be made. */
export function editsOf(
  { text, inspection }: Subject,
  changes: readonly Change[],
  { random }: FeatureContext,
): FixEdits | undefined {
  let passcode: string | undefined;
  const generate = () => {
    passcode = generatePasscode(requirementOf(inspection), random);
    return passcode;
  };
  const edits = editsFor(inspection.document, changes, generate)?.map((each) => text.editAt(each));
  return edits && { edits, passcodeLine: passcode === undefined ? undefined : lineOf(passcode, edits) };
}

function requirementOf(inspection: Inspection) {
  return (inspection.kind === 'request' && inspection.context.profile?.passcodeRequirement) || {};
}

/** The edits are in the order of the text. */
function lineOf(written: string, edits: readonly TextEdit[]): number | undefined {
  const at = edits.findIndex(({ newText }) => newText.includes(written));
  const edit = edits[at];
  if (!edit) return undefined;
  const { range, newText } = edit;
  const added = edits
    .slice(0, at)
    .map((each) => breaksIn(each.newText) - (each.range.end.line - each.range.start.line));
  const above = added.reduce((sum, lines) => sum + lines, 0);
  return range.start.line + above + breaksIn(newText.slice(0, newText.indexOf(written)));
}

function breaksIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
