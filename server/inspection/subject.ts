import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Inspection, RequestInspection } from './inspection.ts';
import { type TextView, viewOf } from './textView.ts';

/** An inspection, and the view that maps its offsets to positions in the file. */
export interface Subject {
  readonly text: TextView;
  readonly inspection: Inspection;
}

export interface RequestSubject extends Subject {
  readonly inspection: RequestInspection;
}

export function subjectsOf(text: TextDocument, inspections: readonly Inspection[]): readonly Subject[] {
  return inspections.map((inspection) => ({ text: viewOf(text, inspection.map), inspection }));
}

export function requestSubjects(subjects: readonly Subject[]): readonly RequestSubject[] {
  return subjects.flatMap(({ text, inspection }) => (inspection.kind === 'request' ? [{ text, inspection }] : []));
}
