import type { Span } from '../finding.ts';
import { textIn } from '../json/lookup.ts';
import { firstWhere } from '../json/ordered.ts';
import { readPattern } from '../model/pattern.ts';
import { entriesOf } from '../model/profileKeys.ts';
import { type Text, text } from '../text.ts';
import { isIgnorable, type ProfileRule } from './rule.ts';

/** An entry of `ignore` that ignores no finding. No fix is preferred where it may be a slip. */
export const profileIgnoreUnused: ProfileRule = {
  code: 'profile-ignore-unused',
  severity: 'hint',
  summary: text`An entry in the profile's ignore list ignores nothing.`,
  check(context) {
    const wrong = context.profile.problems.map(({ span }) => span.start).sort((a, b) => a - b);
    const used = context.used && new Set(context.used.map(({ index }) => index));
    const unmatched = new Set(context.unmatched);
    return entriesOf(context.profile.document, 'ignore').flatMap(({ index, node }) => {
      const files = textIn(node, 'files');
      if (holdsAny(node.span, wrong) || isNoPattern(files)) return [];
      const slip = slipIn(textIn(node, 'code'), files, context.codes, unmatched);
      const unused = used && !used.has(index);
      const reason = slip ?? (unused ? noSuchFinding : undefined);
      if (!reason) return [];
      const changes = [{ op: 'remove-at' as const, offset: node.span.start }];
      const fixes = () => [{ title: text`Remove this entry`, changes, preferred: !slip }];
      return [{ message: reason, span: node.span, fixes, tag: 'unnecessary' }];
    });
  },
};

const noSuchFinding = text`No file has such a finding, so this entry ignores nothing.`;

/** A value of the wrong type is another finding. */
function holdsAny({ start, end }: Span, offsets: readonly number[]): boolean {
  return (offsets[firstWhere(offsets, (each) => each >= start)] ?? end) < end;
}

/** A pattern that cannot be read is another finding, too. */
function isNoPattern(files: string | undefined): boolean {
  return files !== undefined && 'problem' in readPattern(files);
}

function slipIn(
  named: string | undefined,
  files: string | undefined,
  codes: readonly string[],
  unmatched: ReadonlySet<string>,
): Text | undefined {
  if (named === undefined) return text`Without a code, this entry ignores nothing.`;
  if (!codes.includes(named)) return text`There are no findings with the code ${named}, so this entry ignores nothing.`;
  if (!isIgnorable(named)) return text`${named} cannot be ignored.`;
  const gone = files !== undefined && unmatched.has(files);
  return gone ? text`No file matches its pattern, so this entry ignores nothing.` : undefined;
}
