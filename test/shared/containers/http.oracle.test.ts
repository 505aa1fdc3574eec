/** The requests that we find in the files of test/fixtures/http are those that httpYac sends to Zoom's endpoints, with what it sends. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readHttp } from '../../../shared/containers/http.ts';
import { parse } from '../../../shared/json/parse.ts';
import { fileSpan } from '../../../shared/json/textMap.ts';
import { contained } from '../../support/contained.ts';
import { type Sent, sentByHttpYac } from '../../support/httpyac.ts';
import { treeValue } from '../../support/treeValue.ts';

const read = (text: string) => contained(readHttp, text, 'http');

const folder = join(import.meta.dirname, '../../fixtures/http');
const files = readdirSync(folder).filter((each) => each.endsWith('.http'));

/** Written down anew, so that a mistake in our own reading of URLs does not hide. */
const endpoint = /^POST \S*(zoom|\}\})\S*users\/[^/\s]+\/meetings$|^PATCH \S*zoom\S*\/v2\/meetings\/[^/\s]+$/;

function goesToZoom({ method, url, body }: Sent): boolean {
  return endpoint.test(`${method} ${url.split('?')[0]}`) && body.trimStart().startsWith('{');
}

describe('what httpYac sends', () => {
  for (const file of files) {
    it(file, async () => {
      const text = readFileSync(join(folder, file), 'utf8');
      const sent = (await sentByHttpYac(text)).filter(goesToZoom);
      const found = read(text).requests;
      assert.equal(found.length === 0, file.startsWith('decoy-'));
      assert.deepEqual(
        found.map(({ target }) => target.operation),
        sent.map(({ method }) => (method === 'POST' ? 'create' : 'update')),
      );
      for (const [at, { line, url, body }] of sent.entries()) {
        const request = found[at] as (typeof found)[number];
        const start = fileSpan(request.map, { start: 0, end: 0 }).start;
        const lineOf = text.slice(0, start).split('\n').length - 1;
        assert.ok(lineOf > line && lineOf < (sent[at + 1]?.line ?? Number.POSITIVE_INFINITY), `line ${lineOf}`);
        assert.equal(request.target.occurrence, url.includes('occurrence_id='));
        assert.deepEqual(treeValue(request.document.root), treeValue(parse(body).root));
      }
    });
  }

  it('in as many files as there are dialects to try, a third of them without a request for us', () => {
    assert.ok(files.length >= 60);
    assert.ok(files.filter((each) => each.startsWith('decoy-')).length * 3 >= files.length);
  });
});
