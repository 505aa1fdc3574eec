/** What both programs of the process need of it. */
import { URI, Utils } from 'vscode-uri';
import { oneLine } from './cli/output/print.ts';

export const rulesFolder: string = Utils.joinPath(URI.file(__filename), '../../docs/rules').toString();

export function say(words: unknown): void {
  process.stderr.write(`zoom-request-lens: ${oneLine(String(words))}\n`);
}

/** Errors of the system (a full disk, a deleted folder, a socket without a listener) are reported with the system's message. */
export function end(error: Error): void {
  const isSystems = 'code' in error;
  say(isSystems ? error.message : (error.stack ?? error.message));
  process.exit(2);
}
