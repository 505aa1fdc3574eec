/** How findings are reported, as users choose it: by code, in the editor's settings, the lock profile or an option. */

export const severityLevels = ['off', 'hint', 'information', 'warning', 'error'] as const;

export type SeverityLevel = (typeof severityLevels)[number];

/** By code. */
export type Severities = ReadonlyMap<string, SeverityLevel>;

export const noSeverities: Severities = new Map([]);

/** What is chosen outside of the lock profile. The option takes precedence over the profile, the profile over the setting. */
export interface ChosenSeverities {
  readonly setting?: Severities;
  readonly option?: Severities;
}

export function isSeverityLevel(word: unknown): word is SeverityLevel {
  return severityLevels.some((level) => level === word);
}

/** The later take precedence. */
export function combinedSeverities(...all: readonly (Severities | undefined)[]): Severities {
  const [only = noSeverities, ...others] = all.filter((each) => each !== undefined && each.size > 0) as Severities[];
  return others.length === 0 ? only : new Map([only, ...others].flatMap((each) => [...each]));
}
