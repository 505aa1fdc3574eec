import type { Severity } from '../../shared/finding.ts';
import { rules } from '../../shared/rules/check.ts';

const severities = new Map(rules.map(({ code, severity }) => [code, severity]));

/**
 * The severity of the code where what it says is certain, by its rule; the README and the pages of the rules hold it.
 * `unheard-of` for a code that there is not: no finding has it.
 */
export function usualSeverity(code: string): Severity | 'unheard-of' {
  return severities.get(code) ?? 'unheard-of';
}
