/** What a request in code is called. */
import type { Operation } from '../../model/security.ts';
import type { Frame, Moment } from './values/scopes.ts';

const generic =
  /^(?:this\.)?(?:body|data|payload|options?|params?|json|config|req(?:uest)?|meeting|obj|args|input|result|value|post_?data|post_?fields|content)$/i;

/** What the file calls a request: the function that it is in, its variable, else the kind of request. */
export function requestName(moment: Moment, variable: string | undefined, operation: Operation | undefined): string {
  const own = variable !== undefined && !generic.test(variable) ? variable.replace(/^this\./, '') : undefined;
  return (functionName(moment.frame) ?? own ?? operation ?? 'request').slice(0, 80);
}

export function functionName(frame: Frame): string | undefined {
  for (let each: Frame | undefined = frame; each; each = each.parent?.frame)
    if (each.name !== undefined && /^[\w$#]+$/.test(each.name)) return each.name;
  return undefined;
}
