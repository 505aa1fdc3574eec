import {
  fileKind,
  type JsonDocument,
  type Placeholders,
  type Profile,
  parse,
  readProfile,
  type Text,
} from '../../shared/index.ts';
import { type EntriesFor, entriesByPath, type WithPattern } from './globs.ts';
import { Listings } from './listing.ts';
import { PathSet } from './pathSet.ts';
import { folderOf, nameOf, pathInside } from './uris.ts';
import type { ReadResult, World } from './world.ts';

interface Reading {
  readonly within: string | undefined;
  readonly reading: ReadResult | Promise<ReadResult>;
}

/**
 * What the files say now: open documents first, then the disk, read once until somebody says that a file has changed.
 * Every text is parsed once, and the parse is shared by all who ask. A file that several URIs lead to is one file.
 */
export class Files {
  readonly listings: Listings;
  readonly #world: World;
  readonly #openText: ((file: string) => string | undefined) | undefined;
  readonly #disk = new Map<string, Reading>();
  readonly #parsed = new Map<string, { readonly document: JsonDocument; readonly placeholders: Placeholders }>();
  readonly #profiles = new WeakMap<JsonDocument, Profile>();
  /** The profiles that were read, by their folder. */
  readonly #profileUris = new Map<string, Set<string>>();
  readonly #asked = new PathSet();
  readonly #real = new Map<string, string>();
  readonly #lookups = new WeakMap<readonly WithPattern[], EntriesFor<WithPattern>>();

  /**
   * `openText` is the text of a document that an editor holds, undefined for any other; without it nobody edits anything.
   * `log` takes what could not be seen on a walk through a folder.
   */
  constructor(world: World, openText?: (file: string) => string | undefined, log?: (problem: Text) => void) {
    this.#world = world;
    this.#openText = openText;
    this.listings = new Listings(world, log);
  }

  /** `within`: the file is read because a file, or a name, says so, and not by what lies outside that folder; an open one is. */
  async read(uri: string, within?: string): Promise<ReadResult> {
    const file = this.identity(uri);
    this.#asked.add(uri);
    this.#asked.add(file);
    const open = this.#open(file);
    if (open) return open;
    const limited = this.#disk.get(file);
    if (limited?.within !== undefined && within === undefined) {
      // What may be read with a limit is no other without.
      const result = await limited.reading;
      if (result.state !== 'unreadable') return result;
    }
    // What is kept is the reading itself: one at a time, and one that a change has overtaken is not kept for the result.
    const known = this.#disk.get(file);
    const reading = known && known.within === within ? known.reading : this.#world.read(uri, within);
    this.#disk.set(file, { within, reading });
    return reading;
  }

  /** Reads a file on which no other rests: nothing of it is kept. */
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

  /** The one URI of the file, by whichever link or in whichever letters it is named. */
  identity(uri: string): string {
    if (!this.#openText) return uri;
    const known = this.#real.get(uri) ?? this.#world.real(uri);
    this.#real.set(uri, known);
    return known;
  }

  /** The URI in the letters that the disk has, where they do not matter to the disk; links stay. */
  spelled(uri: string): string {
    const real = this.identity(uri);
    return real.toLowerCase() === uri.toLowerCase() ? real : uri;
  }

  /** Whether the file is the lens' business, as far as the profiles above it tell that were read. */
  isOurs(uri: string): boolean {
    if (fileKind(nameOf(uri)) !== undefined) return true;
    for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
      const profiles = this.#profileUris.get(uri.slice(0, end)) ?? [];
      for (const profile of profiles) if (this.#lists(profile, uri)) return true;
    }
    return false;
  }

  #lists(profileUri: string, uri: string): boolean {
    const document = this.#parsed.get(profileUri)?.document;
    const requests = (document && this.#profiles.get(document)?.requests) ?? [];
    return this.entriesFor(requests, profileUri, uri).length > 0;
  }

  /** The entries of a profile's list that speak of the file, in their order; of a file elsewhere, those without a pattern. */
  entriesFor<Entry extends WithPattern>(entries: readonly Entry[], profileUri: string, uri: string): readonly Entry[] {
    const path = entries.length > 0 ? pathInside(folderOf(profileUri), uri) : undefined;
    if (path === undefined) return entries.filter(({ files }) => files === undefined);
    // Made once for the list: thousands of files may be held against it.
    const lookup = (this.#lookups.get(entries) as EntriesFor<Entry> | undefined) ?? entriesByPath(entries);
    this.#lookups.set(entries, lookup);
    return lookup(path);
  }

  today(): string {
    return this.#world.today();
  }

  /** The parse of the text that stands at this URI now. Placeholders are values only in a request. */
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
    const folder = folderOf(uri).replace(/\/$/, '');
    this.#profileUris.set(folder, (this.#profileUris.get(folder) ?? new Set()).add(uri));
    return profile;
  }

  /**
   * Forgets what was read, after a change in the editor or on the disk. Returns whether anybody had asked for the file, so
   * that something may depend on it.
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

  /** Drops what is kept of a file that is not asked for again. */
  forget(uri: string): void {
    this.#disk.delete(uri);
    this.#parsed.delete(uri);
  }

  /** A folder came or went, which editors tell without naming what is in it. Returns whether anybody had asked for that. */
  folderChanged(folder: string): boolean {
    const inside = this.#asked.below(folder);
    for (const uri of inside) this.changed(uri);
    return inside.length > 0;
  }

  /** Forgets all that was read from the disk: for editors that do not tell about changes. */
  forgetDisk(): void {
    this.#disk.clear();
    this.#real.clear();
    this.listings.forget();
  }
}
