import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type BodyInspection, type Inspection, isBody, type RequestInspection } from './inspection.ts';
import { type TextView, viewOf } from './textView.ts';

/** An inspection, and the view that maps its offsets to positions in the file. */
export interface Subject {
  readonly text: TextView;
  readonly inspection: Inspection;
}

export interface RequestSubject extends Subject {
  readonly inspection: RequestInspection;
}

export interface BodySubject extends Subject {
  readonly inspection: BodyInspection;
}

export function subjectsOf(text: TextDocument, inspections: readonly Inspection[]): readonly Subject[] {
  return inspections.map((inspection) => ({ text: viewOf(text, inspection.map), inspection }));
}

export function requestSubjects(subjects: readonly Subject[]): readonly RequestSubject[] {
  return subjects.flatMap(({ text, inspection }) => (inspection.kind === 'request' ? [{ text, inspection }] : []));
}

/** With what is called a request and visibly is none. */
export function bodySubjects(subjects: readonly Subject[]): readonly BodySubject[] {
  return subjects.flatMap(({ text, inspection }) => (isBody(inspection) ? [{ text, inspection }] : []));
}
