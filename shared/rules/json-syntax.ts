import { text } from '../text.ts';
import type { DocumentRule } from './rule.ts';

/** The text is broken. Only the first error is reported: the others mostly follow from it. */
export const jsonSyntax: DocumentRule = {
  code: 'json-syntax',
  severity: 'error',
  summary: text`The text is not valid JSON.`,
  check(document) {
    const [first] = document.errors;
    // An empty file and one that is nested too deep are not bodies at all, which is another finding.
    if (!first || document.tooDeep || document.text.trim() === '') return [];
    return [{ message: first.message, span: first.span, fixes: () => [] }];
  },
};
