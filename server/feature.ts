import type { Diagnostic, OptionalVersionedTextDocumentIdentifier } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Random, Text } from '../shared/index.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Inspection } from './inspect.ts';
import type { Overwritten } from './overwrites.ts';
import type { Settings } from './settings.ts';
import type { Standing } from './surroundings.ts';

/** A file of the lens', as it stands, and what the lens makes of it. */
export interface Subject {
  readonly text: TextDocument;
  readonly inspection: Inspection;
}

/** A file of any kind, the lens' or not. */
export interface Place {
  readonly uri: string;
  readonly standing: Standing;
  /** The client has it open, or a workspace folder holds it. */
  readonly known: boolean;
  readonly inspection: Inspection | undefined;
}

/** What a feature may want to know besides its subject. */
export interface Scope {
  readonly client: ClientFeatures;
  /** The client knows the lens' own commands. */
  readonly runsCommands: boolean;
  readonly settings: Settings;
  readonly random: Random;
  /** The date, `2026-11-24`. */
  readonly today: string;
  /** The path of a file as its user knows it: from the workspace folder. */
  readonly displayPath: (uri: string) => string;
  /** The workspace folder of a file; undefined for a file outside. */
  readonly rootOf: (uri: string) => string | undefined;
  /** A file as the client knows it, with the version of its text where the client holds one. */
  readonly identify: (uri: string) => OptionalVersionedTextDocumentIdentifier;
  /** The fields that the settings of a lock profile overwrite, in the requests of the workspace. */
  readonly overwrittenBy: (profile: string) => Promise<readonly Overwritten[]>;
  /** In the language of the user. */
  readonly say: (text: Text) => string;
  /** A finding as the client is told it. */
  readonly diagnosticOf: (subject: Subject, finding: Finding) => Diagnostic;
}

/** One request of the protocol about one file, answered from its inspection; undefined: there is nothing to say. */
export type Feature<Params, Answer> = (
  subject: Subject,
  params: Params,
  scope: Scope,
) => Answer | undefined | Promise<Answer | undefined>;

/** The same about a file that need not be the lens', nor be there. */
export type PlaceFeature<Params, Answer> = (place: Place, params: Params, scope: Scope) => Answer | undefined;
