/** An edit of the JSON that a form stands for, as an edit of its list of fields. */
import type { Edit, Span } from '../../finding.ts';
import { behindBlanks, keyAt, valueEnd } from '../../json/skim.ts';
import { jsonValue } from '../../json/stringText.ts';

/** A field that is sent. */
export interface FormField {
  /** Of the whole field, in the list. */
  readonly span: Span;
  readonly file: { readonly key: Span; readonly value: Span };
  readonly body: { readonly key: Span; readonly value: Span };
  /** The value contains JSON. */
  readonly isJson: boolean;
}

export function formEdit(
  list: string,
  fields: readonly FormField[],
  { span, text }: Edit,
  inFile: (offset: number) => number,
): Edit {
  for (const { body, file, isJson } of fields) {
    if (isSame(span, body.key)) return { span: file.key, text };
    if (isSame(span, body.value)) return { span: file.value, text: literalOf(text) };
    if (isJson && span.start > body.value.start && span.end < body.value.end)
      return { span: { start: inFile(span.start), end: inFile(span.end) }, text: JSON.stringify(text).slice(1, -1) };
  }
  const added = membersIn(text).map(([key, value]) => printed(list, fields[0]?.span, key, literalOf(value)));
  const gone = fields.filter(({ body }) => span.start <= body.key.start && body.value.end <= span.end);
  if (gone.length > 0) return replaced(list, fields, gone, added);
  const next = fields.findIndex(({ body }) => span.start <= body.key.start);
  return inserted(list, fields, next < 0 ? fields.length : next, added);
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** As the text of a field: a string stays one, everything else becomes one. */
function literalOf(value: string): string {
  return typeof jsonValue(value) === 'string' ? value : JSON.stringify(value);
}

/** `, "password": "x"` → its members. */
function membersIn(text: string): readonly (readonly [key: string, value: string])[] {
  const members: (readonly [string, string])[] = [];
  for (let at = text.indexOf('"'); at >= 0; ) {
    const { key, value } = keyAt(text, at);
    const end = valueEnd(text, value);
    members.push([key, text.slice(value, end)]);
    at = text.indexOf('"', Math.max(end, at + 1));
  }
  return members;
}

/** A field laid out as the first one is. */
function printed(list: string, like: Span | undefined, key: string, value: string): string {
  const source = like ? list.slice(like.start, like.end) : '{ "key": "", "type": "" }';
  const open = source.slice(1, behindBlanks(source, 1));
  const { value: colon } = keyAt(source, 1 + open.length);
  const gap = source.slice(source.lastIndexOf('"', colon - 1) + 1, colon);
  const comma = valueEnd(source, colon);
  const between = source[comma] === ',' ? source.slice(comma, behindBlanks(source, comma + 1)) : `,${open || ' '}`;
  const close = source.slice(source.slice(0, -1).trimEnd().length, -1);
  const members = [`"key"${gap}"${key}"`, `"value"${gap}${value}`, `"type"${gap}"text"`];
  return `{${open}${members.join(between)}${close}}`;
}

/** Between the bracket, or the field before, and a field. */
function blanksBefore(list: string, field: FormField | undefined): string {
  if (!field) return '';
  const before = list.slice(0, field.span.start);
  return before.slice(before.trimEnd().length);
}

function inserted(list: string, fields: readonly FormField[], at: number, added: readonly string[]): Edit {
  const blanks = blanksBefore(list, fields[at] ?? fields.at(-1));
  const next = fields[at];
  if (next)
    return {
      span: { start: next.span.start, end: next.span.start },
      text: added.map((each) => `${each},${blanks}`).join(''),
    };
  const end = fields.at(-1)?.span.end ?? 1;
  const text = fields.length > 0 ? added.map((each) => `,${blanks}${each}`).join('') : added.join(', ');
  return { span: { start: end, end }, text };
}

/** The fields that go are neighbours. With the last of all, the comma before them goes. */
function replaced(
  list: string,
  fields: readonly FormField[],
  gone: readonly FormField[],
  added: readonly string[],
): Edit {
  const first = fields.indexOf(gone[0] as FormField);
  const next = fields[first + gone.length];
  const start = (gone[0] as FormField).span.start;
  const end = (gone.at(-1) as FormField).span.end;
  if (added.length > 0) return { span: { start, end }, text: added.join(`,${blanksBefore(list, fields[0])}`) };
  if (next) return { span: { start, end: next.span.start }, text: '' };
  return { span: { start: fields[first - 1]?.span.end ?? start, end }, text: '' };
}
