/** `a + b`, `'…' % b`, `'…'.format(b)`: texts that are put together. */
import type { Span } from '../../../finding.ts';
import type { Argument, Expression } from '../ir.ts';

/** A literal where nothing in it is filled in. */
export function joined(span: Span, operands: readonly Expression[]): Expression {
  const parts = operands.flatMap(partsOf);
  if (operands.some(({ kind }) => kind === 'list' || kind === 'object'))
    return { kind: 'other', span, parts: operands };
  if (operands.some((each) => each.kind === 'literal' && typeof each.value !== 'string'))
    return { kind: 'other', span, parts: operands };
  const texts = parts.filter((each) => typeof each === 'string');
  if (texts.length === parts.length) return { kind: 'literal', span, value: texts.join('') };
  return { kind: 'text', span, parts };
}

function partsOf(operand: Expression): readonly (string | Expression)[] {
  if (operand.kind === 'text') return operand.parts;
  return operand.kind === 'literal' && typeof operand.value === 'string' ? [operand.value] : [operand];
}

/** `'…%s…' % value`, `% (a, b)`; undefined where the left side is not a text. */
export function percent(span: Span, text: Expression, values: Expression): Expression | undefined {
  const filled = values.kind === 'other' ? values.parts : [values];
  return fill(span, text, /%(?:\(\w{1,60}\)|)[-+ #0]{0,5}\d{0,4}(?:\.\d{1,4})?[a-zA-Z%]/g, (sign, at) =>
    sign.endsWith('%') ? '%' : filled[at],
  );
}

/** `'…{}…'.format(value)`; undefined where it is not a text's method. */
export function formatted(span: Span, text: Expression, args: readonly Argument[]): Expression | undefined {
  return fill(span, text, /\{\{|\}\}|\{[^{}]{0,100}\}/g, (sign, at) => {
    if (sign === '{{' || sign === '}}') return sign.charAt(0);
    const [, name = ''] = /^\{(\w*)/.exec(sign) ?? [];
    const index = name === '' ? at : Number(name);
    return args.find((each) => each.name === name)?.value ?? args[index]?.value;
  });
}

function fill(
  span: Span,
  text: Expression,
  places: RegExp,
  filling: (sign: string, at: number) => string | Expression | undefined,
): Expression | undefined {
  const isText = text.kind === 'text' || (text.kind === 'literal' && typeof text.value === 'string');
  if (!isText) return undefined;
  let at = 0;
  const parts = partsOf(text).flatMap((part) => {
    if (typeof part !== 'string') return [part];
    const found: (string | Expression)[] = [];
    let from = 0;
    for (const { 0: sign, index } of part.matchAll(places)) {
      const filled = filling(sign, at) ?? ({ kind: 'other', span, parts: [] } as const);
      if (typeof filled !== 'string') at++;
      found.push(part.slice(from, index), filled);
      from = index + sign.length;
    }
    return [...found, part.slice(from)];
  });
  return { kind: 'text', span, parts: parts.filter((each) => each !== '') };
}
