import { containerNames, fileKind, requestNames } from '../../../shared/index.ts';
import { displayPath, folderOf, join, nameOf } from '../../files/uris.ts';
import type { Terminal } from '../terminal.ts';
import type { Input, Inputs } from './collect.ts';
import type { Problem } from './problems.ts';

/**
 * The responses among the inputs, and those next to the requests that were named or match a pattern. In a folder that was
 * searched, all have been found.
 */
export async function responsesAmong(collected: Inputs, terminal: Terminal): Promise<Inputs> {
  const { inputs, problems } = collected;
  const found = new Map<string, Input>();
  const without: Problem[] = [];
  for (const input of inputs) {
    const isResponse = fileKind(nameOf(input.uri)) === 'response';
    const responses = isResponse ? [input] : input.by === 'folder' ? [] : await responsesTo(input, terminal);
    if (!isResponse && input.by === 'name' && responses.length === 0)
      without.push({ file: displayPath(terminal.cwd, input.uri), message: 'no response is next to it' });
    for (const each of responses) if (!found.has(each.uri)) found.set(each.uri, each);
  }
  const sorted = [...found.values()].sort((a, b) => order.compare(baseOf(a), baseOf(b)));
  return { ...collected, inputs: sorted, problems: [...problems, ...without] };
}

/** The first response to a request before its further ones. */
const order = new Intl.Collator('en', { numeric: true });

function baseOf({ uri }: Input): string {
  return uri.slice(0, uri.lastIndexOf('.zoom-response.'));
}

async function responsesTo({ uri, within }: Input, { world }: Terminal): Promise<readonly Input[]> {
  const folder = folderOf(uri);
  const { entries } = await world.list(folder);
  const isItsOwn = (name: string) =>
    requestNames(name).some((names) => names.includes(nameOf(uri))) ||
    containerNames(name).some(({ file }) => file === nameOf(uri));
  const names = entries.filter(({ type, name }) => type === 'file' && isItsOwn(name)).map(({ name }) => name);
  return names.map((name) => ({ uri: join(folder, name), by: 'glob', within }));
}
