import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding, Fix } from '../../../shared/finding.ts';
import {
  applyEdits,
  editsFor,
  type Meeting,
  type Operation,
  parse,
  pointerAt,
  type RequestContext,
  readProfile,
  requestContext,
  writeAllStored,
} from '../../../shared/index.ts';
import { addingRules, checkRequest } from '../../../shared/rules/check.ts';
import { say } from '../../../shared/text.ts';
import { profileOf } from '../../support/bodies.ts';
import { knowledge } from '../../support/completions.ts';
import { meetings } from '../../support/inputs.ts';
import {
  bodyText,
  combinations,
  filledIn,
  fillings,
  inTurn,
  type OpenField,
  placeholders,
  type Written,
} from '../../support/openBodies.ts';
import { signedIn } from '../../support/profiles.ts';

/**
 * Where values are filled in later, whatever is reported is reported of each body that may become of it; fixes leave the
 * placeholders as they are, and what is fixed is fixed in each body.
 */

const certain: readonly Written[] = [
  {},
  { waiting_room: 'false', password: '""', meeting_authentication: 'false' },
  { waiting_room: 'true', authentication_option: '"opt-sent"' },
  { password: '"abc123"', meeting_authentication: 'true', default_password: 'false' },
  { waiting_room: 'false', password: '"        "', authentication_option: '"opt-other"' },
  { password: '"a b ü far too long"', meeting_authentication: 'false', default_password: 'true' },
];

const options = { options: [{ ...signedIn, id: 'opt-default' }, { id: 'opt-sent' }, { id: 'opt-own' }] };

interface Situation {
  readonly text: string;
  readonly open: readonly OpenField[];
  readonly look: (text: string) => RequestContext;
}

function places(look: Situation['look'], text: string): readonly string[] {
  return checkRequest(look(text)).map((each) => placeOf(each, text));
}

function placeOf({ code, span }: Finding, text: string): string {
  return `${code} at ${pointerAt(parse(text), span)}`;
}

/** What Zoom turns on in one body because nothing else secures it, it may turn on in another as well, for another reason. */
function addsAsSecurity({ code, change }: Finding, added: Finding): boolean {
  if (code !== 'unsecured-request' || !addingRules.some((rule) => rule.code === added.code)) return false;
  const field = added.change?.field;
  return change?.field === (field === 'authentication_option' ? 'meeting_authentication' : field);
}

function fixesOf({ fixes }: Finding): readonly Fix[] {
  return fixes();
}

function everySituation(test: (situation: Situation) => void, chosen: readonly OpenField[], index: number): void {
  for (const { each: known, at } of inTurn(knowledge, 13, index)) {
    const turn = index * knowledge.length + at;
    const written = certain[turn % certain.length] as Written;
    const open = Object.fromEntries(chosen.map((name) => [name, placeholders[name]]));
    const text = bodyText({ ...written, ...open });
    const rules = turn % 2 === 0 ? '2020-12-20' : '2025-03-24';
    const profile = readProfile(parse(JSON.stringify({ ...JSON.parse(profileOf(known, options)), rules })));
    const before = turn % 4 === 0 ? undefined : (meetings[turn % meetings.length] as Meeting);
    const occurrence = turn % 5 === 0;
    const situation = (operation: Operation, meeting: Meeting | undefined): Situation => ({
      text,
      open: chosen,
      look: (each) => requestContext(parse(each), operation, { profile, meeting, occurrence }),
    });
    test(situation('create', undefined));
    test(situation('update', before));
  }
}

describe('open values', () => {
  combinations.forEach((chosen, index) => {
    const name = chosen.join(', ') || 'none';

    it(`${name}: what is reported holds of each body, and is not on a placeholder`, () => {
      everySituation(
        ({ text, look }) => {
          const found = checkRequest(look(text));
          for (const { code, span } of found) {
            const source = text.slice(span.start, span.end);
            assert.ok(!Object.values(placeholders).includes(source), `${code} on ${source}`);
          }
          for (const filling of found.length > 0 ? fillings(chosen) : []) {
            const concrete = filledIn(text, filling);
            const there = checkRequest(look(concrete));
            const places = there.map((each) => placeOf(each, concrete));
            for (const each of found) {
              const place = placeOf(each, text);
              const isSaid = places.includes(place) || there.some((other) => addsAsSecurity(other, each));
              assert.ok(isSaid, `${place}: ${text} → ${concrete}: ${places}`);
            }
          }
        },
        chosen,
        index,
      );
    });

    it(`${name}: fixes leave placeholders, and fix each body`, () => {
      everySituation((situation) => checkFixes(situation), chosen, index);
    });
  });
});

function checkFixes({ text, open, look }: Situation): void {
  const context = look(text);
  const all = writeAllStored(context);
  const fixes = [
    ...checkRequest(context).flatMap((finding) =>
      fixesOf(finding).map((fix) => ({ fix, cleared: placeOf(finding, text) })),
    ),
    ...(all ? [{ fix: all, cleared: undefined }] : []),
  ];
  for (const { fix, cleared } of fixes) {
    const edits = editsFor(parse(text), fix.changes, () => 'fresh12');
    if (!edits) continue;
    const after = applyEdits(text, edits);
    const about = `${say(fix.title)}: ${text} → ${after}`;
    // An update has no default_password: that it goes is what this fix is for.
    const kept = cleared?.startsWith('field-unknown-on-update')
      ? open.filter((name) => name !== 'default_password')
      : open;
    for (const name of kept) assert.equal(after.split(placeholders[name]).length, 2, about);
    for (const filling of cleared === undefined ? [] : fillings(open)) {
      const there = places(look, filledIn(after, filling));
      assert.ok(!there.includes(cleared as string), `${about}, ${JSON.stringify(filling)}: ${cleared} stays`);
    }
  }
}
