import { type FieldFacts, fields, propertiesAround } from '../shared/index.ts';
import type { RequestInspection } from './inspect.ts';

/** The security field whose name or value stands at the offset, where Zoom reads it. */
export function fieldAt({ document, context }: RequestInspection, offset: number): FieldFacts | undefined {
  const property = propertiesAround(document, offset).at(-1);
  return property && fields.find(({ name }) => context.body.fields[name].property === property);
}
