import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarkdown } from '../../../shared/containers/markdown.ts';
import { contained, listed } from '../../support/contained.ts';

/** A document, and what is in it. Fences are written with `'''` here. */
function expectIn(document: string, ...expected: string[]): void {
  assert.deepEqual(listed(contained(readMarkdown, document.replaceAll("'''", '```'), 'md')), expected);
}

describe('a fence of JSON is a request', () => {
  it('by the paragraph before it', () => {
    expectIn(
      `POST /users/{userId}/meetings

'''json
{ "topic": "A" }
'''
`,
      'create "create" { "topic": "A" }',
    );
  });

  it('by the heading above it, where parts of the exchange have headings of their own; answers are left alone', () => {
    expectIn(
      `# Zoom

## Create a meeting

### Endpoint

\`POST https://api.zoom.us/v2/users/me/meetings\`

### Request body

'''json
{ "topic": "A" }
'''

### Response

'''json
{ "topic": "A" }
'''

## Change it

\`PATCH /meetings/85746065?occurrence_id=1\`

'''json
{ "agenda": "B" }
'''
'''json
{ "status": "changed" }
'''
`,
      'create "Create a meeting" { "topic": "A" }',
      'passed over: response',
      'update 85746065 occurrence "Change it" { "agenda": "B" }',
      'passed over: response',
    );
  });

  it('by its info string', () => {
    expectIn(
      `'''json zoom-create
{}
'''
~~~jsonc zoom-update Standup
{}
~~~
'''json zoom-creation
{}
'''
`,
      'create "create" {}',
      'update "Standup" {}',
      'passed over: unknown-endpoint',
    );
  });

  it('by its shape, in a document that names Zoom', () => {
    const fence = `

'''json
{ "topic": "A", "settings": { "waiting_room": true } }
'''
`;
    expectIn(`Our Zoom meetings:${fence}`, 'either "request" { "topic": "A", "settings": { "waiting_room": true } }');
    expectIn(
      `## Creating Zoom meetings${fence}`,
      'create "Creating Zoom meetings" { "topic": "A", "settings": { "waiting_room": true } }',
    );
    expectIn(`Our meetings:${fence}`, 'passed over: unknown-endpoint');
  });
});
