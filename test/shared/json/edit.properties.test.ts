import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Change, Edit } from '../../../shared/finding.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { objects } from '../../../shared/json/lookup.ts';
import { type Property, parse } from '../../../shared/json/parse.ts';
import { changed, changeSets, documents, jsonOf, lastingComments } from '../../support/documents.ts';
import { runs } from '../../support/rotation.ts';

function edited(text: string, changes: readonly Change[]): { edits: readonly Edit[]; after: string } | undefined {
  const edits = editsFor(parse(text), changes, () => undefined);
  return edits && { edits, after: applyEdits(text, edits) };
}

/** Documents with the changes that can be made to them. */
function forAllEdits(
  check: (text: string, changes: readonly Change[], made: { edits: readonly Edit[]; after: string }) => void,
) {
  fc.assert(
    fc.property(documents, changeSets, (text, wanted) => {
      const before = jsonOf(text);
      const changes = wanted.filter((each) => changed(before, [each]) !== undefined);
      const made = edited(text, changes);
      if (changed(before, changes) !== undefined) check(text, changes, made as NonNullable<typeof made>);
    }),
    runs(250),
  );
}

describe('edits of any document', () => {
  it('the documents are valid, and the value they have is known', () => {
    fc.assert(
      fc.property(documents, (text) => assert.deepEqual(parse(text).errors, [])),
      runs(250),
    );
  });

  it('there are edits exactly where the change can be made to the value', () => {
    fc.assert(
      fc.property(documents, changeSets, (text, changes) => {
        assert.equal(edited(text, changes) === undefined, changed(jsonOf(text), changes) === undefined);
      }),
      runs(250),
    );
  });

  it('the edited text is valid and has the value with the change made', () => {
    forAllEdits((text, changes, { after }) => {
      assert.deepEqual(parse(after).errors, [], after);
      assert.deepEqual(jsonOf(after), changed(jsonOf(text), changes), after);
    });
  });

  it('every comment stays, once and in order, unless it is inside what is removed', () => {
    forAllEdits((text, changes, { after }) => {
      const lasting = lastingComments(parse(text), changes);
      const found = [...after.matchAll(/<\d+>/g)].map(([number]) => number).filter((each) => lasting.includes(each));
      assert.deepEqual(found, lasting, after);
    });
  });

  it('the edits are in the order of the text and do not overlap', () => {
    forAllEdits((text, _, { edits }) => {
      let end = 0;
      for (const { span } of edits) {
        assert.ok(end <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(edits));
        end = span.end;
      }
    });
  });

  it('a set of values made twice leaves the text of the first time', () => {
    forAllEdits((_, changes, { after }) => {
      const sets = changes.filter(({ op }) => op === 'set');
      assert.equal(edited(after, sets)?.after, after);
    });
  });

  it('a property removed by its offset is gone, and all others are there', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, pick) => {
        const all = [...objects(parse(text).root)].flatMap(({ properties }) => properties);
        const one = all[pick % all.length];
        if (!one) return;
        const { after } = edited(text, [{ op: 'remove-at', offset: one.span.start }]) ?? { after: '' };
        assert.deepEqual(parse(after).errors, [], after);
        const isInside = ({ span }: Property) => one.span.start <= span.start && span.end <= one.span.end;
        const left = [...objects(parse(after).root)].flatMap(({ properties }) => properties.map(({ key }) => key));
        assert.deepEqual(
          left,
          all.filter((each) => !isInside(each)).map(({ key }) => key),
          after,
        );
      }),
      runs(250),
    );
  });

  it('the line ends of a document that has one kind stay of that kind', () => {
    forAllEdits((text, _, { after }) => {
      const kinds = (of: string) => new Set(of.match(/\r\n|\n|\r/g));
      if (kinds(text).size === 1)
        assert.ok(
          [...kinds(after)].every((kind) => kinds(text).has(kind)),
          after,
        );
    });
  });
});
