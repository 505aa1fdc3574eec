import { isRule, type Line, lineFrom, withoutColumns } from './lines.ts';

/** A quote, or an item of a list, whose lines begin with so many columns of blanks. */
export type Container = { readonly kind: 'quote' } | ItemContainer;

interface ItemContainer {
  readonly kind: 'item';
  readonly columns: number;
  /** Nothing follows its marker: a blank line ends it. */
  readonly isEmpty: boolean;
}

/** More than a document has in practice; what is deeper counts as text. */
const deepest = 50;

/** The containers that go on in the line, and what they leave of it. */
export function continuing(
  text: string,
  containers: readonly Container[],
  line: Line,
): { readonly inside: readonly Container[]; readonly rest: Line } {
  let rest = line;
  for (const [index, container] of containers.entries()) {
    const next = container.kind === 'quote' ? afterQuote(text, rest) : insideItem(text, rest, container);
    if (!next) return { inside: containers.slice(0, index), rest };
    rest = next;
  }
  const last = containers.at(-1);
  const isFilled = last?.kind === 'item' && last.isEmpty;
  return { inside: isFilled ? [...containers.slice(0, -1), { ...last, isEmpty: false }] : containers, rest };
}

/** The containers that begin in the line, in those that go on. */
export function opening(
  text: string,
  inside: readonly Container[],
  line: Line,
  inProse: boolean,
): { readonly containers: readonly Container[]; readonly rest: Line } {
  const containers = [...inside];
  let rest = line;
  while (containers.length < deepest) {
    const interrupts = inProse && containers.length === inside.length;
    const quote = afterQuote(text, rest);
    const item = quote ? undefined : itemIn(text, rest, interrupts);
    if (!quote && !item) break;
    containers.push(item ? { kind: 'item', columns: item.columns, isEmpty: item.rest.isBlank } : { kind: 'quote' });
    rest = quote ?? (item as Item).rest;
  }
  return { containers, rest };
}

function afterQuote(text: string, line: Line): Line | undefined {
  if (line.indent >= 4 || line.isBlank || text[line.content] !== '>') return undefined;
  const column = line.column + line.indent + 1;
  const behind = lineFrom(text, line, line.content + 1, column);
  return text[behind.at] === ' ' ? lineFrom(text, line, behind.at + 1, column + 1) : behind;
}

function insideItem(text: string, line: Line, { columns, isEmpty }: ItemContainer): Line | undefined {
  if (line.isBlank) return isEmpty ? undefined : withoutColumns(text, line, columns);
  return line.indent >= columns ? withoutColumns(text, line, columns) : undefined;
}

interface Item {
  readonly columns: number;
  readonly rest: Line;
}

const marker = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t\r\n]|$)/y;

function itemIn(text: string, line: Line, interrupts: boolean): Item | undefined {
  if (line.indent >= 4 || line.isBlank) return undefined;
  marker.lastIndex = line.content;
  const [found, number] = marker.exec(text) ?? [];
  if (found === undefined) return undefined;
  if (number === undefined && isRule(text, line)) return undefined;
  const column = line.column + line.indent + found.length;
  const behind = lineFrom(text, line, line.content + found.length, column);
  if (interrupts && (behind.isBlank || (number !== undefined && Number(number) !== 1))) return undefined;
  // Five blanks or more are one, and code that is indented by the others.
  const blanks = behind.isBlank || behind.indent > 4 ? 1 : behind.indent;
  const rest = behind.isBlank ? behind : withoutColumns(text, behind, blanks);
  return { columns: line.indent + found.length + blanks, rest };
}
