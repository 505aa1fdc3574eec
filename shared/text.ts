/**
 * A text before it is put into a language: the English one with numbered gaps, which is also its key among the
 * translations, and what fills the gaps. Data, so that it can be made where no language is known.
 */
export interface Text {
  /** "Zoom stores {0}: {1}" */
  readonly english: string;
  readonly gaps: readonly Gap[];
}

type Gap = string | number | Text;

/** English → another language, with the same gaps. The form of VS Code's `bundle.l10n.LANGUAGE.json`. */
export type Translations = Readonly<Record<string, string>>;

/** Tag of a template: text`Zoom stores ${value}: ${reason}`. Gaps hold whole clauses, since word order differs between languages. */
export function text(parts: TemplateStringsArray, ...gaps: readonly Gap[]): Text {
  return { english: parts.reduce((sofar, part, index) => `${sofar}{${index - 1}}${part}`), gaps };
}

/** In the language of the translations; what they lack, and everything without any, is in English. */
export function say({ english, gaps }: Text, translations: Translations = {}): string {
  const pattern = Object.hasOwn(translations, english) ? (translations[english] as string) : english;
  return pattern.replace(/\{(\d+)\}/g, (hole, index) => {
    const gap = gaps[Number(index)];
    if (gap === undefined) return hole;
    return typeof gap === 'object' ? say(gap, translations) : String(gap);
  });
}
