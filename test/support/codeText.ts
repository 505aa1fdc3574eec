/** Code as the finder sees it, written down in one way for all languages, so that tests can show it. */
import type { Argument, Entry, Expression, Parameter, Statement } from '../../shared/containers/code/ir.ts';
import type { Code, Language } from '../../shared/containers/code/language.ts';

export function codeOf(language: Language, text: string, ending = ''): Code {
  const reading = language.read(text, ending);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value ?? { body: [], comments: [] };
  }
}

/** One statement a line, indented as it is nested. */
export function codeText(language: Language, text: string): string {
  return codeOf(language, text)
    .body.flatMap((each) => statementLines(each))
    .join('\n');
}

function statementLines(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'assign': {
      const { target, value, isUpdate, isDeleted, isShared } = statement;
      const sign = isUpdate ? ' ~= ' : isShared ? ' == ' : ' = ';
      return [isDeleted ? `delete ${show(target)}` : show(target) + sign + (value ? show(value) : '?')];
    }
    case 'expression':
      return [show(statement.value)];
    case 'return':
      return [statement.value ? `return ${show(statement.value)}` : 'return'];
    case 'function':
      return [`function ${heading(statement.function.content)}`, ...inner(statement.function.content.body)];
    case 'block':
      return [statement.name ? `${statement.runs} ${statement.name}` : statement.runs, ...inner(statement.body)];
  }
}

function inner(body: readonly Statement[]): readonly string[] {
  return body.flatMap(statementLines).map((line) => `  ${line}`);
}

function heading({ name = '', params }: { readonly name: string | undefined; readonly params: readonly Parameter[] }) {
  return `${name}(${params.map((each) => (each.name ?? '?') + (each.default ? ` = ${show(each.default)}` : '')).join(', ')})`;
}

function show(value: Expression): string {
  switch (value.kind) {
    case 'object':
      return `{${value.entries.map(entry).join(', ')}${value.isComplete ? '' : ' …'}}`;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'literal':
      return JSON.stringify(value.value) ?? 'undefined';
    case 'text':
      return `\`${value.parts.map((each) => (typeof each === 'string' ? each : `<${show(each)}>`)).join('')}\``;
    case 'name':
      return value.name;
    case 'member':
      return `${show(value.object)}.${value.key ?? (value.computed ? `[${show(value.computed)}]` : '?')}`;
    case 'call':
      return `${value.isNew ? 'new ' : ''}${show(value.callee)}(${value.args.map(argument).join(', ')})`;
    case 'choice':
      return `(${value.options.map(show).join(' | ')})`;
    case 'function':
      return `${heading(value.content)} => ${value.content.body.flatMap(statementLines).join('; ')}`;
    case 'other':
      return `…(${value.parts.map(show).join(', ')})`;
  }
}

function entry(each: Entry): string {
  if (each.kind === 'spread') return `...${show(each.value)}`;
  return `${each.kind === 'key' ? each.key : `[${show(each.key)}]`}: ${show(each.value)}`;
}

function argument({ name, value, isSpread }: Argument): string {
  return (name === undefined ? '' : `${name}=`) + (isSpread ? '...' : '') + show(value);
}
