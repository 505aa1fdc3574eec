/** In code, a passcode is not written as a text: fixes say from which variable it comes. */
import type { Finding, Fix } from '../../finding.ts';
import type { JsonDocument } from '../../json/parse.ts';
import { joined } from '../../text.ts';

/** Without the fixes that would need one where there is no variable to write. */
export function passcodeFromVariable({ code }: JsonDocument, finding: Finding): Finding {
  const named = (fix: Fix): readonly Fix[] => {
    if (!code || !fix.changes.some(({ op }) => op === 'generate-passcode')) return [fix];
    if (!code.passcode) return [];
    return [{ ...fix, title: joined([fix.title, ` (${code.passcode.expression})`], '') }];
  };
  return { ...finding, fixes: () => finding.fixes().flatMap(named) };
}
