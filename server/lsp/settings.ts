import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import {
  type ContainerKind,
  containerKinds,
  isSeverityLevel,
  noSeverities,
  type Severities,
} from '../../shared/index.ts';
import { bestEffort, type ClientFeatures } from './client.ts';

/** What all settings begin with. */
export const settingsSection = 'zoomRequestLens';

/** Whether inlay hints are shown; on unless it is false. */
export const inlayHintsSetting = `${settingsSection}.inlayHints.enabled`;

/** How findings are reported, by code. */
export const severitiesSetting = `${settingsSection}.severities`;

/** The kinds of documents and code in which requests are looked for: all, unless one is false. */
const containersSetting = `${settingsSection}.containers`;

/** Of which files findings are reported. */
export const workspaceFindingsSetting = `${settingsSection}.workspaceFindings`;

/** The first is the default. */
export const workspaceFindingsValues = ['workspace', 'openFiles'] as const;

/** What the user has set in the editor. */
export interface Settings {
  readonly inlayHints: boolean;
  readonly severities: Severities;
  /** The kinds of documents and code in which no requests are looked for. */
  readonly containersOff: readonly ContainerKind[];
  /** Findings are reported in open files only, or in all files of the workspace. */
  readonly workspaceFindings: (typeof workspaceFindingsValues)[number];
}

const defaultSettings: Settings = {
  inlayHints: true,
  severities: noSeverities,
  containersOff: [],
  workspaceFindings: workspaceFindingsValues[0],
};

/** Asks the editor for the user's settings; the defaults apply where it does not support that. */
export class SettingsReader {
  readonly #connection: Connection;
  readonly #patience: number;
  /** Awaited before anything is shown, so that what the user has turned off never flashes up. */
  latest: Promise<Settings> = Promise.resolve(defaultSettings);

  constructor(connection: Connection, patience: number) {
    this.#connection = connection;
    this.#patience = patience;
  }

  /** The defaults apply if the editor does not answer. */
  read({ configuration }: ClientFeatures): void {
    if (!configuration) return;
    const answered = this.#ask().catch(() => defaultSettings);
    const tired = new Promise<Settings>((resolve) => {
      const timer = setTimeout(() => resolve(defaultSettings), this.#patience);
      void answered.then(() => clearTimeout(timer));
    });
    this.latest = Promise.race([answered, tired]);
  }

  /** Reads the settings and subscribes to changes. */
  begin(client: ClientFeatures): void {
    this.read(client);
    if (!client.reportsConfiguration) return;
    const section = settingsSection;
    bestEffort(() => this.#connection.client.register(DidChangeConfigurationNotification.type, { section }));
  }

  async #ask(): Promise<Settings> {
    const section: unknown = await this.#connection.workspace.getConfiguration(settingsSection);
    const inlayHints = settingIn(section, inlayHintsSetting);
    const workspaceFindings = settingIn(section, workspaceFindingsSetting);
    return {
      inlayHints: typeof inlayHints === 'boolean' ? inlayHints : defaultSettings.inlayHints,
      severities: severitiesIn(settingIn(section, severitiesSetting)),
      containersOff: kindsOffIn(settingIn(section, containersSetting)),
      workspaceFindings:
        workspaceFindingsValues.find((each) => each === workspaceFindings) ?? defaultSettings.workspaceFindings,
    };
  }
}

/** The value of one setting; undefined where the section does not have it. */
function settingIn(section: unknown, setting: string): unknown {
  const path = setting.slice(settingsSection.length + 1).split('.');
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), section);
}

/** What is not a level is skipped. */
function severitiesIn(value: unknown): Severities {
  if (!isRecord(value)) return noSeverities;
  return new Map(
    Object.entries(value).flatMap(([code, level]) => (isSeverityLevel(level) ? [[code, level] as const] : [])),
  );
}

function kindsOffIn(value: unknown): readonly ContainerKind[] {
  return isRecord(value) ? containerKinds.filter((kind) => value[kind] === false) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
