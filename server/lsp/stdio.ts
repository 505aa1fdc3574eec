import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { ServerOptions } from './options.ts';
import { startServer } from './server.ts';

/** Speaks the protocol over what the arguments of the process name: `--stdio`, `--node-ipc`, `--socket`, `--pipe`. */
export function listen(options: ServerOptions): void {
  startServer(createConnection(ProposedFeatures.all), options);
}
