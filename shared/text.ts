/**
 * A text that has not been translated yet: English with numbered gaps, which is also its key among the translations, and
 * what fills the gaps. It is data, so that it can be made without knowing the user's language.
 */
export interface Text {
  /** "Zoom stores {0}: {1}" */
  readonly english: string;
  readonly gaps: readonly Gap[];
  /** It begins a sentence, so that its first letter is capitalised. */
  readonly begins?: true;
}

/** A value as it is, or a text that is translated, too. */
export type Gap = string | number | boolean | Text;

/** English → another language, with the same gaps. The form of VS Code's `bundle.l10n.LANGUAGE.json`. */
export type Translations = Readonly<Record<string, string>>;

/** Tag of a template: text`Zoom stores ${value}: ${reason}`. Gaps hold whole clauses, since word order differs between languages. */
export function text(parts: TemplateStringsArray, ...gaps: readonly Gap[]): Text {
  return { english: parts.reduce((sofar, part, index) => `${sofar}{${index - 1}}${part}`), gaps };
}

/** The clause as the beginning of a sentence: capitalised, unless it begins with a value. */
export function beginning(clause: Text): Text {
  return { ...clause, begins: true };
}

/** One after the other. `between` is not translated: a blank, a comma or the like. */
export function joined(parts: readonly Gap[], between: string): Text {
  return { english: parts.map((_, index) => `{${index}}`).join(between), gaps: parts };
}

/** "a, b and c" */
export function listed(items: readonly Gap[]): Gap {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : text`${joined(items.slice(0, -1), ', ')} and ${last}`;
}

/** Without duplicates; texts are compared by content. */
export function distinct(texts: readonly Text[]): readonly Text[] {
  return texts.length < 2 ? texts : [...new Map(texts.map((each) => [JSON.stringify(each), each])).values()];
}

/** In the language of the translations; in English where they lack the text. */
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
 * Text from a file, safe to show: characters that control a terminal, break the line, are invisible or reverse the order
 * of others are escaped as in JSON.
 */
export function visible(value: string): string {
  // Nearly everything: it is asked of each printed line, and of each name in a message.
  if (/^[ -~]*$/.test(value)) return value;
  return value.replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu, (character) => {
    const code = character.charCodeAt(0);
    return shortEscapes[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** As `visible`, without anything that an editor takes for a link `[words](target)` or an icon `$(name)` in a message. */
export function withoutLinks(message: string): string {
  return visible(message).replace(/[\]$](?=\()/g, '$& ');
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
