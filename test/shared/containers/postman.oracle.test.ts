/** The requests that we find in the files of test/fixtures/postman are those that Postman's own library reads, with what they send. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import postman, { type Collection, type Item } from 'postman-collection';
import { readPostman } from '../../../shared/containers/postman.ts';
import { parse } from '../../../shared/json/parse.ts';
import { contained } from '../../support/contained.ts';
import { treeValue } from '../../support/treeValue.ts';

const read = (text: string) => contained(readPostman, text, 'json');

const folder = join(import.meta.dirname, '../../fixtures/postman');
const files = readdirSync(folder);

interface Sent {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

function sentBy(item: Item, collection: Collection): Sent {
  const { method, url, body } = item.request;
  const filled = (text: string) => postman.Property.replaceSubstitutions(text, [collection.variables]);
  const parsed = new postman.Url(filled(url.toString()));
  for (const each of url.variables.all()) parsed.variables.add(each);
  const isSent = body?.mode === 'raw' && !('disabled' in body && body.disabled);
  const path = `${parsed.getHost()}${parsed.getPath()}?${parsed.getQueryString()}`;
  return { name: item.name, method, url: path, body: isSent ? filled(body.raw ?? '') : '' };
}

/** Written down anew, so that a mistake in our own reading of URLs does not hide. */
const endpoint =
  /^POST (\S*zoom\S*|\{\{\w+\}\})\/(\S+\/)?users\/[^/]+\/meetings$|^PATCH (\S*zoom\S*\/v2|\{\{\w+\}\})\/meetings\/[^/]+$/;

function goesToZoom({ method, url, body }: Sent): boolean {
  return endpoint.test(`${method} ${url.split('?')[0]}`) && body.startsWith('{');
}

describe("what Postman's library reads", () => {
  for (const file of files) {
    it(file, () => {
      const text = readFileSync(join(folder, file), 'utf8');
      const collection = new postman.Collection(JSON.parse(text));
      const sent: Sent[] = [];
      collection.forEachItem((item) => sent.push(sentBy(item, collection)));
      const expected = sent.filter(goesToZoom);
      const found = read(text).requests;
      assert.equal(found.length === 0, file.startsWith('decoy-'));
      assert.deepEqual(
        found.map(({ target }) => ({ ...target })),
        expected.map(({ method, url }) => {
          const [, meetingId] = /\/meetings\/(\d+)\?/.exec(url) ?? [];
          const operation = method === 'POST' ? 'create' : 'update';
          return { operation, occurrence: url.includes('occurrence_id='), ...(meetingId && { meetingId }) };
        }),
      );
      for (const [at, { name, body }] of expected.entries()) {
        assert.ok(found[at]?.name.replace(/ \(\d\)$/, '').endsWith(name), found[at]?.name);
        assert.deepEqual(treeValue(found[at]?.document.root), treeValue(parse(body).root));
      }
    });
  }
});
