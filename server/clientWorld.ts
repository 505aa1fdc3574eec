import type { Connection } from 'vscode-languageserver';
import { type ListFilesParams, listFilesRequest, type ReadFileAnswer, readFileRequest } from '../shared/protocol.ts';
import { dateOf, decode, type World } from './world.ts';

/** Files as the client sees them: for a server without a disk of its own, in a browser. */
export function clientWorld(connection: Connection): World {
  return {
    async read(uri) {
      try {
        const answer = await connection.sendRequest<ReadFileAnswer>(readFileRequest, { uri });
        return answer.state === 'bytes' ? decode(answer.bytes) : answer;
      } catch {
        return { state: 'unreadable', reason: 'cannot be read' };
      }
    },
    async filesBelow(folder, atMost) {
      try {
        const params: ListFilesParams = { folder, atMost };
        return (await connection.sendRequest<readonly string[] | null>(listFilesRequest, params)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    real: (uri) => uri,
    // Only the command line looks into folders one by one, and writes.
    list: () => [],
    write: () => 'cannot be written',
    today: () => dateOf(new Date()),
  };
}
