/** Bodies whose fields are the names of arguments, as Python has them. */
import type { CallExpression, Entry, ObjectExpression } from '../ir.ts';

/**
 * `Meeting(topic=topic, settings=Settings(waiting_room=False))`: what an object of a class is made of. What else it has is not
 * known, nor what else it may be given.
 */
export function recordOf(call: CallExpression): ObjectExpression | undefined {
  const isNamed = call.isNew && call.args.every(({ nameSpan }) => nameSpan !== undefined);
  const named = isNamed ? namedArguments(call) : undefined;
  return named && { ...named, begin: call.span.end };
}

/** `create(topic=topic, settings={…})`: what it is given by name is a body, but for whose meeting it is. */
export function namedArguments({ span, args, begin }: CallExpression): ObjectExpression | undefined {
  const entries = args.flatMap(({ name, nameSpan, value, comma }): readonly Entry[] => {
    if (name === undefined || !nameSpan || /^(?:id|user_id|host_id|meeting_id)$/.test(name)) return [];
    return [
      { kind: 'key', key: name, keySpan: nameSpan, value, comma, span: { start: nameSpan.start, end: value.span.end } },
    ];
  });
  if (entries.length === 0 || begin === undefined) return undefined;
  const form = { open: 'dict(', close: ')', colon: '=', key: (name: string) => name, padding: '' } as const;
  return {
    kind: 'object',
    span: { start: begin - 1, end: span.end },
    begin,
    form: () => form,
    isComplete: true,
    entries,
  };
}
