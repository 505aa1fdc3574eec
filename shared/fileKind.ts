/** Which files may be ours, by their names alone: the one place for client and server; a test compares the manifest with it. */
export type FileKind = 'create' | 'update' | 'meeting' | 'response' | 'profile';

export const profileName = 'zoom-lock-profile.json';

/**
 * The files that may be ours and what hides some of them, in the patterns of VS Code and the Language Server Protocol.
 * VS Code silently matches nothing by braces in braces.
 */
export const watchedPattern = '**/{.gitignore,*.json,*.jsonc,*.JSON,*.JSONC}';

/** Those of them that are ours by name alone, and some more: which is for `fileKind` to say. */
export const mayBeZoomFiles =
  '**/{zoom-lock-profile.json,*.zoom-lock-profile.json,*.zoom-create.*,*.zoom-update.*,*.zoom-meeting.*,*.zoom-response.*}';

/** Folders with other people's files: never searched. */
export const skippedFolders: readonly string[] = [
  'node_modules',
  'vendor',
  '.venv',
  'venv',
  'site-packages',
  '.tox',
  '.git',
];

/** The same in a pattern of VS Code. */
export const skippedPattern = `**/{${skippedFolders.join(',')}}/**`;

/** Whether a profile may list the file as a request, by its ending. */
export function mayBeListed(path: string): boolean {
  return /\.jsonc?$/i.test(path);
}

/** Whether a file may be ours, by its name: any JSON file may, and below a lock profile documents and code. */
export function mayBeOurs(path: string): boolean {
  return mayBeListed(path) || containerKind(path) !== undefined;
}

/** `staging.zoom-lock-profile.json`: a further profile, of another account, for the requests of the plain one beside it. */
export function accountProfile(account: string): string {
  return `${account}.${profileName}`;
}

/** "staging"; undefined for any other file, the plain profile included. */
export function accountOf(fileName: string): string | undefined {
  const end = fileName.length - profileName.length - 1;
  return end > 0 && fileName.endsWith(`.${profileName}`) ? fileName.slice(0, end) : undefined;
}

/** A file with requests in it that a lock profile does not list: recognised by its ending, and for collections by its name. */
export type ContainerKind = (typeof containerKinds)[number];

/** In this order they are shown to users. */
export const containerKinds = [
  'markdown',
  'shell',
  'http',
  'postman',
  'javascript',
  'typescript',
  'python',
  'php',
] as const;

/** Those that are code: what a request consists of is not JSON there. */
export function isCode(kind: ContainerKind): boolean {
  return ['javascript', 'typescript', 'python', 'php'].includes(kind);
}

const kindsByEnding: Readonly<Record<string, ContainerKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  sh: 'shell',
  bash: 'shell',
  zsh: 'shell',
  http: 'http',
  rest: 'http',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescript',
  py: 'python',
  php: 'php',
};

/** Undefined for a file in which we look for no requests. Only below a lock profile is it looked at. */
export function containerKind(fileName: string): ContainerKind | undefined {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'json') return /postman|collection/i.test(fileName) ? 'postman' : undefined;
  return Object.hasOwn(kindsByEnding, ending) ? kindsByEnding[ending] : undefined;
}

/** Documents and code, in the patterns of VS Code and the Language Server Protocol; collections are JSON files. */
export const containerPattern = patternOf((kind) => kind !== 'postman');
export const documentPattern = patternOf((kind) => kind !== 'postman' && !isCode(kind));

function patternOf(isMeant: (kind: ContainerKind) => boolean): string {
  const endings = Object.keys(kindsByEnding).filter((each) => isMeant(kindsByEnding[each] as ContainerKind));
  return `**/*.{${[...endings, ...endings.map((each) => each.toUpperCase())].join(',')}}`;
}

/** Undefined for a file that is not ours, unless a profile's `requests` lists it. */
export function fileKind(fileName: string): FileKind | undefined {
  if (fileName === profileName || accountOf(fileName) !== undefined) return 'profile';
  const match = /^.+\.zoom-(create|update|meeting|response)\.(?:json|JSON)[cC]?$/s.exec(fileName);
  return match?.[1] as FileKind | undefined;
}

/**
 * The file of a new request, after its topic: `Réunion d’équipe (EU)` → `reunion-dequipe-eu.zoom-create.json`. Undefined for a
 * topic without letters and digits.
 */
export function requestFileName(topic: string, operation: 'create' | 'update'): string | undefined {
  const plain = topic
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1') // accents of Latin letters alone: elsewhere a mark makes another word
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => latin[letter] ?? letter)
    .replace(/['’]/g, '');
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu)?.join('-') ?? '';
  const name = [...words].slice(0, longestName).join('').replace(/-$/, '');
  return name === '' ? undefined : `${name}.zoom-${operation}.json`;
}

/** In characters: of the longest scripts, an operating system takes hardly more in a file name. */
const longestName = 60;

const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The pattern that matches only this path. */
export function literalGlob(path: string): string {
  return path.replace(/[!-,:-@[-^`{-~]/g, '\\$&');
}

/** `a.zoom-update.json`, or `a.json` listed as an update → `a.zoom-meeting.json`, `a.zoom-meeting.jsonc`; the first that exists counts. */
export function meetingNames(updateName: string): readonly string[] {
  const kind = fileKind(updateName);
  const match = /^(.+?)(?:\.zoom-update)?\.(?:json|JSON)[cC]?$/s.exec(updateName);
  return match && (!kind || kind === 'update')
    ? [`${match[1]}.zoom-meeting.json`, `${match[1]}.zoom-meeting.jsonc`]
    : [];
}

/** `a.zoom-create.json`, or `a.json` listed as a request → `a.zoom-response.json`; of a further response, `a.2.zoom-response.json`. */
export function responseName(requestName: string, number = 1): string {
  const base = requestName.replace(/(?:\.zoom-(?:create|update))?\.jsonc?$/i, '');
  return `${base}${number === 1 ? '' : `.${number}`}.zoom-response.json`;
}

/**
 * The names of the requests that a response may be for, most likely first: `a.zoom-response.json` → `a.zoom-create.json`, …,
 * `a.jsonc`. Those of `a.2.zoom-response.json` are the names of `a.2`, and then those of `a`.
 */
export function requestNames(responseName: string): readonly (readonly string[])[] {
  if (fileKind(responseName) !== 'response') return [];
  const own = responseName.slice(0, responseName.lastIndexOf('.zoom-response.'));
  const numbered = /^(.+)\.\d{1,6}$/s.exec(own)?.[1];
  return [own, ...(numbered === undefined ? [] : [numbered])].map((base) =>
    ['.zoom-create', '.zoom-update', ''].flatMap((kind) => [`${base}${kind}.json`, `${base}${kind}.jsonc`]),
  );
}

/** The endings of the files that may contain several requests. */
const containerEndings = [
  'json',
  'jsonc',
  'postman_collection.json',
  'md',
  'http',
  'rest',
  'sh',
  'js',
  'ts',
  'py',
  'php',
];

/** At every dot, the name of a response may be that of a file and of a request in it: `app.standup` → `standup` in `app.json`. */
export function containerNames(responseName: string): readonly { readonly file: string; readonly request: string }[] {
  return requestNames(responseName).flatMap(([first = '']) => {
    const parts = first.slice(0, first.lastIndexOf('.zoom-create.')).split('.');
    return parts.slice(1).flatMap((_, index) => {
      const [base, request] = [parts.slice(0, index + 1).join('.'), parts.slice(index + 1).join('.')];
      return containerEndings.map((ending) => ({ file: `${base}.${ending}`, request }));
    });
  });
}
