import type { Diagnostic, OptionalVersionedTextDocumentIdentifier } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Random } from '../../shared/index.ts';
import type { ExplainedFile } from '../inspection/explanation.ts';
import type { Inspection } from '../inspection/inspect.ts';
import type { ExplanationContext } from '../inspection/requestExplanation.ts';
import type { ClientFeatures, Settings } from './client.ts';
import type { Overwritten } from './places.ts';

/** A file of the lens', as it stands, and what the lens makes of it. */
export interface Subject {
  readonly text: TextDocument;
  readonly inspection: Inspection;
}

/** A file of any kind, the lens' or not. */
export interface FileSubject extends ExplainedFile {
  /** The client has it open, or a workspace folder holds it. */
  readonly known: boolean;
}

/** What a feature may want to know besides its subject. */
export interface FeatureContext extends ExplanationContext {
  readonly client: ClientFeatures;
  readonly settings: Settings;
  readonly random: Random;
  /** The date, `2026-11-24`. */
  readonly today: string;
  /** A file as the client knows it, with the version of its text where the client holds one. */
  readonly identify: (uri: string) => OptionalVersionedTextDocumentIdentifier;
  /** The fields that the settings of a lock profile overwrite, in the requests of the workspace. */
  readonly overwrittenBy: (profile: string) => Promise<readonly Overwritten[]>;
  /** A finding as the client is told it. */
  readonly diagnosticOf: (subject: Subject, finding: Finding) => Diagnostic;
}

/** One request of the protocol about one file, answered from its inspection; undefined: there is nothing to say. */
export type Feature<Params, Answer> = (
  subject: Subject,
  params: Params,
  scope: FeatureContext,
) => Answer | undefined | Promise<Answer | undefined>;

/** The same about a file that need not be the lens', nor be there. */
export type FileFeature<Params, Answer> = (
  place: FileSubject,
  params: Params,
  scope: FeatureContext,
) => Answer | undefined;
