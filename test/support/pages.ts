import { parse, readProfile } from '../../shared/index.ts';
import { readDrawing, type Situation } from './markers.ts';

/** A document in a page of docs/rules: a fence `jsonc profile`, `jsonc meeting`, `jsonc create`, `jsonc update` or `jsonc response`. */
export interface Shown {
  readonly kind: string;
  readonly text: string;
  /** The findings that are drawn in. */
  readonly expected: readonly string[];
  /** The profile, meeting and request before it in its section; for an update, what the profile's `requests` say about it. */
  readonly situation: Situation;
}

/** Every document of the page, in its order. */
export function shownOn(page: string): readonly Shown[] {
  return page.split(/^## /m).flatMap((section) => {
    let situation: Situation = {};
    return [...section.matchAll(/^```jsonc (\w+)\n(.*?)^```$/gms)].map(([, kind = '', drawn = '']) => {
      const { text, expected } = readDrawing(drawn);
      if (kind === 'profile' || kind === 'meeting') situation = { ...situation, [kind]: text };
      if (kind === 'create' || kind === 'update') situation = { ...situation, operation: kind, request: text };
      return {
        kind,
        text,
        expected,
        situation: { ...situation, occurrence: kind === 'update' && isListed(situation) },
      };
    });
  });
}

/** Whether the profile lists updates of one occurrence. */
function isListed({ profile }: Situation): boolean {
  return profile !== undefined && readProfile(parse(profile)).requests.some(({ occurrence }) => occurrence);
}
