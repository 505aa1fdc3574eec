/** An object as people write it into a file: comments, then a line for each member. */
import { type Gap, joined, type Text } from '../text.ts';

/** `members` are whole lines, without their commas. */
export function objectText(comments: readonly Text[], members: readonly string[]): Text {
  return joined(['{', ...comments, members.join(',\n'), '}\n'], '\n');
}

/** A line each; empty ones stay so. */
export function commentLines(lines: readonly Gap[]): readonly Text[] {
  return lines.map((line) => joined(line === '' ? ['  //'] : ['  // ', line], ''));
}

/** `{ "enabled": true, "locked": false }`; any other value as in JSON. */
export function onOneLine(value: unknown): string {
  return typeof value === 'object' ? `{ ${membersOf(value).join(', ')} }` : JSON.stringify(value);
}

/** `"enabled": true` and so on, without what is undefined. */
export function membersOf(value: unknown): readonly string[] {
  const members = Object.entries(value ?? {}).filter(([, each]) => each !== undefined);
  return members.map(([key, each]) => `"${key}": ${JSON.stringify(each)}`);
}
