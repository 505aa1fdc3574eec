import type { Contained, ContainedRequest, ReadContainer } from '../../shared/containers/containers.ts';
import { type JsonDocument, parse } from '../../shared/json/parse.ts';
import { fileOffset } from '../../shared/json/textMap.ts';

/** What a reader finds in a text, at one go. `trees`: of the texts that were read before, as the server keeps them. */
export function contained(
  read: ReadContainer,
  text: string,
  ending: string,
  previous?: Contained,
  trees = new Map<string, JsonDocument>(),
): Contained {
  const parseOnce = (body: string) => {
    const tree = trees.get(body) ?? parse(body);
    trees.set(body, tree);
    return tree;
  };
  const reading = read({ text, ending, parse: parseOnce }, previous);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** One line each, in the order of the text: `create "Name" {body}`, `file create path`, `passed over: reason`. */
export function listed({ requests, files, passedOver }: Contained): readonly string[] {
  return [
    ...requests.map(({ name, target, document, map }) => ({
      at: fileOffset(map, 0),
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
