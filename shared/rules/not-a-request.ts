import type { Span } from '../finding.ts';
import { property } from '../json/lookup.ts';
import { joinPointer, pointerSteps } from '../json/pointer.ts';
import { clauseFor, type Mistaken } from '../model/recognise.ts';
import { joined, type Text, text } from '../text.ts';
import type { MistakenBody, MistakenRule } from './rule.ts';

/** A file, or a part of one, that is called a request and visibly is something else. Nothing else is reported in it. */
export const notARequest: MistakenRule = {
  code: 'not-a-request',
  severity: 'warning',
  summary: text`The file is called a request, but its content is visibly something else.`,
  check: (body) => [{ message: joined([whatItIs(body), whatToDo(body)], ' '), span: spanOf(body), fixes: () => [] }],
};

function whatItIs({ mistaken }: MistakenBody): Text {
  const clause = clauseFor(mistaken);
  if (mistaken.is === 'other') return text`This ${clause}, so it is not a request.`;
  return isAround(mistaken) ? text`This is not a request, but ${clause}.` : text`This ${clause}, not a request.`;
}

function whatToDo({ mistaken, pointer }: MistakenBody): Text {
  if (isAround(mistaken)) {
    const at = pointerSteps(mistaken.at).reduce((sofar, step) => joinPointer(sofar, step), pointer);
    return text`To check what is inside, list the file in the "requests" of the lock profile with "at": ${JSON.stringify(at)}.`;
  }
  if (mistaken.is === 'response') return text`Send only the fields that you want to set.`;
  if (pointer !== '') return text`In the "requests" of the lock profile, choose an "at" that leaves it out.`;
  return text`Rename the file, or leave it out of the "requests" of the lock profile.`;
}

function isAround(mistaken: Mistaken): mistaken is Extract<Mistaken, { readonly is: 'container' }> {
  return mistaken.is === 'container' && mistaken.of === 'body';
}

/** What decides it, else the first character. */
function spanOf({ document: { root }, mistaken }: MistakenBody): Span {
  const type = mistaken.is === 'webinar' ? property(root, 'type')?.value : undefined;
  if (type) return type.span;
  const { start = 0, end = 0 } = root?.span ?? {};
  const isLiteral = root?.type !== 'object' && root?.type !== 'array';
  return { start, end: isLiteral ? end : start + 1 };
}
