/** What holds for every text: a fix in a container is the fix of the bare body, and a text read after another is read as if anew. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReadContainer } from '../../../shared/containers/containers.ts';
import { readHttp } from '../../../shared/containers/http.ts';
import { readPostman } from '../../../shared/containers/postman.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { fileEdit, fileSpan } from '../../../shared/json/textMap.ts';
import { contained } from '../../support/contained.ts';
import { changeSets, documents } from '../../support/documents.ts';
import { plain } from '../../support/drawnRequests.ts';
import { runs } from '../../support/rotation.ts';

interface Kind {
  readonly read: ReadContainer;
  readonly folder: string;
  readonly ending: string;
  /** A file whose first body it is. */
  readonly around: (body: string) => string;
  /** How a text is written in it; undefined where what is inserted is written in another way than what is there. */
  readonly written?: (text: string) => string;
}

const url = 'https://api.zoom.us/v2/users/me/meetings';
const item = (raw: string) => ({ name: 'é 🙂', request: { method: 'POST', url, body: { mode: 'raw', raw } } });
const kinds: Readonly<Record<string, Kind>> = {
  http: {
    read: readHttp,
    folder: 'http',
    ending: 'http',
    written: (text) => text,
    around: (body) =>
      `### A\r\nPOST ${url}\r\n\r\n${body}\r\n\r\n> {% 1 %}\r\n### B\nPATCH https://api.zoom.us/v2/meetings/1\n\n{}`,
  },
  postman: {
    read: readPostman,
    folder: 'postman',
    ending: 'json',
    written: (text) => JSON.stringify(text).slice(1, -1),
    around: (raw) => `${JSON.stringify({ item: [item(raw), item('{ "topic": "b" }')] }, null, '\t')}\n`,
  },
  'postman, with an escape for each character': {
    read: readPostman,
    folder: 'postman',
    ending: 'json',
    around: (raw) => JSON.stringify({ item: [item('#'), item('{}')] }).replace('#', unicodeEscapes(raw)),
  },
};

function unicodeEscapes(text: string): string {
  return Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

for (const [name, { read, folder, ending, around, written }] of Object.entries(kinds)) {
  describe(name, () => {
    const texts = readdirSync(join(import.meta.dirname, '../../fixtures', folder)).map((each) =>
      readFileSync(join(import.meta.dirname, '../../fixtures', folder, each), 'utf8'),
    );

    it('an edit of the body is the edit of the bare body, and changes nothing else', () => {
      fc.assert(
        fc.property(documents, changeSets, (body, changes) => {
          const text = around(body);
          const requests = contained(read, text, ending).requests;
          const [request] = requests;
          assert.ok(request && requests.length === 2, 'each of them is found');
          const edits = editsFor(request.document, changes, () => undefined) ?? [];
          const fileEdits = edits.map((each) => fileEdit(request.map, each));
          const edited = applyEdits(text, fileEdits);
          const expected = applyEdits(request.document.text, edits);
          if (written)
            assert.equal(
              edited,
              text.replace(written(request.document.text), () => written(expected)),
            );
          assert.equal(contained(read, edited, ending).requests[0]?.document.text, expected);
          const { start, end } = fileSpan(request.map, { start: 0, end: request.document.text.length });
          assert.ok(edited.startsWith(text.slice(0, start)) && edited.endsWith(text.slice(end)));
        }),
        runs(60),
      );
    });

    it('a text that is read after an earlier one is read as it would be anew', () => {
      const cuts = fc.tuple(
        fc.nat(1000),
        fc.nat(30),
        fc.constantFrom('', 'x', '"', '\\', '{', '}', '\n', '###\n', ',', '@a = b\n'),
      );
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.array(cuts, { minLength: 1, maxLength: 5 }), (start, changes) => {
          const trees = new Map();
          let text = start;
          let found = contained(read, text, ending, undefined, trees);
          for (const [at, length, inserted] of changes) {
            const offset = Math.floor((at / 1000) * text.length);
            text = text.slice(0, offset) + inserted + text.slice(offset + length);
            found = contained(read, text, ending, found, trees);
            assert.deepEqual(plain(found), plain(contained(read, text, ending, undefined, trees)));
          }
        }),
        runs(150),
      );
    });

    it('every beginning of a file is read', () => {
      for (const text of texts.filter((_, at) => at % 5 === 0)) {
        for (let end = 0; end < text.length; end += 7) plain(contained(read, text.slice(0, end), ending));
      }
    });
  });
}
