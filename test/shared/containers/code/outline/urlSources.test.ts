import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { javascript } from '../../../../../shared/containers/code/languages/javascript.ts';
import { UrlLeads } from '../../../../../shared/containers/code/sending/urlLeads.ts';
import { scopesOf } from '../../../../../shared/containers/code/values/scopes.ts';
import { codeOf } from '../../../../support/codeText.ts';

/** Whether the last call of a text may have a URL. */
function mayHaveUrl(text: string): boolean {
  const { frames, calls } = scopesOf(codeOf(javascript, text, 'ts'), new WeakMap());
  const seen = calls.at(-1)?.seen;
  assert.ok(seen);
  return new UrlLeads(frames).areIn(seen.urlSources);
}

describe('a call may have a URL', () => {
  for (const text of [
    "send('/users/me/meetings')",
    'send(`\u0024{base}/meetings`)',
    "send(base + '/meetings')",
    "send(isNew ? '/a' : '')",
    "const url = urljoin(base, 'users', 'me', 'meetings'); send(url)",
    "send({ url: '/meetings' })",
    "send({ ...options, method: 'POST' })",
    "const url = '/meetings'; send(url)",
    "send(url); var url = '/meetings'",
    "const a = '/meetings'; const b = a; const c = `\u0024{b}?x`; send(c)",
    "const ENDPOINTS = { create: '/meetings' }; send(ENDPOINTS.create)",
    "const ENDPOINTS = { zoom: { create: '/meetings' } }; send(ENDPOINTS.zoom.create)",
    'const ENDPOINTS = { one: (id) => `/meetings/\u0024{id}` }; send(ENDPOINTS.one)',
    "const options = {}; options.url = '/meetings'; send(options)",
    "const options = Object.assign({}, { url: '/meetings' }); send(options)",
    "class A { constructor() { this.url = '/meetings'; } run() { send(this.url); } }",
    "const request = new Request('POST', '/meetings'); send(request, body)",
  ])
    it(text, () => assert.ok(mayHaveUrl(text)));

  it('what a function of the file returns', () => {
    const { frames, calls } = scopesOf(
      codeOf(javascript, "function url() { return '/meetings'; } send(url())", 'ts'),
      new WeakMap(),
    );
    const send = calls.find(({ seen: { path } }) => path.at(-1) === 'send');
    assert.ok(send && new UrlLeads(frames).areIn(send.seen.urlSources));
  });
});

describe('a call has none', () => {
  for (const text of [
    'send()',
    "send('meetings', 5, true)",
    'send({ id: 5 })',
    'send(url)',
    "function run(url) { send(url); } const other = '/meetings';",
    'const item = items.find((each) => each.id === 5); send(item)',
    "const answer = await axios.get('/meetings'); send(answer)",
    "expect('/meetings')",
  ])
    it(text, () => assert.ok(!mayHaveUrl(text)));
});
