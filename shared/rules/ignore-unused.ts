import type { IgnoreComment } from '../model/ignore.ts';
import { type Text, text } from '../text.ts';
import { type CommentContext, type CommentRule, isIgnorable, type Observation } from './rule.ts';

/** A comment that ignores no finding, unless there may be one under a lock that is unknown. */
export const ignoreUnused: CommentRule = {
  code: 'ignore-unused',
  severity: 'hint',
  summary: text`A comment that should ignore a finding ignores nothing.`,
  check: (context) => context.unused.flatMap((each) => observe(each, context)),
};

function observe(comment: IgnoreComment, { conclusive, codes }: CommentContext): readonly Observation[] {
  const slip = slipIn(comment.code, codes);
  if (!slip && !conclusive) return [];
  const message = slip ?? text`There is no ${comment.code ?? ''} here, so this comment ignores nothing.`;
  const changes = [{ op: 'remove-at' as const, offset: comment.span.start }];
  const fixes = () => [{ title: text`Remove this comment`, changes, preferred: !slip }];
  return [{ message, span: comment.span, fixes, tag: 'unnecessary' }];
}

function slipIn(named: string | undefined, codes: readonly string[]): Text | undefined {
  if (named === undefined) return text`Without a code, this comment ignores nothing.`;
  if (!codes.includes(named))
    return text`There are no findings with the code ${named}, so this comment ignores nothing.`;
  return isIgnorable(named) ? undefined : text`${named} cannot be ignored.`;
}
