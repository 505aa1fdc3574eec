import type { Severity } from '../../shared/finding.ts';
import { rules } from '../../shared/rules/check.ts';

const severities = new Map(rules.map(({ code, severity }) => [code, severity]));

/**
 * The severity of findings with this code that are certain, by its rule, as in the README and the pages of the rules. `unheard-of`
 * for a code that does not exist, which never equals that of a finding.
 */
export function usualSeverity(code: string): Severity | 'unheard-of' {
  return severities.get(code) ?? 'unheard-of';
}
