import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import { propertiesAround, type Span } from '../../../shared/index.ts';
import { allFindings, type RequestInspection } from '../../inspection/inspection.ts';
import { type RequestSubject, requestSubjects } from '../../inspection/subject.ts';
import { certainChanges } from '../changes.ts';
import type { FileSubject } from '../feature.ts';

/** `deprecated` is the standard modifier that many editors strike through; the other two are for themes. */
const modifiers = ['deprecated', 'overwritten', 'ignored'] as const;

/** A custom type: a standard one would change the colour that JSON gives to `false`. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ['zoomField'],
  tokenModifiers: [...modifiers],
};

interface MarkedSpan {
  readonly span: Span;
  readonly modifier: Exclude<(typeof modifiers)[number], 'deprecated'>;
}

/** Marks what Zoom is certain not to store: values that it overwrites, and fields that it ignores. */
export function semanticTokens(file: FileSubject): SemanticTokens | undefined {
  const requests = requestSubjects(file.subjects);
  return requests.length > 0 ? { data: encode(requests.flatMap(tokensOf)) } : undefined;
}

interface SemanticToken extends Pick<MarkedSpan, 'modifier'> {
  readonly range: Range;
}

/** In the order of the text. */
function tokensOf({ text, inspection }: RequestSubject): readonly SemanticToken[] {
  const marks = [...changedValues(inspection), ...misplaced(inspection)].sort((a, b) => a.span.start - b.span.start);
  return marks.map(({ span, modifier }) => ({ range: text.rangeOf(span), modifier }));
}

function changedValues(inspection: RequestInspection): readonly MarkedSpan[] {
  return certainChanges(inspection).flatMap(({ name, effect, ignored }): readonly MarkedSpan[] => {
    const value = inspection.context.body.fields[name].property?.value;
    return effect === 'overwritten' && value
      ? [{ span: value.span, modifier: ignored ? 'ignored' : 'overwritten' }]
      : [];
  });
}

/** Name and value; for an object or a list, the name alone. */
function misplaced(inspection: RequestInspection): readonly MarkedSpan[] {
  return allFindings(inspection)
    .filter(({ code }) => code === 'field-misplaced')
    .flatMap(({ span }) => {
      const value = propertiesAround(inspection.document, span.start).at(-1)?.value;
      return value && 'value' in value ? [span, value.span] : [span];
    })
    .map((span) => ({ span, modifier: 'ignored' }));
}

/** Five numbers per token: lines and characters since the previous one, length, type, modifiers as bits. */
function encode(tokens: readonly SemanticToken[]): number[] {
  let before = { line: 0, character: 0 };
  return tokens.flatMap(({ range: { start, end }, modifier }) => {
    const lines = start.line - before.line;
    const characters = lines === 0 ? start.character - before.character : start.character;
    before = start;
    return [lines, characters, end.character - start.character, 0, bit('deprecated') | bit(modifier)];
  });
}

function bit(modifier: (typeof modifiers)[number]): number {
  return 1 << modifiers.indexOf(modifier);
}
