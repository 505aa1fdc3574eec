import type * as vscode from 'vscode';
import { type Lens, startWhenNeeded } from './activator.ts';
import { startWorker } from './browser.ts';
import { startLens } from './extension.ts';
import { startProcess } from './node.ts';

/** For both extension hosts: in a web worker the server is another worker, else a process. */
export function start(context: vscode.ExtensionContext): Lens {
  return startLens(context, 'importScripts' in globalThis ? startWorker : startProcess);
}

/** A web worker can load no second file: it begins with this one. */
export function activate(context: vscode.ExtensionContext): void {
  startWhenNeeded(context, async () => ({ start }));
}
