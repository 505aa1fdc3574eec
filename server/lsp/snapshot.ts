import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Inspection } from '../inspection/inspection.ts';
import { type Subject, subjectsOf } from '../inspection/subject.ts';

/** The inspections of a file, with the text that they were made from. */
export interface Snapshot {
  readonly text: TextDocument;
  /** In the order of the text; empty for a file that is not ours. */
  readonly subjects: readonly Subject[];
  /** The state of the surrounding files and the user's settings when the inspection began. */
  readonly epoch: number;
  /** Changes whenever the text, the surrounding files or the settings may have changed. */
  readonly resultId: string;
}

export function snapshotOf(
  text: TextDocument,
  inspections: readonly Inspection[],
  resultId: string,
  epoch: number,
): Snapshot {
  return { text, epoch, subjects: subjectsOf(text, inspections), resultId };
}
