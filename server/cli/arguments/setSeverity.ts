import {
  codes,
  isSeverityLevel,
  nearestName,
  type Severities,
  type SeverityLevel,
  severityLevels,
  spelled,
} from '../../../shared/index.ts';

/** The values of `--set-severity`, each `CODE=LEVEL`; of several for one code, the last. `problem`: what is wrong, in words. */
export function severitiesOf(values: readonly string[]): Severities | { readonly problem: string } {
  const severities = new Map<string, SeverityLevel>();
  for (const value of values) {
    const [code = '', level, ...others] = value.split('=');
    if (level === undefined || others.length > 0)
      return { problem: `--set-severity takes CODE=LEVEL, such as passcode-generated=off, not ${value}` };
    if (!codes.includes(code)) return { problem: unknownCode(code) };
    if (!isSeverityLevel(level))
      return { problem: `Unknown level: ${level} (in --set-severity ${value}). Levels: ${severityLevels.join(', ')}` };
    severities.set(code, level);
  }
  return severities;
}

function unknownCode(code: string): string {
  const meant = nearestName(spelled(code), codes.map(spelled), () => 2);
  return `Unknown code in --set-severity: ${code}${meant ? `. Did you mean ${meant}?` : ''}`;
}
