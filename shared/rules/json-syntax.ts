import type { DocumentRule } from './rule.ts';

const code = 'json-syntax';

/** The text is broken. Only the first error is told: the others mostly follow from it. */
export const jsonSyntax: DocumentRule = {
  code,
  check({ text, errors, tooDeep }) {
    const [first] = errors;
    // An empty file and one that is nested too deep are no body at all, which is another finding.
    if (!first || tooDeep || text.trim() === '') return [];
    return [{ code, severity: 'error', message: first.message, span: first.span, fixes: [] }];
  },
};
