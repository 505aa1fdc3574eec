/** Files of code with requests in them, and what is to be found: `=== name`, the file, `--- request` for each. */
import { readFileSync } from 'node:fs';
import type { Contained, ContainerText, ReadContainer } from '../../shared/containers/containers.ts';
import { type JsonNode, parse } from '../../shared/json/parse.ts';

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
  /** "create sendInvite {topic: ?, type: 2}"; empty: nothing is found. */
  readonly expected: readonly string[];
}

export function corpus(name: string): readonly CorpusFile[] {
  const text = readFileSync(new URL(`../shared/containers/corpus/${name}`, import.meta.url), 'utf8');
  return text
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const [name = '', ...lines] = section.split('\n');
      const end = lines.findIndex((line) => line.startsWith('--- '));
      const expected = lines.slice(end).flatMap((line) => (line.startsWith('--- ') ? line.slice(4) : []));
      return { name, text: lines.slice(0, end).join('\n'), expected: expected.filter((line) => line !== 'nothing') };
    });
}

/** All that the reader makes of a text, without pauses. */
export function readAll(
  read: ReadContainer,
  text: string,
  ending: string,
  known?: ContainerText['known'],
  previous?: Contained,
): Contained {
  const reading = read({ text, ending, parse, ...(known && { known }) }, previous);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/** The requests in a line each, as a corpus has them. */
export function inLines({ requests }: Contained): readonly string[] {
  return requests.map(({ name, target, document }) => {
    const about = [target.operation ?? 'unknown', ...(target.occurrence ? ['occurrence'] : []), target.meetingId ?? []];
    return `${about.flat().join(' ')} ${name} ${shown(document.root)}`;
  });
}

/** `?` is an open value. */
export function shown(node: JsonNode | undefined): string {
  if (!node) return '';
  if (node.type === 'open') return '?';
  if (node.type === 'array') return `[${node.items.map(shown).join(', ')}]`;
  if (node.type !== 'object') return JSON.stringify(node.value);
  const members = node.properties.map(({ key, value }) => `${key}: ${shown(value)}`);
  return `{${[...members, ...(node.rest ? ['...'] : [])].join(', ')}}`;
}
