import type { Connection } from 'vscode-languageserver';
import { inlayHintsSetting } from '../shared/protocol.ts';

/** What the user has set in the editor. */
export interface Settings {
  readonly inlayHints: boolean;
}

export const defaultSettings: Settings = { inlayHints: true };

/** A client that cannot tell leaves the defaults. */
export async function readSettings({ workspace }: Connection): Promise<Settings> {
  const inlayHints = await workspace.getConfiguration(inlayHintsSetting).catch(() => undefined);
  return { ...defaultSettings, ...(typeof inlayHints === 'boolean' ? { inlayHints } : {}) };
}
