import { property } from '../json/lookup.ts';
import { parse } from '../json/parse.ts';

/** What no response tells, as it stands in the profile that is there: the text of the values, comments included. */
export interface Kept {
  readonly rules?: string;
  readonly account?: string;
  /** Only where no response says a word about it. */
  readonly personalMeetingId?: string;
  readonly requests?: string;
  readonly ignore?: string;
}

const keys: readonly (keyof Kept)[] = ['rules', 'account', 'personalMeetingId', 'requests', 'ignore'];

/** Nothing of a text that is broken. */
export function keptFrom(existing: string | undefined): Kept {
  const { text, root, errors } = parse(existing ?? '', 'literal');
  if (errors.length > 0) return {};
  const entries = keys.flatMap((key) => {
    const value = property(root, key)?.value;
    return value ? [[key, text.slice(value.span.start, value.span.end).replaceAll('\r\n', '\n')] as const] : [];
  });
  return Object.fromEntries(entries);
}
