import {
  type Connection,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';
import { type Text, text } from '../../shared/index.ts';
import { bestEffort, type ClientFeatures } from './client.ts';

/** How far the first look at a large workspace is. */
export interface Progress {
  readonly reached: (files: number) => void;
  readonly end: () => void;
}

/** Shows it in the editor if that can show it. Nothing waits for the editor. */
export function beginProgress(
  connection: Connection,
  { showsProgress }: ClientFeatures,
  total: number,
  say: (text: Text) => string,
): Progress | undefined {
  if (!showsProgress) return undefined;
  const token = crypto.randomUUID();
  let state: 'asked' | 'shown' | 'ended' = 'asked';
  let percentage = 0;
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) =>
    bestEffort(() => connection.sendProgress(WorkDoneProgress.type, token, value));
  const message = (files: number) => say(text`${files} of ${total} files`);
  bestEffort(async () => {
    await connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
    if (state === 'ended') return;
    state = 'shown';
    send({ kind: 'begin', title: say(text`Checking Zoom requests`), message: message(0), percentage });
  });
  return {
    reached(files) {
      const now = Math.floor((100 * files) / total);
      if (state !== 'shown' || now === percentage) return;
      percentage = now;
      send({ kind: 'report', message: message(files), percentage });
    },
    end() {
      if (state === 'shown') send({ kind: 'end' });
      state = 'ended';
    },
  };
}
