import type { Finding } from '../finding.ts';
import type { IgnoreComment } from '../model/ignore.ts';
import { type Text, text } from '../text.ts';
import { type CommentContext, type CommentRule, isIgnorable } from './rule.ts';

const code = 'ignore-unused';

/** A comment that keeps no finding from being told. What an unknown lock may bring to light is not held against it. */
export const ignoreUnused: CommentRule = {
  code,
  check: (context) => context.unused.flatMap((each) => findingFor(each, context)),
};

function findingFor(comment: IgnoreComment, { conclusive, codes }: CommentContext): readonly Finding[] {
  const slip = slipIn(comment.code, codes);
  if (!slip && !conclusive) return [];
  const message = slip ?? text`There is no ${comment.code ?? ''} here, so this comment ignores nothing.`;
  const changes = [{ op: 'remove-at' as const, offset: comment.span.start }];
  const fixes = [{ title: text`Remove this comment`, changes, preferred: !slip }];
  return [{ code, severity: 'hint', message, span: comment.span, fixes, tag: 'unnecessary' }];
}

function slipIn(named: string | undefined, codes: readonly string[]): Text | undefined {
  if (named === undefined) return text`Without a code, this comment ignores nothing.`;
  if (!codes.includes(named))
    return text`There are no findings with the code ${named}, so this comment ignores nothing.`;
  return isIgnorable(named) ? undefined : text`${named} cannot be ignored.`;
}
