import type { Diagnostic, OptionalVersionedTextDocumentIdentifier } from 'vscode-languageserver-protocol';
import type { Finding, Random, RequestFiles } from '../../shared/index.ts';
import type { ExplainedFile } from '../inspection/explanation.ts';
import type { DisplayContext } from '../inspection/requestExplanation.ts';
import type { Subject } from '../inspection/subject.ts';
import type { ClientFeatures } from './client.ts';
import type { GovernedRequest } from './places.ts';
import type { Settings } from './settings.ts';

/** A file of any kind, ours or not. */
export interface FileSubject extends ExplainedFile {
  /** It is open in the client, or in a workspace folder. */
  readonly known: boolean;
}

/** A JSON file that no lock profile lists. */
export interface UnlistedFile {
  /** Relative to the folder of the profile. */
  readonly path: string;
  /** Its text; undefined where it cannot be read. */
  readonly read: () => Promise<string | undefined>;
}

/** What a feature may need besides its subject. */
export interface FeatureContext extends DisplayContext {
  /** The client implements our commands. */
  readonly runsCommands: boolean;
  readonly client: ClientFeatures;
  readonly settings: Settings;
  readonly random: Random;
  /** The date, `2026-11-24`. */
  readonly today: string;
  /** The file as the client identifies it, with the version of its text; null: it is not open. */
  readonly identify: (uri: string) => OptionalVersionedTextDocumentIdentifier;
  /** Whether the file, there or not, lies in its workspace folder, with all links followed: what we write goes nowhere else. */
  readonly isInside: (uri: string) => boolean;
  /** The files that a lock profile with these entries could list as well. */
  readonly unlistedFiles: (profile: string, entries: readonly RequestFiles[]) => Promise<readonly UnlistedFile[]>;
  /** The requests of the workspace that a lock profile governs. */
  readonly governedBy: (profile: string) => Promise<readonly GovernedRequest[]>;
  /** A finding as the client receives it. */
  readonly diagnosticOf: (subject: Subject, finding: Finding) => Diagnostic;
}

/** Answers a request of the protocol from one subject; undefined: there is nothing to say. */
export type Feature<Params, Answer> = (
  subject: Subject,
  params: Params,
  context: FeatureContext,
) => Answer | undefined | Promise<Answer | undefined>;

/** The same for a whole file, which need not be ours, or exist. */
export type FileFeature<Params, Answer> = (
  file: FileSubject,
  params: Params,
  context: FeatureContext,
) => Answer | undefined | Promise<Answer | undefined>;
