import {
  type Contained,
  type ContainerKind,
  type ContainerText,
  type JsonDocument,
  parse,
  text,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { Turns } from '../files/turns.ts';
import { decoded, nameOf } from '../files/uris.ts';
import type { FileToInspect } from './fileToInspect.ts';
import { type Inspection, isBody } from './inspection.ts';

/** In milliseconds of work: no file that people maintain comes close. */
const patience = 5000;

/** What is in a document or in code. Undefined once it is no longer wanted. A failure is logged, too. */
export async function readContainer(
  files: Files,
  { uri, text: content, previous = [], isOutdated }: FileToInspect,
  kind: ContainerKind,
): Promise<Contained | undefined> {
  const read = (await files.readers())[kind];
  const name = nameOf(uri);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const file: ContainerText = { text: content, ending, parse: parserAfter(previous) };
  const turns = new Turns();
  let worked = 0;
  try {
    const reading = read(file, containedIn(previous));
    for (;;) {
      const began = performance.now();
      const { done, value } = reading.next();
      worked += performance.now() - began;
      if (done) return value;
      if (worked > patience) return unread('complex');
      await turns.next();
      if (isOutdated?.()) return undefined;
    }
  } catch (error) {
    files.log(text`${decoded(uri)} cannot be read: ${String(error)}. Requests in it are not checked.`);
    return unread('failed');
  }
}

function unread(why: 'complex' | 'failed'): Contained {
  return { requests: [], files: [], passedOver: [], unread: { why } };
}

function containedIn(previous: readonly Inspection[]): Contained | undefined {
  const [first] = previous;
  return first?.kind === 'container' ? first.contained : undefined;
}

/** Texts that were read before keep their trees. */
function parserAfter(previous: readonly Inspection[]): ContainerText['parse'] {
  let known: Map<string, JsonDocument> | undefined;
  return (body) => {
    known ??= new Map(previous.filter(isBody).map(({ document }) => [document.text, document]));
    const document = known.get(body) ?? parse(body);
    known.set(body, document);
    return document;
  };
}
