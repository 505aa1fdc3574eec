import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Inspection, RequestInspection } from './inspection.ts';
import { type TextView, viewOf } from './textView.ts';

/** One request of a file, or a file that is not a request: what we make of it, and how its file shows it. */
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
