import { property } from '../json/lookup.ts';
import { parse } from '../json/parse.ts';

/** What no response says, carried over from the existing profile: the text of the values, comments included. */
export interface Kept {
  readonly rules?: string;
  readonly account?: string;
  /** Only if no response mentions it. */
  readonly personalMeetingId?: string;
  readonly requests?: string;
  readonly ignore?: string;
}

const keys: readonly (keyof Kept)[] = ['rules', 'account', 'personalMeetingId', 'requests', 'ignore'];

/** Empty for a broken text. */
export function keptFrom(existing: string | undefined): Kept {
  const { text, root, errors } = parse(existing ?? '', 'literal');
  if (errors.length > 0) return {};
  const entries = keys.flatMap((key) => {
    const value = property(root, key)?.value;
    return value ? [[key, text.slice(value.span.start, value.span.end).replaceAll('\r\n', '\n')] as const] : [];
  });
  return Object.fromEntries(entries);
}
