import type * as vscode from 'vscode';
import { startWorker } from './browser.ts';
import { activateWith } from './extension.ts';
import { startProcess } from './node.ts';

/** One entry point for both extension hosts: in a web worker the server is another worker, else a process. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, 'importScripts' in globalThis ? startWorker : startProcess);
}
