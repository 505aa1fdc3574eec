import { responseFile, responseName, say } from '../../../shared/index.ts';
import { displayPath, folderOf, join, nameOf } from '../../files/uris.ts';
import { decode } from '../../files/world.ts';
import type { Terminal } from '../terminal.ts';

/** More responses to one request than people keep. */
const mostResponses = 1000;

type Written = { readonly uri: string } | { readonly problem: string };

/**
 * Stores the response on standard input next to the request of this name, without secrets: a further one where there are
 * some already. Returns where, or why it is not stored.
 */
export async function recordResponse(name: string, terminal: Terminal): Promise<Written> {
  const input = decode(await terminal.readStdin());
  if (input.state !== 'text') return { problem: `-: ${input.state === 'missing' ? 'is empty' : say(input.reason)}` };
  const made = responseFile(input.text);
  if (made.state === 'problem') return { problem: `-: ${say(made.problem)}${hintFor(input.text)}` };
  return writeResponse(name, made.text, terminal);
}

/** Under the first number that is free. `name` is that of the request, as a URI. */
export async function writeResponse(name: string, text: string, { world, cwd }: Terminal): Promise<Written> {
  for (let number = 1; number <= mostResponses; number++) {
    const uri = join(folderOf(name), responseName(requestNameOf(nameOf(name)), number));
    if ((await world.read(uri)).state !== 'missing') continue;
    const problem = world.write(uri, text);
    return problem ? { problem: `${displayPath(cwd, uri)}: ${say(problem)}` } : { uri };
  }
  return { problem: `${displayPath(cwd, name)}: has ${mostResponses} responses already` };
}

function hintFor(text: string): string {
  return text.trim() === ''
    ? ' Zoom answers an update without a body: record the response of GET /meetings/{meetingId}.'
    : '';
}

/** NAME may be that of the request, with or without its ending, or that of a response. */
function requestNameOf(name: string): string {
  const plain = name.replace(/\.zoom-response\.jsonc?$/i, '');
  return /\.jsonc?$/i.test(plain) ? plain : `${plain}.json`;
}
