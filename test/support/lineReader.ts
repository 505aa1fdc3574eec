import type {
  Contained,
  ContainerText,
  PassedOverReason,
  ReadContainer,
  Readers,
} from '../../shared/containers/containers.ts';
import { endpointOf } from '../../shared/containers/endpoint.ts';
import { readers } from '../../shared/containers/readers.ts';
import { slice } from '../../shared/json/textMap.ts';

/**
 * A kind of document that is easily read, for tests of what becomes of one: a request is a line `NAME METHOD URL {…}`, a body
 * in another file `NAME METHOD URL @path`, and what is passed over `# REASON`. `yields`: so often the reader can be stopped.
 */
export function lineReader({ yields = 1 } = {}): ReadContainer {
  return function* (file): Generator<void, Contained> {
    for (let at = 0; at < yields; at++) yield;
    return containedIn(file);
  };
}

/** The readers of the product, with this one for `.http`. */
export function withHttp(http: ReadContainer): Readers {
  return { ...readers, http };
}

function containedIn({ text, parse }: ContainerText): Contained {
  const lines = [...text.matchAll(/^(.+)$/gm)].map(({ 0: line, index }) => ({ line, index }));
  const requests = lines.flatMap(({ line, index }) => {
    const [, name = '', method = '', url = '', body = ''] = /^(\S+) (\S+) (\S+) (\{.*)$/.exec(line) ?? [];
    const target = endpointOf(method === '?' ? undefined : method, url, true);
    const start = index + line.length - body.length;
    const shape = { operation: undefined, occurrence: false };
    const sent = url === '?' ? shape : target;
    if (!sent || sent === 'other') return [];
    const settle =
      sent.operation === undefined
        ? (operation: string) => ({ span: { start: index, end: index }, text: `# zoom: ${operation}\n` })
        : undefined;
    return [{ name, target: sent, document: parse(body), map: slice(start, body.length), settle }];
  });
  const files = lines.flatMap(({ line, index }) => {
    const [, method = '', url = '', path = ''] = /^\S+ (\S+) (\S+) @(\S+)$/.exec(line) ?? [];
    const target = endpointOf(method, url, true);
    const end = index + line.length;
    return target && target !== 'other' ? [{ path, target, span: { start: end - path.length, end } }] : [];
  });
  const passedOver = lines.flatMap(({ line, index }) => {
    const why = /^# (.+)$/.exec(line)?.[1] as PassedOverReason | undefined;
    return why ? [{ span: { start: index, end: index + line.length }, why }] : [];
  });
  return { requests, files, passedOver };
}
