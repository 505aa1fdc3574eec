import {
  accountOf,
  combinedSeverities,
  containerKind,
  fileKind,
  type JsonDocument,
  type Placeholders,
  type Profile,
  parse,
  type Readers,
  readProfile,
  type Text,
} from '../../shared/index.ts';
import { type EntriesFor, entriesByPath, type WithPattern } from './globs.ts';
import { Listings } from './listing.ts';
import { NamedFiles } from './namedFiles.ts';
import { PathSet } from './pathSet.ts';
import { folderOf, nameOf, pathInside } from './uris.ts';
import type { ReadResult, World } from './world.ts';

interface Reading {
  readonly within: string | undefined;
  readonly reading: ReadResult | Promise<ReadResult>;
}

/**
 * The current content of files: of open documents, else from the disk, cached until a change is reported. Every text is
 * parsed once, and the parse is shared by all callers. A file that several URIs lead to is one file.
 */
export class Files {
  readonly listings: Listings;
  /** The files that documents name as bodies of requests. */
  readonly named = new NamedFiles();
  readonly log: (problem: Text) => void;
  readonly #world: World;
  readonly #openText: ((file: string) => string | undefined) | undefined;
  readonly #disk = new Map<string, Reading>();
  readonly #parsed = new Map<string, { readonly document: JsonDocument; readonly placeholders: Placeholders }>();
  readonly #profiles = new WeakMap<JsonDocument, Profile>();
  readonly #combined = new WeakMap<Profile, { readonly plain: Profile; readonly profile: Profile }>();
  /** The last valid reading of each profile that is open. */
  readonly #lastValid = new Map<string, Profile>();
  /** The URIs of the profiles that were read, by their folder. */
  readonly #profileUris = new Map<string, Set<string>>();
  readonly #asked = new PathSet();
  readonly #real = new Map<string, string>();
  #readers: Promise<Readers> | undefined;
  readonly #lookups = new WeakMap<readonly WithPattern[], EntriesFor<WithPattern>>();

  /**
   * `openText` returns the text of a document that is open in the editor, undefined for any other; left out where there is
   * no editor. `log` receives what could not be read.
   */
  constructor(world: World, openText?: (file: string) => string | undefined, log: (problem: Text) => void = () => {}) {
    this.#world = world;
    this.#openText = openText;
    this.log = log;
    this.listings = new Listings(world, log);
  }

  /** `within`: another file, or a name, leads to this one, so it is only read if it is in that folder, or open. */
  async read(uri: string, within?: string, isListed?: boolean): Promise<ReadResult> {
    const file = this.identity(uri);
    // Changes are reported by editors alone.
    if (this.#openText) for (const each of [uri, file]) this.#asked.add(each);
    const open = this.#open(file);
    if (open) return open;
    const limited = this.#disk.get(file);
    if (limited?.within !== undefined && within === undefined) {
      // A limit only decides whether a file may be read: what was read with one serves without.
      const result = await limited.reading;
      if (result.state !== 'unreadable') return result;
    }
    // Caches the pending read, so that concurrent callers share it and a change during the read drops it.
    const known = this.#disk.get(file);
    const reading = known && known.within === within ? known.reading : this.#world.read(uri, within, isListed);
    this.#disk.set(file, { within, reading });
    return reading;
  }

  /** Reads a file on which no other depends, without caching it. */
  async readOnce(uri: string, within?: string): Promise<ReadResult> {
    return this.#open(this.identity(uri)) ?? this.#world.read(uri, within);
  }

  /** Whether the file, there or not, lies in the folder with all links followed. */
  isInside(uri: string, folder: string): boolean {
    return pathInside(this.#world.real(folder), this.#world.real(uri)) !== undefined;
  }

  #open(file: string): ReadResult | undefined {
    const text = this.#openText?.(file);
    return text === undefined ? undefined : { state: 'text', text };
  }

  /** The one URI of the file, whichever link or letter case it is named by. */
  identity(uri: string): string {
    if (!this.#openText) return uri;
    const known = this.#real.get(uri) ?? this.#world.real(uri);
    this.#real.set(uri, known);
    return known;
  }

  /** The URI in the letter case of the disk, if the disk ignores case; links are not resolved. */
  spelled(uri: string): string {
    const real = this.identity(uri);
    return real.toLowerCase() === uri.toLowerCase() ? real : uri;
  }

  /** Whether it is our file: by its name, or by one of the profiles above it that have been read. */
  isOurs(uri: string): boolean {
    if (fileKind(nameOf(uri)) !== undefined) return true;
    for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
      const profiles = this.#profileUris.get(uri.slice(0, end)) ?? [];
      for (const profile of profiles) if (this.#lists(profile, uri)) return true;
    }
    return false;
  }

  /** A file that a profile lists, or one with requests of its own below a profile. */
  #lists(profileUri: string, uri: string): boolean {
    if (containerKind(nameOf(uri)) !== undefined || this.named.of(uri)) return true;
    const document = this.#parsed.get(profileUri)?.document;
    const requests = (document && this.#profiles.get(document)?.requests) ?? [];
    return this.entriesFor(requests, profileUri, uri).length > 0;
  }

  /** Loaded with the first file that may hold requests. */
  readers(): Promise<Readers> {
    this.#readers ??= this.#world.loadReaders();
    return this.#readers;
  }

  /** The entries of a profile's list that apply to the file, in order; outside the profile's folder, those without a pattern. */
  entriesFor<Entry extends WithPattern>(entries: readonly Entry[], profileUri: string, uri: string): readonly Entry[] {
    const path = entries.length > 0 ? pathInside(folderOf(profileUri), uri) : undefined;
    if (path === undefined) return entries.filter(({ files }) => files === undefined);
    // Made once for the list: thousands of files may be matched against it.
    const lookup = (this.#lookups.get(entries) as EntriesFor<Entry> | undefined) ?? entriesByPath(entries);
    this.#lookups.set(entries, lookup);
    return lookup(path);
  }

  today(): string {
    return this.#world.today();
  }

  /** The parse of the current text at this URI. Placeholders are values only in a request. */
  document(uri: string, text: string, placeholders: Placeholders = 'open'): JsonDocument {
    const known = this.#parsed.get(uri);
    if (known?.document.text === text && known.placeholders === placeholders) return known.document;
    const document = parse(text, placeholders);
    this.#parsed.set(uri, { document, placeholders });
    return document;
  }

  profile(uri: string, text: string): Profile {
    const document = this.document(uri, text, 'literal');
    const profile = this.#profiles.get(document) ?? readProfile(document);
    this.#profiles.set(document, profile);
    if (accountOf(nameOf(uri)) !== undefined) return profile;
    const folder = folderOf(uri).replace(/\/$/, '');
    this.#profileUris.set(folder, (this.#profileUris.get(folder) ?? new Set()).add(uri));
    return profile;
  }

  /** The profile as it governs requests: of one that is open and half typed, the last valid reading, until it is saved. */
  inForce(uri: string, profile: Profile): Profile {
    return isValid(profile) ? profile : (this.#lastValid.get(this.identity(uri)) ?? profile);
  }

  /** The profile of a further account, with what the plain one says of requests. The same for the same two. */
  combined(own: Profile, plain: Profile): Profile {
    const known = this.#combined.get(own);
    if (known?.plain === plain) return known.profile;
    const profile = {
      ...own,
      requests: plain.requests,
      ignore: [...own.ignore, ...plain.ignore],
      severities: combinedSeverities(plain.severities, own.severities),
    };
    this.#combined.set(own, { plain, profile });
    return profile;
  }

  /** Notes what a profile says, if that is one. `text` undefined: it is not open any more. */
  profileEdited(uri: string, text: string | undefined): void {
    if (fileKind(nameOf(uri)) !== 'profile') return;
    const profile = text === undefined ? undefined : this.profile(uri, text);
    if (profile && isValid(profile)) this.#lastValid.set(this.identity(uri), profile);
    if (text === undefined) this.#lastValid.delete(this.identity(uri));
  }

  /** A profile that is saved while it is broken counts no more. Returns whether it did. */
  profileSaved(uri: string, text: string | undefined): boolean {
    if (!this.#lastValid.has(this.identity(uri))) return false;
    const isBroken = text === undefined || !isValid(this.profile(uri, text));
    return isBroken && this.#lastValid.delete(this.identity(uri));
  }

  /**
   * Forgets what was read, after a change in the editor or on the disk. Returns whether the file had been read, so that
   * something may depend on it.
   */
  changed(uri: string, where: 'inEditor' | 'onDisk' = 'onDisk'): boolean {
    const before = this.identity(uri);
    if (where === 'onDisk') this.#real.delete(uri);
    const isRules = where === 'onDisk' && nameOf(uri) === '.gitignore';
    if (isRules) this.listings.forget();
    const names = [uri, before, this.identity(uri)];
    for (const each of names) {
      this.#disk.delete(each);
      this.#parsed.delete(each);
    }
    return isRules || names.some((each) => this.#asked.has(each));
  }

  /** Drops a file from the cache that will not be read again. */
  forget(uri: string): void {
    this.#disk.delete(uri);
    this.#parsed.delete(uri);
  }

  /** A folder was added or removed, which editors report without its content. Returns whether anything in it had been read. */
  folderChanged(folder: string): boolean {
    const inside = this.#asked.below(folder);
    for (const uri of inside) this.changed(uri);
    return inside.length > 0;
  }

  /** Forgets all that was read from the disk: for editors that do not report changes. */
  forgetDisk(): void {
    this.#disk.clear();
    this.#real.clear();
    this.listings.forget();
  }
}

function isValid({ document }: Profile): boolean {
  return document.errors.length === 0;
}
