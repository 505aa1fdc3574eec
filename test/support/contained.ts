import type { Contained, ContainedRequest, ReadContainer } from '../../shared/containers/containers.ts';
import { parse } from '../../shared/json/parse.ts';

/** What a reader finds in a text. */
export function contained(read: ReadContainer, text: string, ending: string): Contained {
  const reading = read({ text, ending, parse: (body) => parse(body) });
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** One line each, in the order of the text: `create "Name" {body}`, `file create path`, `passed over: reason`. */
export function listed({ requests, files, passedOver }: Contained): readonly string[] {
  return [
    ...requests.map(({ name, target, document, map }) => ({
      at: map.pieces[0]?.file ?? 0,
      line: `${targetIn(target)} "${name}" ${document.text}`,
    })),
    ...files.map(({ path, target, span }) => ({ at: span.start, line: `file ${targetIn(target)} ${path}` })),
    ...passedOver.map(({ span, why }) => ({ at: span.start, line: `passed over: ${why}` })),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

function targetIn({ operation, occurrence, meetingId }: ContainedRequest['target']): string {
  return `${operation ?? 'either'}${meetingId ? ` ${meetingId}` : ''}${occurrence ? ' occurrence' : ''}`;
}
