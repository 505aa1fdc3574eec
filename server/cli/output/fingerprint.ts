import { createHash } from 'node:crypto';
import type { CheckedFile } from './checked.ts';
import type { FindingDetails } from './report.ts';

/**
 * What identifies each finding of a file from one run to the next: its rule, its place in the body and the file, but no line. Of
 * several at one place, their order counts.
 */
export function fingerprints({ fileInRoot, findings }: CheckedFile): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, request = '', pointer }: FindingDetails) => {
    const place = JSON.stringify([code, fileInRoot, request, pointer]);
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return createHash('sha256').update(`${place}${before}`).digest('hex').slice(0, 32);
  });
}
