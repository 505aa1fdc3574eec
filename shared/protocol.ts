/** What client and server agree on: the one place for custom messages, command ids and setting names. */

export const serverName = 'zoomRequestLens';
export const displayName = 'Request Lens for Zoom Meetings';

export const fixAllKind = 'source.fixAll.zoomRequestLens';
export const writeProfileKind = 'source.writeProfile.zoomRequestLens';
export const addMeetingKind = 'source.addMeeting.zoomRequestLens';

/** What the client tells at the start. Editors that send nothing get working defaults. */
export interface InitializationOptions {
  /** Where the pages of the rules are: a URI that a file name can be added to. */
  readonly rulesFolder?: string;
  /** The editor reports broken JSON itself, so the lens need not. */
  readonly editorReportsSyntax?: boolean;
  /** The client knows the commands below, so that what the lens shows may run them. */
  readonly runsCommands?: boolean;
  /** The user's language: English texts, with their gaps as `{0}`, to texts of that language. Left out: English. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** Client → server: what is in force for a document. Answers null for one that is no request. */
export const statusRequest = 'zoomRequestLens/status';

export interface StatusParams {
  readonly textDocument: { readonly uri: string };
}

export interface Status {
  /** How many the document holds; the rest is about the first. */
  readonly requests: number;
  readonly operation: 'create' | 'update';
  readonly scenario: number | null;
  /** URI of the profile, null where there is none. */
  readonly profile: string | null;
  /** Why the profile cannot be used, in the user's language: "is a folder". */
  readonly profileProblem: string | null;
  /** How long ago what the profile says was captured, and whether that is too long; null where it does not say. */
  readonly profileAge: { readonly days: number; readonly stale: boolean } | null;
  /** Names of the settings that the profile leaves open. */
  readonly unknown: readonly string[];
  /** An update whose meeting is not at hand, or cannot be read: why. */
  readonly meetingProblem: string | null;
}

/** Documents of this scheme, which the server makes, hold a request as Zoom will store it. */
export const storedScheme = 'zoom-stored';

/** Client → server: where to read a request as Zoom will store it. Answers null for a document that is no request. */
export const storedRequest = 'zoomRequestLens/stored';

export interface StoredParams extends StatusParams {
  /** The name of one request; left out: all of the document. */
  readonly request?: string;
}

/** One for each request, in the order of the text. */
export type StoredAnswer = readonly StoredRequest[];

export interface StoredRequest {
  /** What the document calls it; empty where the document is the request. */
  readonly name: string;
  /** One where all is known, else one for each text that Zoom may store. None: the body is broken, and `problem` says so. */
  readonly texts: readonly StoredPlace[];
  readonly problem: string | null;
}

export interface StoredPlace {
  /** For `workspace/textDocumentContent`. */
  readonly uri: string;
  /** "the meeting has no passcode"; empty where there is one text. */
  readonly when: string;
}

/** Server → client: what is in force may have changed, for any document. */
export const statusChanged = 'zoomRequestLens/statusChanged';

/** Client → server: saved responses of Zoom's settings endpoints in, a lock profile out. */
export const importRequest = 'zoomRequestLens/importProfile';

export interface ImportParams {
  readonly files: readonly {
    readonly name: string;
    readonly text: string;
    readonly level?: 'account' | 'group' | 'user';
  }[];
  /** How the account manages groups, once the user has been asked. */
  readonly groups?: 'legacy' | 'priority';
  /** The day where the user is, as `2026-11-24`. */
  readonly capturedAt: string;
  /** The text of the profile that would be replaced: what no response tells is taken over. */
  readonly existing?: string;
}

export type ImportAnswer =
  | {
      readonly state: 'profile';
      readonly text: string;
      /** The calls that would tell what is left open, one sentence each. */
      readonly unresolved: readonly string[];
      readonly notes: readonly string[];
      /** Settings on which the two models of groups disagree. Not empty: ask for the model. */
      readonly modelMatters: readonly string[];
    }
  /** Ask whose these are, and send all again with the answers. */
  | { readonly state: 'level'; readonly files: readonly string[] }
  | { readonly state: 'problems'; readonly problems: readonly string[] };

/**
 * Client → server: what the lens makes of a file and why, as Markdown; also of one that is none of its business. Answers
 * null for one that is neither open nor in a workspace folder.
 */
export const explainRequest = 'zoomRequestLens/explain';

export interface ExplainParams {
  readonly textDocument: { readonly uri: string };
}

/** Client → server: the answer of GET /meetings/{meetingId} in, a meeting file out. Null for a document that is no update. */
export const meetingFileRequest = 'zoomRequestLens/meetingFile';

export interface MeetingFileParams {
  /** The update. */
  readonly textDocument: { readonly uri: string };
  /** What Zoom answered. It stays on this machine, and only what a prediction needs comes back. */
  readonly response: string;
}

export type MeetingFileAnswer =
  | { readonly state: 'meeting'; readonly uri: string; readonly text: string }
  /** Why it cannot be made of this response, in a sentence. */
  | { readonly state: 'problem'; readonly problem: string }
  /** Why none is written, whatever the response. */
  | { readonly state: 'refused'; readonly reason: string };

/** Client → server: a first body for a request that is not there yet. Its name says the operation; null where it says none. */
export const newRequestRequest = 'zoomRequestLens/newRequest';

export interface NewRequestParams {
  readonly textDocument: { readonly uri: string };
  readonly topic: string;
}

/** Server → client, where the server has no disk of its own (in a browser). */
export const readFileRequest = 'zoomRequestLens/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** Bytes: a larger file is not read. */
  readonly atMost: number;
}

export type ReadFileAnswer =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array }
  | { readonly state: 'missing' }
  | { readonly state: 'tooLarge' }
  | { readonly state: 'unreadable'; readonly reason: string };

/** Client → server: whether the server answers at all. Answers null. */
export const pingRequest = 'zoomRequestLens/ping';

/** VS Code's context key that is true while the active editor holds a request. */
export const isRequestKey = 'zoomRequestLens.isRequest';

/** Server → client, where the server has no disk of its own. Answers with paths from the folder, null where nobody can tell. */
export const listFilesRequest = 'zoomRequestLens/listFiles';

export interface ListFilesParams {
  readonly folder: string;
  /** More files than this need not be listed: null. */
  readonly atMost: number;
}

/** Whether what Zoom will store is written behind the values; on unless it is false. */
export const inlayHintsSetting = 'zoomRequestLens.inlayHints.enabled';

export const commands = {
  writeProfile: 'zoomRequestLens.writeProfile',
  openProfile: 'zoomRequestLens.openProfile',
  importProfile: 'zoomRequestLens.importProfile',
  /** Opens what the lens makes of a file. Takes its URI; without, the active file. */
  explain: 'zoomRequestLens.explain',
  /** Makes a meeting file, of what Zoom answered, for an update. Takes its URI; without, the active file. */
  addMeeting: 'zoomRequestLens.addMeeting',
  /** Shows the fields that a setting of the lock profile overwrites. Takes the profile's URI, a position and locations. */
  showOverwritten: 'zoomRequestLens.showOverwritten',
  /** Opens a request beside what Zoom will store. Takes the URI of its file (without, the active file) and its name (without, it asks). */
  showStored: 'zoomRequestLens.showStored',
  /** Both write a first body. They take the URI of a folder (without, that of the active file) and a name (without, they ask). */
  newCreateRequest: 'zoomRequestLens.newCreateRequest',
  newUpdateRequest: 'zoomRequestLens.newUpdateRequest',
} as const;
