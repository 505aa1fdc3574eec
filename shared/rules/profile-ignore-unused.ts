import { readPattern } from '../model/pattern.ts';
import { entriesOf, type ListEntry, textIn } from '../model/profileKeys.ts';
import { type Text, text } from '../text.ts';
import { isIgnorable, type ProfileContext, type ProfileRule } from './rule.ts';

/** An entry of `ignore` that ignores no finding. No fix is preferred where it may be a slip. */
export const profileIgnoreUnused: ProfileRule = {
  code: 'profile-ignore-unused',
  severity: 'hint',
  summary: text`An entry in the profile's ignore list ignores nothing.`,
  check(context) {
    const readable = entriesOf(context.profile.document, 'ignore').filter(({ node }) => isReadable(node, context));
    return readable.flatMap(({ index, node }) => {
      const slip = slipIn(textIn(node, 'code'), textIn(node, 'files'), context);
      const reason = slip ?? unusedReason(index, context);
      if (!reason) return [];
      const changes = [{ op: 'remove-at' as const, offset: node.span.start }];
      const fixes = () => [{ title: text`Remove this entry`, changes, preferred: !slip }];
      return [{ message: reason, span: node.span, fixes, tag: 'unnecessary' }];
    });
  },
};

/** What has the wrong type, and a pattern that is none, is another finding. */
function isReadable(node: ListEntry['node'], { profile }: ProfileContext): boolean {
  const { start, end } = node.span;
  const files = textIn(node, 'files');
  if (files !== undefined && 'problem' in readPattern(files)) return false;
  return !profile.problems.some(({ span }) => start <= span.start && span.end <= end);
}

function slipIn(
  named: string | undefined,
  files: string | undefined,
  { codes, unmatched = [] }: ProfileContext,
): Text | undefined {
  if (named === undefined) return text`Without a code, this entry ignores nothing.`;
  if (!codes.includes(named)) return text`There are no findings with the code ${named}, so this entry ignores nothing.`;
  if (!isIgnorable(named)) return text`${named} cannot be ignored.`;
  const gone = files !== undefined && unmatched.includes(files);
  return gone ? text`No file matches its pattern, so this entry ignores nothing.` : undefined;
}

function unusedReason(index: number, { used }: ProfileContext): Text | undefined {
  const unused = used && !used.some((each) => each.index === index);
  return unused ? text`No file has such a finding, so this entry ignores nothing.` : undefined;
}
