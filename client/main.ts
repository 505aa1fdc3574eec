import type * as vscode from 'vscode';
import { startWhenNeeded } from './activator.ts';

/** What VS Code loads with the first JSON file. The rest is a bundle of its own, which is loaded once there is a Zoom file. */
export function activate(context: vscode.ExtensionContext): void {
  startWhenNeeded(context, () => import('./client.ts'));
}
