/** What the rules say about bodies in code, and what their fixes write. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJavaScript } from '../../../shared/containers/javascript.ts';
import {
  applyEdits,
  editsFor,
  fileEdit,
  ignoreCommentAbove,
  parse,
  readProfile,
  reportRequest,
  requestContext,
  say,
} from '../../../shared/index.ts';
import { readAll } from '../../support/codeCorpus.ts';

const open = readProfile(
  parse(`{
  "rules": "2025-03-24",
  "account": { "plan": "pro" },
  "requireSecurityOption": { "enabled": true, "locked": true },
  "waitingRoom": { "enabled": false, "locked": false },
  "passcode": { "enabled": true, "locked": false },
  "authentication": { "enabled": false, "locked": false }
}`),
);

const url = "'https://api.zoom.us/v2/users/me/meetings'";

/** "code on what is written: titles of the fixes" */
function findings(text: string): readonly string[] {
  return readAll(readJavaScript, text, 'js').requests.flatMap(({ document, target }) =>
    report(document, target.operation).map(({ code, span, fixes }) => {
      const titles = fixes().map(({ title }) => say(title));
      return [`${code} on ${document.text.slice(span.start, span.end)}`, ...titles].join(' | ');
    }),
  );
}

function report(document: ReturnType<typeof parse>, operation: 'create' | 'update' = 'create') {
  return reportRequest(requestContext(document, operation, { occurrence: false, profile: open, meeting: undefined }))
    .findings;
}

describe('a passcode in code', () => {
  it('comes from a variable, which the title names', () => {
    const body = (more: string) => `axios.post(${url}, { topic: 't', ${more}settings: { waiting_room: true } });`;
    assert.deepEqual(findings(body('')), [
      'passcode-generated on settings | Add a passcode (process.env.ZOOM_PASSCODE)',
    ]);
    const [request] = readAll(readJavaScript, body(''), 'js').requests;
    assert.ok(request);
    const [fix] = report(request.document)[0]?.fixes() ?? [];
    const edits = editsFor(request.document, fix?.changes ?? [], () => assert.fail('a passcode is made'));
    const after = applyEdits(
      body(''),
      (edits ?? []).map((each) => fileEdit(request.map, each)),
    );
    assert.equal(after, body('password: process.env.ZOOM_PASSCODE, '));
    assert.deepEqual(findings(after), []);
  });

  it('is not written into a JSON text', () => {
    assert.deepEqual(
      findings(`fetch(${url}, { method: 'POST', body: '{"topic":"t","settings":{"waiting_room":true}}' });`),
      ['passcode-generated on "settings"'],
    );
  });
});

describe('what may be there is not missing', () => {
  const table: readonly [string, string][] = [
    ['a spread', "{ ...options, topic: 't' }"],
    ['a spread behind', "{ topic: 't', password: 'way too long', ...options }"],
    ['a key that is computed', "{ topic: 't', [key]: value }"],
    ['a parameter', "{ topic: 't', password, settings }"],
    ['one of two', "{ topic: 't', ...(secret && { password: secret }) }"],
    ['a variable of another file', "{ topic: 't', password: config.passcode }"],
  ];
  for (const [name, body] of table)
    it(name, () => assert.deepEqual(findings(`export const go = (options) => zoom.post(${url}, ${body});`), []));
});

describe('ignoring', () => {
  it('a comment of the language above the line, also above that of the literal', () => {
    const text = `async function go() {\n  await axios.post(${url}, { topic: 't' });\n}\n`;
    const [request] = readAll(readJavaScript, text, 'js').requests;
    assert.ok(request);
    const edit = ignoreCommentAbove(request.document, text.indexOf('{ topic'), 'passcode-generated');
    assert.ok(edit);
    const after = applyEdits(text, [fileEdit(request.map, edit)]);
    assert.equal(after, text.replace('  await', '  // zoom-request-lens-ignore passcode-generated: intended\n  await'));
    assert.deepEqual(findings(after), []);
  });
});

describe('a body that is half typed', () => {
  it('is not said to lack anything', () => {
    assert.deepEqual(findings(`axios.post(${url}, { topic: 't', settings: { waiting_room: true }, pass`), []);
  });
});
