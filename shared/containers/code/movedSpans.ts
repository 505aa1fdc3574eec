/** Where things are by now: functions that are not read again may have moved. */
import { movedSpan } from '../../json/spans.ts';
import type { Entry, EntryPlace } from './ir.ts';

export function movedEntries(entries: readonly Entry[], by: number): readonly EntryPlace[] {
  return entries.map((each) => movedEntry(each, by));
}

function movedEntry(entry: Entry, by: number): EntryPlace {
  const { kind, comma } = entry;
  const common = {
    span: movedSpan(entry.span, by),
    comma: comma === undefined ? undefined : comma + by,
    value: { span: movedSpan(entry.value.span, by) },
  };
  return kind === 'key'
    ? { kind, key: entry.key, keySpan: movedSpan(entry.keySpan, by), ...common }
    : { kind, ...common };
}
