import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { inlayHintsSetting } from '../shared/protocol.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { quietly } from './quietly.ts';

/** What the user has set in the editor. */
export interface Settings {
  readonly inlayHints: boolean;
}

const defaultSettings: Settings = { inlayHints: true };

/** Asks the editor for the user's settings; an editor that cannot tell leaves the defaults. */
export class SettingsReader {
  readonly #connection: Connection;
  /** Awaited by what is shown, so that nothing flickers that the user has turned off. */
  latest: Promise<Settings> = Promise.resolve(defaultSettings);

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  read({ configuration }: ClientFeatures): void {
    if (configuration) this.latest = this.#ask().catch(() => defaultSettings);
  }

  /** Reads them, and asks to be told when they change. */
  begin(client: ClientFeatures): void {
    this.read(client);
    if (!client.tellsConfiguration) return;
    const section = inlayHintsSetting;
    quietly(() => this.#connection.client.register(DidChangeConfigurationNotification.type, { section }));
  }

  async #ask(): Promise<Settings> {
    const inlayHints: unknown = await this.#connection.workspace.getConfiguration(inlayHintsSetting);
    return { ...defaultSettings, ...(typeof inlayHints === 'boolean' ? { inlayHints } : {}) };
  }
}
