/** How the blocks of Markdown begin that hold no others. */
import { isRule, type Line } from './lines.ts';

export type LeafStart =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'fence'; readonly sign: string; readonly indent: number; readonly info: string }
  | Html
  | { readonly kind: 'rule' };

export type Fence = Extract<LeafStart, { kind: 'fence' }>;

/** `until`: what it ends with; undefined: a blank line. hidden: no text that readers see. */
interface Html {
  readonly kind: 'html';
  readonly until: RegExp | undefined;
  readonly isHidden: boolean;
}

/** Undefined for a line of a paragraph. `inProse`: it would interrupt one. */
export function leafStart(text: string, line: Line, inProse: boolean): LeafStart | undefined {
  if (line.indent >= 4) return undefined;
  switch (text[line.content]) {
    case '#':
      return headingIn(text.slice(line.content, line.content + 8));
    case '`':
    case '~':
      return fenceIn(text.slice(line.content, line.end), line.indent);
    case '<':
      return htmlIn(text.slice(line.content, line.end), inProse);
    default:
      return isRule(text, line) ? { kind: 'rule' } : undefined;
  }
}

function headingIn(content: string): LeafStart | undefined {
  const [, signs] = /^(#{1,6})(?:\s|$)/.exec(content) ?? [];
  return signs === undefined ? undefined : { kind: 'heading', level: signs.length };
}

function fenceIn(content: string, indent: number): Fence | undefined {
  const [sign] = /^(?:`{3,}|~{3,})/.exec(content) ?? [];
  const info = content.slice(sign?.length);
  const isCode = sign?.startsWith('`') && info.includes('`');
  return sign === undefined || isCode ? undefined : { kind: 'fence', sign, indent, info: info.trim() };
}

function htmlIn(content: string, inProse: boolean): Html | undefined {
  for (const [begin, until] of hiddenHtml) if (begin.test(content)) return { kind: 'html', until, isHidden: true };
  const isAlone = !inProse && /^<\/?[a-z][\w-]*(?:\s[^<>]*)?>[ \t]*$/i.test(content);
  return isAlone || blockTag.test(content) ? { kind: 'html', until: undefined, isHidden: false } : undefined;
}

const hiddenHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
];

const blockTag =
  /^<\/?(?:address|article|aside|blockquote|body|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|ol|optgroup|option|p|param|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)/i;
