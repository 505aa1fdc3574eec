/** What client and server agree on: the one place for custom messages, command ids and setting names. */

export const serverName = 'zoomRequestLens';
export const displayName = 'Request Lens for Zoom Meetings';

/** Fixes what keeps its meaning: it may run whenever a file is saved. */
export const fixAllKind = 'source.fixAll.zoomRequestLens';
/** Gives up what the author meant, so no general kind includes it but for users who have asked for `source`. */
export const writeStoredKind = 'source.zoomRequestLens.writeStored';
export const writeProfileKind = 'source.writeProfile.zoomRequestLens';
export const addMeetingKind = 'source.addMeeting.zoomRequestLens';

/** What the client may send with `initialize`. Editors that send nothing get working defaults. */
export interface InitializationOptions {
  /** URI of the folder with the pages of the rules. */
  readonly rulesFolder?: string;
  /** The editor reports broken JSON itself, so we need not. */
  readonly editorReportsSyntax?: boolean;
  /** The account whose lock profile counts, where several lie together; left out: the plain one. */
  readonly account?: string;
  /** The client implements the commands below, so that lenses and actions may run them. */
  readonly runsCommands?: boolean;
  /** English texts, with their gaps as `{0}`, → texts in the user's language. Left out: English. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** Client → server: which of several lock profiles that lie together counts: that of an account, or the plain one (null). */
export const accountChanged = 'zoomRequestLens/accountChanged';

export interface AccountParams {
  readonly account: string | null;
}

/** Client → server: what is in force for a document. Answers null for one that is not a request. */
export const statusRequest = 'zoomRequestLens/status';

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface Status {
  /** How many the document contains; the rest is about the first. */
  readonly requests: number;
  /** either: the document does not say which. */
  readonly operation: 'create' | 'update' | 'either';
  readonly scenario: number | null;
  /** URI of the profile, null where there is none. */
  readonly profile: string | null;
  /** Why the profile cannot be used, in the user's language: "is a folder". */
  readonly profileProblem: string | null;
  /** How long ago what the profile says was captured, and whether that is too long; null where it does not say. */
  readonly profileAge: { readonly days: number; readonly stale: boolean } | null;
  /** Keys of the profile that it leaves open: settings and `rules`. */
  readonly unknown: readonly string[];
  /** Why the meeting before an update is not known: its file was not found or cannot be read. Else null. */
  readonly meetingProblem: string | null;
}

/** Documents of this scheme, whose content the server provides, show a request as Zoom will store it. */
export const storedScheme = 'zoom-stored';

/** Client → server: the URIs of requests as Zoom will store them. Answers null for a document that is not a request. */
export const storedRequest = 'zoomRequestLens/stored';

/** The request of this name, or where the cursor is; where neither is given, or the cursor is in none, all of the document. */
export interface StoredParams extends DocumentParams {
  readonly request?: string;
  readonly position?: { readonly line: number; readonly character: number };
}

/** One for each request, in the order of the text. */
export type StoredAnswer = readonly StoredRequest[];

export interface StoredRequest {
  /** What the document calls it; empty where the document is the request. */
  readonly name: string;
  /** The URI of the body as it is sent, where the document is more than requests; null: the document itself. */
  readonly sent: string | null;
  /** One where everything is known, else one for each text that Zoom may store. Empty: the body is broken, as `problem` says. */
  readonly texts: readonly StoredPlace[];
  readonly problem: string | null;
}

export interface StoredPlace {
  /** For `workspace/textDocumentContent`. */
  readonly uri: string;
  /** What is stored differently from what is sent: "waiting_room true, a generated passcode". */
  readonly outcome: string;
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
  /** How the account manages groups, if the user has said so. */
  readonly groups?: 'legacy' | 'priority';
  /** The date in the user's time zone, `2026-11-24`. */
  readonly capturedAt: string;
  /** The text of the profile to be replaced: what no response says is carried over. */
  readonly existing?: string;
}

export type ImportAnswer =
  | {
      readonly state: 'profile';
      readonly text: string;
      /** The calls that would settle what is left open, one sentence each. */
      readonly unresolved: readonly string[];
      readonly notes: readonly string[];
      /** Settings on which the two models of groups disagree. Not empty: ask the user for the model. */
      readonly modelMatters: readonly string[];
    }
  /** Ask the user whose these are, and send all files again with their levels. */
  | { readonly state: 'level'; readonly files: readonly string[] }
  | { readonly state: 'problems'; readonly problems: readonly string[] };

/** Client → server: explains any file, as Markdown; null for one that is neither open nor in a workspace folder. */
export const explainRequest = 'zoomRequestLens/explain';

/** Client → server: the answer to GET /meetings/{meetingId} in, a meeting file out. Null for a document that is not an update. */
export const meetingFileRequest = 'zoomRequestLens/meetingFile';

export interface MeetingFileParams {
  /** The update, or the request that was answered. */
  readonly textDocument: { readonly uri: string };
  /** Zoom's answer. It stays on this machine, and only what a prediction needs is returned. */
  readonly response: string;
}

export type MeetingFileAnswer =
  | { readonly state: 'meeting'; readonly uri: string; readonly text: string }
  /** Why it cannot be made of this response, in a sentence. */
  | { readonly state: 'problem'; readonly problem: string }
  /** Why none is written, whatever the response. */
  | { readonly state: 'refused'; readonly reason: string };

/** Client → server: the response to a request in, a response file without secrets out. Null for what is not a request. */
export const responseFileRequest = 'zoomRequestLens/responseFile';

/** Client → server: the edit that lists a file as a request in the lock profile that governs it. */
export const listRequestRequest = 'zoomRequestLens/listRequest';

export interface ListRequestParams {
  readonly textDocument: { readonly uri: string };
  readonly operation: 'create' | 'update';
}

export type ListRequestAnswer =
  /** `edit` is a WorkspaceEdit of the protocol. */
  | { readonly state: 'edit'; readonly profile: string; readonly edit: object }
  /** There is no profile yet. `files` is the pattern of the file in one in the workspace folder. */
  | { readonly state: 'noProfile'; readonly files: string }
  /** Why it cannot be listed, in a sentence. */
  | { readonly state: 'refused'; readonly reason: string };

/** Client → server: a first body for a new request. Answers null where the file name does not say the operation. */
export const newRequestRequest = 'zoomRequestLens/newRequest';

export interface NewRequestParams {
  readonly textDocument: { readonly uri: string };
  readonly topic: string;
}

/** Server → client, where the server has no disk of its own (in a browser). */
export const readFileRequest = 'zoomRequestLens/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** In bytes: a larger file is not read. */
  readonly atMost: number;
}

export type ReadFileAnswer =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array }
  | { readonly state: 'missing' }
  | { readonly state: 'tooLarge' }
  | { readonly state: 'unreadable'; readonly reason: string };

/** Client → server: the requests of a file under the lock profiles of several accounts, as Markdown. Null for any other file. */
export const compareRequest = 'zoomRequestLens/compare';

export interface CompareParams extends DocumentParams {
  /** Besides the plain profile. */
  readonly accounts: readonly string[];
}

/** Client → server: a sign of life. Answers null. */
export const pingRequest = 'zoomRequestLens/ping';

/** VS Code's context key that is true while a request is open in the active editor. */
export const isRequestKey = 'zoomRequestLens.isRequest';

/** Server → client, where the server has no disk of its own. Answers with paths relative to the folder; null: not known. */
export const listFilesRequest = 'zoomRequestLens/listFiles';

export interface ListFilesParams {
  readonly folder: string;
  /** A glob of VS Code. */
  readonly pattern: string;
  /** Null is answered if there are more files than this. */
  readonly atMost: number;
}

/** Server → client, where the server has no disk of its own. Answers with the code of the bundle `containers.cjs`. */
export const loadReadersRequest = 'zoomRequestLens/loadReaders';

export const commands = {
  /** Opens an example with findings. */
  tryExample: 'zoomRequestLens.tryExample',
  writeProfile: 'zoomRequestLens.writeProfile',
  openProfile: 'zoomRequestLens.openProfile',
  /** Asks which of several lock profiles that lie together counts. */
  switchAccount: 'zoomRequestLens.switchAccount',
  /** Shows the requests of a file under all of them. Takes its URI; without, the active file. */
  compareAccounts: 'zoomRequestLens.compareAccounts',
  importProfile: 'zoomRequestLens.importProfile',
  /** Both make a request of a file that is not one by its name. They take its URI; without, the active file. */
  renameToRequest: 'zoomRequestLens.renameToRequest',
  listRequest: 'zoomRequestLens.listRequest',
  /** Opens the explanation of a file. Takes its URI; without, the active file. */
  explain: 'zoomRequestLens.explain',
  /** Opens one of our pages, which the user picks. */
  showDocumentation: 'zoomRequestLens.showDocumentation',
  /** Shows a line of a file, counted from 1, in the group where the file is. Takes the URI of the file and the line. */
  showLine: 'zoomRequestLens.showLine',
  /** Makes the meeting file of an update from Zoom's answer. Takes the URI of the update; without, the active file. */
  addMeeting: 'zoomRequestLens.addMeeting',
  /** Stores Zoom's response to a request next to it. Takes the URI of the request; without, the active file. */
  addResponse: 'zoomRequestLens.addResponse',
  /** Shows the fields that a setting of the lock profile overwrites. Takes the profile's URI, a position and locations. */
  showOverwritten: 'zoomRequestLens.showOverwritten',
  /** Opens a diff of a request and what Zoom will store. Takes the URI of its file (else the active one) and its name (else it asks). */
  showStored: 'zoomRequestLens.showStored',
  /** Both write a first body. They take the URI of a folder (without, that of the active file) and a name (without, they ask). */
  newCreateRequest: 'zoomRequestLens.newCreateRequest',
  newUpdateRequest: 'zoomRequestLens.newUpdateRequest',
} as const;
