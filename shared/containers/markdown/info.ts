import type { Operation } from '../../model/security.ts';

/** What follows the signs of a fence. */
export interface Info {
  /** In lower case; empty where it is left out. */
  readonly language: string;
  /** `json zoom-create standup`. */
  readonly declares: Operation | undefined;
  readonly name: string | undefined;
  /** All behind the language. */
  readonly rest: string;
}

/** ` ```json title="x" `, ` ```{.json} `, ` ```json:request.json `. */
export function infoOf(info: string): Info {
  const [before = '', language = ''] = /^[{.]{0,3}([\w+#-]*)/.exec(info) ?? [];
  const rest = info.slice(before.length);
  const [, operation, name] = /^\s+zoom-(create|update)(?:\s+(\S.{0,60}))?(?!\S)/.exec(rest) ?? [];
  return { language: language.toLowerCase(), declares: operation as Operation | undefined, name: name?.trim(), rest };
}

/** Whether the fence shows JSON, whatever it is called. */
export function isJson(language: string, text: string): boolean {
  if (/^json[5cl]?$|^geojson$/.test(language)) return true;
  const mayBe = [
    '',
    'javascript',
    'js',
    'typescript',
    'ts',
    'text',
    'txt',
    'plaintext',
    'plain',
    'yaml',
    'body',
    'jsonld',
  ];
  return mayBe.includes(language) && /^\s*\{\s*["}]/.test(text.slice(leadingComments(text).length));
}

/** The comments that a body begins with. */
export function leadingComments(text: string): string {
  let at = 0;
  for (let end = commentEnd(text, at); end !== undefined; end = commentEnd(text, at)) at = end;
  return text.slice(0, at);
}

function commentEnd(text: string, start: number): number | undefined {
  let at = start;
  while (/\s/.test(text.charAt(at))) at++;
  const sign = text.slice(at, at + 2);
  const end = sign === '//' ? text.indexOf('\n', at) : sign === '/*' ? text.indexOf('*/', at) + 1 : 0;
  return end > 0 ? end + 1 : undefined;
}
