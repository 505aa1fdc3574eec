import type { Connection } from 'vscode-languageserver';
import { joined } from '../../shared/index.ts';
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../../shared/protocol.ts';
import { dateOf, decode, maxFileSize, type ReadResult, reasons, tooLarge, type World } from './world.ts';

/** Files as the client sees them: for a server without a disk of its own, in a browser. */
export function clientWorld(connection: Connection): World {
  return {
    async read(uri) {
      try {
        const params: ReadFileParams = { uri, atMost: maxFileSize };
        return readResult(await connection.sendRequest<ReadFileAnswer>(readFileRequest, params));
      } catch {
        return { state: 'unreadable', reason: reasons.unreadable };
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
    write: () => reasons.unwritable,
    today: () => dateOf(new Date()),
  };
}

function readResult(answer: ReadFileAnswer): ReadResult {
  if (answer.state === 'bytes') return decode(answer.bytes);
  if (answer.state === 'tooLarge') return { state: 'unreadable', reason: tooLarge };
  // The client's words are in the language of the user already.
  return answer.state === 'unreadable' ? { ...answer, reason: joined([answer.reason], '') } : answer;
}
