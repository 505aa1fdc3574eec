/**
 * A body that Postman sends as a form: a list of fields, whose values are texts. It is read as the JSON that it stands for, in one
 * line: `{"topic": "Standup", "type": 2, "settings": {"waiting_room": false}}`, where an object is a field that contains JSON.
 */
import type { Edit, Span } from '../../finding.ts';
import { partsAt } from '../../json/skim.ts';
import { jsonValue, stringContent, stringMap } from '../../json/stringText.ts';
import { fileOffset, movedBy, type Piece, type TextMap } from '../../json/textMap.ts';
import { type FormField, formEdit } from './formEdit.ts';

interface FormBody {
  readonly text: string;
  readonly map: TextMap;
}

/** Undefined where a field is not one of a body: `settings[waiting_room]`. */
export function formBody(list: string): FormBody | undefined {
  const fields: FormField[] = [];
  const pieces: Piece[] = [{ body: 0, file: 0, length: 0 }];
  let text = '{';
  for (const { span } of partsAt(list, 0)) {
    const field = list[span.start] === '{' ? sentField(list, span) : undefined;
    if (!field) continue;
    if (/[[\].]/.test(list.slice(field.key.start, field.key.end))) return undefined;
    if (fields.length > 0) text += ', ';
    const key = { start: text.length, end: text.length + field.key.end - field.key.start };
    pieces.push({ body: key.start, file: field.key.start, length: key.end - key.start });
    text += `${list.slice(field.key.start, field.key.end)}: `;
    const { value, isJson, map } = jsonOf(list, field);
    const body = { start: text.length, end: text.length + value.length };
    for (const piece of map.pieces)
      pieces.push({ ...piece, body: piece.body + body.start, file: piece.file + (map.from ?? 0) });
    text += value;
    fields.push({ span, file: field, body: { key, value: body }, isJson });
  }
  pieces.push({ body: text.length, file: Math.max(list.length - 1, 0), length: 1 });
  const own: TextMap = { pieces, spell: (inserted) => inserted };
  const edit = (each: Edit) => formEdit(list, fields, each, (offset) => fileOffset(own, offset));
  return { text: `${text}}`, map: { ...own, edit } };
}

interface Places {
  readonly key: Span;
  readonly value: Span;
}

/** Of the literals of its name and its value; undefined for a field that is not sent, or is a file. */
function sentField(list: string, { start }: Span): Places | undefined {
  const members = new Map([...partsAt(list, start)].map(({ key, span }) => [key, span]));
  const literal = (name: string) => list.slice(members.get(name)?.start ?? 0, members.get(name)?.end ?? 0);
  const key = members.get('key');
  const value = members.get('value');
  const isSent = literal('disabled') !== 'true' && literal('type') !== '"file"' && literal('enabled') !== 'false';
  return isSent && key && value && stringContent(list, key) !== undefined && jsonValue(literal('value')) !== undefined
    ? { key, value }
    : undefined;
}

/** Fields whose values are texts, whatever they look like. */
const texts = ['topic', 'agenda', 'password', 'schedule_for', 'timezone', 'template_id', 'start_time'];

function jsonOf(list: string, { key, value }: Places): { value: string; isJson: boolean; map: TextMap } {
  const literal = list.slice(value.start, value.end);
  const content = stringContent(list, value);
  const name = stringContent(list, key) ?? '';
  const asItIs = { pieces: [{ body: 0, file: value.start, length: literal.length }], spell: (text: string) => text };
  if (content === undefined || texts.includes(name)) return { value: literal, isJson: false, map: asItIs };
  const isObject = /^\s*[[{]/.test(content) && typeof jsonValue(content) === 'object';
  if (!isObject && !/^(?:true|false|-?\d{1,15})$/.test(content)) return { value: literal, isJson: false, map: asItIs };
  return { value: content, isJson: isObject, map: movedBy(stringMap(literal), value.start) };
}
