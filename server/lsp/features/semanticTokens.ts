import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import { fields, propertiesAround, type Span } from '../../../shared/index.ts';
import { allFindings, type RequestInspection } from '../../inspection/inspection.ts';
import { type RequestSubject, requestSubjects } from '../../inspection/subject.ts';
import { certainChanges } from '../changes.ts';
import type { FileSubject } from '../feature.ts';

/** `deprecated` is the standard modifier that many editors strike through; the other two are for themes. */
const modifiers = ['deprecated', 'overwritten', 'ignored'] as const;

/**
 * Types of our own: a standard one would change the colour that JSON gives to `false`. The first marks what is not stored, the
 * second the name of a security field that is read: both only in what is a request.
 */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ['zoomField', 'zoomSecurityField'],
  tokenModifiers: [...modifiers],
};

interface TypedSpan {
  readonly span: Span;
  readonly type: 0 | 1;
  readonly modifier?: Exclude<(typeof modifiers)[number], 'deprecated'>;
}

/** The names of the security fields, and marks on what Zoom is certain not to store: values that it overwrites, and fields that it ignores. */
export function semanticTokens(file: FileSubject): SemanticTokens | undefined {
  const requests = requestSubjects(file.subjects).filter(({ inspection }) => !inspection.document.code);
  return requests.length > 0 ? { data: encode(requests.flatMap(tokensOf)) } : undefined;
}

interface SemanticToken extends Omit<TypedSpan, 'span'> {
  readonly range: Range;
}

/** In the order of the text. */
function tokensOf({ text, inspection }: RequestSubject): readonly SemanticToken[] {
  const spans = [...namesRead(inspection), ...changedValues(inspection), ...misplaced(inspection)];
  const inOrder = spans.sort((one, other) => one.span.start - other.span.start);
  return inOrder.map(({ span, ...token }) => ({ range: text.rangeOf(span), ...token }));
}

function namesRead({ context }: RequestInspection): readonly TypedSpan[] {
  return fields.flatMap(({ name }): readonly TypedSpan[] => {
    const { property } = context.body.fields[name];
    return property ? [{ span: property.keySpan, type: 1 }] : [];
  });
}

function changedValues(inspection: RequestInspection): readonly TypedSpan[] {
  return certainChanges(inspection).flatMap(({ name, effect, ignored }): readonly TypedSpan[] => {
    const value = inspection.context.body.fields[name].property?.value;
    return effect === 'overwritten' && value
      ? [{ span: value.span, type: 0, modifier: ignored ? 'ignored' : 'overwritten' }]
      : [];
  });
}

/** Name and value; for an object or a list, the name alone. */
function misplaced(inspection: RequestInspection): readonly TypedSpan[] {
  return allFindings(inspection)
    .filter(({ code }) => code === 'field-misplaced')
    .flatMap(({ span }) => {
      const value = propertiesAround(inspection.document, span.start).at(-1)?.value;
      return value && 'value' in value ? [span, value.span] : [span];
    })
    .map((span) => ({ span, type: 0, modifier: 'ignored' }));
}

/** Five numbers per token: lines and characters since the previous one, length, type, modifiers as bits. */
function encode(tokens: readonly SemanticToken[]): number[] {
  let before = { line: 0, character: 0 };
  return tokens.flatMap(({ range: { start, end }, type, modifier }) => {
    const lines = start.line - before.line;
    const characters = lines === 0 ? start.character - before.character : start.character;
    before = start;
    const bits = modifier ? bit('deprecated') | bit(modifier) : 0;
    return [lines, characters, end.character - start.character, type, bits];
  });
}

function bit(modifier: (typeof modifiers)[number]): number {
  return 1 << modifiers.indexOf(modifier);
}
