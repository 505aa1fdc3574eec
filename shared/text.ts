/**
 * A text before it is put into a language: the English one with numbered gaps, which is also its key among the
 * translations, and what fills the gaps. Data, so that it can be made where no language is known.
 */
export interface Text {
  /** "Zoom stores {0}: {1}" */
  readonly english: string;
  readonly gaps: readonly Gap[];
  /** It begins a sentence, so that its first letter is in upper case. */
  readonly begins?: true;
}

/** A value as it is, or words that have a language of their own. */
export type Gap = string | number | boolean | Text;

/** English → another language, with the same gaps. The form of VS Code's `bundle.l10n.LANGUAGE.json`. */
export type Translations = Readonly<Record<string, string>>;

/** Tag of a template: text`Zoom stores ${value}: ${reason}`. Gaps hold whole clauses, since word order differs between languages. */
export function text(parts: TemplateStringsArray, ...gaps: readonly Gap[]): Text {
  return { english: parts.reduce((sofar, part, index) => `${sofar}{${index - 1}}${part}`), gaps };
}

/** A clause that a sentence begins with. A value in a gap at its beginning stays as it is. */
export function beginning(clause: Text): Text {
  return { ...clause, begins: true };
}

/** One after the other, with a blank, a comma or the like between them that no language changes. */
export function joined(parts: readonly Gap[], between: string): Text {
  return { english: parts.map((_, index) => `{${index}}`).join(between), gaps: parts };
}

/** "a, b and c" */
export function listed(items: readonly Gap[]): Gap {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : text`${joined(items.slice(0, -1), ', ')} and ${last}`;
}

/** Each once: texts are equal where they say the same. */
export function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((each) => [JSON.stringify(each), each])).values()];
}

/** In the language of the translations; what they lack, and everything without any, is in English. */
export function say({ english, gaps, begins }: Text, translations: Translations = {}): string {
  const found = Object.hasOwn(translations, english) ? (translations[english] as string) : english;
  const pattern = begins ? found.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : found;
  return pattern.replace(/\{(\d+)\}/g, (hole, index) => {
    const gap = gaps[Number(index)];
    if (gap === undefined) return hole;
    return typeof gap === 'object' ? say(gap, translations) : String(gap);
  });
}

/**
 * What a file holds, for a reader: characters that steer a terminal, break the line, cannot be seen or turn the order of the
 * others round appear as JSON would escape them.
 */
export function visible(value: string): string {
  return value.replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu, (character) => {
    const code = character.charCodeAt(0);
    return shortEscapes[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** As `visible`, and with nothing that an editor takes for a link `[words](target)` or an icon `$(name)` in a message. */
export function withoutLinks(message: string): string {
  return visible(message).replace(/[\]$](?=\()/g, '$& ');
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
