import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarkdown } from '../../../shared/containers/markdown.ts';
import { contained, listed } from '../../support/contained.ts';

/** A document, and what is in it. Fences are written with `'''` here. */
function expectIn(document: string, ...expected: string[]): void {
  assert.deepEqual(listed(contained(readMarkdown, document.replaceAll("'''", '```'), 'md')), expected);
}

describe('a fence of JSON is a request', () => {
  it('by the fence before it, whatever is in braces there', () => {
    expectIn(
      `'''bash
POST /users/{userId}/meetings
'''

'''json
{ "topic": "A" }
'''

'''bash
POST /users/{userId}/meetings
{ "topic": "B" }
'''

'''json
{ "topic": "B" }
'''
`,
      'create "create" { "topic": "A" }',
      'create "create (2)" { "topic": "B" }',
      'passed over: response',
    );
  });

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

describe('fences of what sends it', () => {
  it('curl, by the variables of the fences before it; what follows is what comes back', () => {
    expectIn(
      `## Create

'''bash
BASE=https://api.zoom.us/v2
'''

1. Run

   '''console
   $ curl "$BASE/users/me/meetings" \\
     -d '{
       "topic": "it'\\''s"
     }'
   { "id": 1 }
   '''
   '''json
   { "topic": "A" }
   '''
`,
      'create "Create"   {\n    "topic": "it\'s"\n  }',
      'passed over: unknown-endpoint',
    );
  });

  it('curl with the name of a file: the fence that shows it, before or after', () => {
    expectIn(
      `Save this as \`meeting.json\`:

'''json
{ "topic": "A" }
'''

'''sh
curl -X PATCH https://api.zoom.us/v2/meetings/85746065 -d @meeting.json
'''
`,
      'update 85746065 "update" { "topic": "A" }',
      'file update 85746065 meeting.json',
    );
  });

  it('curl without a body, and a bare URL', () => {
    for (const fence of [
      "'''sh\ncurl -X POST /users/me/meetings\n'''",
      "'''bash\nPOST /users/me/meetings\n'''",
      "'''\nPOST /users/me/meetings\n'''",
    ])
      expectIn(`${fence}\n\n'''json\n{ "topic": "A" }\n'''\n`, 'create "create" { "topic": "A" }');
  });

  it('HTTP, whatever the fence is called', () => {
    for (const language of ['http', '', 'json', 'text', 'bash', 'javascript'])
      expectIn(
        `'''${language}\nPOST https://api.zoom.us/v2/users/me/meetings\nContent-Type: application/json\n\n{ "topic": "A" }\n'''\n`,
        'create "create" { "topic": "A" }',
      );
  });

  it('code', () => {
    const text = `## Python

'''python
requests.post("https://api.zoom.us/v2/users/me/meetings", json={"topic": "A", "type": 2})
'''

'''js
fetch('https://api.zoom.us/v2/users/me/meetings', { method: 'POST', body: JSON.stringify({ topic: 'A' }) });
'''
`;
    const { requests } = contained(readMarkdown, text.replaceAll("'''", '```'), 'md');
    assert.deepEqual(
      requests.map(({ name, target }) => `${target.operation} ${name}`),
      ['create Python', 'create Python (2)'],
    );
  });
});

describe('what is left alone', () => {
  for (const [what, text, ...expected] of [
    [
      'bodies of a service with the same paths',
      'PATCH /meetings/{meetingId}\n\n\'\'\'json\n{ "title": "A", "notes": "B", "agenda": [] }\n\'\'\'\n',
      'passed over: unknown-endpoint',
    ],
    ['what is commented out', "POST /users/me/meetings\n\n<!--\n'''json\n{}\n'''\n-->\n"],
    [
      'answers to GET',
      'GET /meetings/{meetingId}\n\n\'\'\'json\n{ "topic": "A", "settings": { "waiting_room": true } }\n\'\'\'\n',
      'passed over: endpoint',
    ],
    [
      'webinars',
      'POST /users/me/webinars\n\n\'\'\'json\n{ "topic": "A", "type": 5 }\n\'\'\'\n',
      'passed over: endpoint',
    ],
    ['settings', "PATCH /users/me/settings\n\n'''json\n{ \"schedule_meeting\": {} }\n'''\n", 'passed over: endpoint'],
    [
      'events',
      '# Zoom\n\n\'\'\'json\n{ "event": "meeting.created", "payload": {} }\n\'\'\'\n',
      'passed over: unknown-endpoint',
    ],
    [
      'other products',
      "POST https://webexapis.com/v1/meetings\n\n'''json\n{ \"title\": \"A\" }\n'''\n",
      'passed over: endpoint',
    ],
    [
      'what is announced as an answer',
      "POST /users/me/meetings returns\n\n'''json\n{ \"topic\": \"A\" }\n'''\n",
      'passed over: response',
    ],
    [
      'what has parts left out',
      "POST /users/me/meetings\n\n'''json\n{ \"topic\": \"A\", ... }\n'''\n",
      'passed over: not-json',
    ],
  ] as const)
    it(what, () => expectIn(text, ...expected));
});

describe('requests that a document describes', () => {
  it('several below each other, with comments between them', () => {
    expectIn(
      `'''javascript
// Create
POST /users/{userId}/meetings
{
  "topic": "A" // Agreed
}

// Read
GET /meetings/{meetingId}

// Change
PATCH /meetings/{meetingId}

{ "topic": "B" }
'''
`,
      'create "create" {\n  "topic": "A" // Agreed\n}',
      'update "update" { "topic": "B" }',
    );
  });

  it('with the names of their parts', () => {
    expectIn(
      `'''
PATCH https://api.zoom.us/v2/meetings/{id}
Headers:
  Authorization: Bearer …
Body: {
  "settings": { "waiting_room": true }
}
'''

'''http
POST /users/me/meetings

Request body:

{ "topic": "A" }
'''
`,
      'update "update" {\n  "settings": { "waiting_room": true }\n}',
      'create "create" { "topic": "A" }',
    );
  });

  it('with a quote too many in a header', () => {
    expectIn(
      `'''bash
curl -X POST https://api.zoom.us/v2/users/me/meetings \\
  -H "Content-Type": application/json" \\
  -d '{ "topic": "A" }'
'''
`,
      'create "create" { "topic": "A" }',
    );
  });
});

describe('a request is named after its heading', () => {
  for (const [heading, name] of [
    ['### `create_meeting`<a id="create_meeting"></a>', 'create_meeting'],
    ['## <img src="a.png" width="20"/> **Create** <!-- draft --> a *meeting* {#create}', 'Create a meeting'],
    ['## [Create](#create) a ~~call~~ \\[draft\\]', 'Create a call draft'],
    ['## POST /users/<userId>/meetings', 'POST /users/<userId>/meetings'],
    ['Create it\n=========', 'Create it'],
  ] as const)
    it(name, () => {
      expectIn(
        `${heading}\n\nPOST /users/me/meetings\n\n'''json\n{ "topic": "A" }\n'''\n`,
        `create "${name}" { "topic": "A" }`,
      );
    });
});
