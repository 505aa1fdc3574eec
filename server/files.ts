import { type JsonDocument, type Profile, parse, readProfile } from '../shared/index.ts';
import { leftOut, listBelow, matcher } from './listing.ts';
import type { ReadResult, World } from './world.ts';

/** An entry of the profile that speaks of files; none named is all. */
interface WithGlob {
  readonly files: string | undefined;
}

/**
 * What the files say now: open documents first, then the disk, read once until somebody says that a file has changed.
 * Every text is parsed once, and the parse is shared by all who ask.
 */
export class Files {
  readonly #world: World;
  readonly #openText: (uri: string) => string | undefined;
  readonly #disk = new Map<string, ReadResult | Promise<ReadResult>>();
  readonly #parsed = new Map<string, JsonDocument>();
  readonly #profiles = new WeakMap<JsonDocument, Profile>();
  readonly #asked = new Set<string>();
  readonly #matchers = new WeakMap<WithGlob, (path: string) => boolean>();
  readonly #listings = new Map<string, Promise<readonly string[] | undefined>>();

  /** `openText` is the text of a document that an editor holds, undefined for any other. */
  constructor(world: World, openText: (uri: string) => string | undefined = () => undefined) {
    this.#world = world;
    this.#openText = openText;
  }

  async read(uri: string): Promise<ReadResult> {
    this.#asked.add(uri);
    const open = this.#openText(uri);
    if (open !== undefined) return { state: 'text', text: open };
    // What is kept is the reading itself: one at a time, and one that a change has overtaken is not kept for the result.
    const reading = this.#disk.get(uri) ?? this.#world.read(uri);
    this.#disk.set(uri, reading);
    return reading;
  }

  /** The files below the folder, listed once until one comes or goes; undefined where nobody can tell. */
  listing(folder: string): Promise<readonly string[] | undefined> {
    const known = this.#listings.get(folder) ?? listBelow(this.#world, folder);
    this.#listings.set(folder, known);
    return known;
  }

  /** The entry's pattern as a test of paths, made once: it may be held against thousands of them. */
  matcher(entry: WithGlob): (path: string) => boolean {
    const known = this.#matchers.get(entry) ?? (entry.files === undefined ? () => true : matcher(entry.files));
    this.#matchers.set(entry, known);
    return known;
  }

  today(): string {
    return this.#world.today();
  }

  /** The parse of the text that stands at this URI now. */
  document(uri: string, text: string): JsonDocument {
    const known = this.#parsed.get(uri);
    if (known?.text === text) return known;
    const document = parse(text);
    this.#parsed.set(uri, document);
    return document;
  }

  profile(uri: string, text: string): Profile {
    const document = this.document(uri, text);
    const profile = this.#profiles.get(document) ?? readProfile(document);
    this.#profiles.set(document, profile);
    return profile;
  }

  /** Forgets what was read. Returns whether anybody had asked for the file, so that something may depend on it. */
  changed(uri: string): boolean {
    this.#disk.delete(uri);
    this.#parsed.delete(uri);
    return this.#asked.has(uri);
  }

  /** A folder came or went, which editors tell without naming what is in it. Returns whether anybody had asked for that. */
  folderChanged(folder: string): boolean {
    const inside = [...this.#asked].filter((uri) => uri.startsWith(`${folder}/`));
    for (const uri of inside) this.changed(uri);
    return inside.length > 0;
  }

  /** A file or folder came or went. Returns whether anybody had asked for the files of a folder above it. */
  cameOrWent(uri: string): boolean {
    if (uri.split('/').some((name) => leftOut.has(name))) return false;
    const above = [...this.#listings.keys()].filter((folder) => uri.startsWith(`${folder}/`));
    for (const folder of above) this.#listings.delete(folder);
    return above.length > 0;
  }

  /** Forgets all that was read from the disk: for editors that do not tell about changes. */
  forgetDisk(): void {
    this.#disk.clear();
    this.#listings.clear();
  }
}
