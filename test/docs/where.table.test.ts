import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { run } from '../support/cliRun.ts';
import { profileWith } from '../support/profiles.ts';

/** docs/where.md, "What is recognized": an example of each cell. */

const page = readFileSync(new URL('../../docs/where.md', import.meta.url), 'utf8');
const section = /^## What is recognized\n([\s\S]*?)^## /m.exec(page)?.[1] ?? assert.fail('no section');
const rows = [...section.matchAll(/^\| (?!recognized|-)(.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, ...cells]) => cells);

const json = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const full = '{ "topic": "Standup", "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const endpoint = 'https://api.zoom.us/v2/users/me/meetings';
const profile = profileWith('W locked on · P unlocked · A unlocked');
const listing = (files: string) =>
  JSON.stringify({ ...JSON.parse(profile), requests: [{ files, operation: 'create' }] });

const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const collection = (url: string, more = '') => `{
  "info": { "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
  "item": [{ "name": "Team", "item": [{ "name": "Standup", ${more}
    "request": { "method": "POST", "url": "${url}", "body": { "mode": "raw", "raw": ${JSON.stringify(json)} } } }] }]
}`;

type Files = Readonly<Record<string, string>>;

interface Row {
  /** How the two cells begin. */
  readonly cells: readonly [recognized: string, not: string];
  readonly recognized: Files;
  readonly not: Files;
  /** As the third cell has it; undefined where it has nothing. */
  readonly told?: Files;
}

const md = (text: string): Files => ({ 'guide.md': text });
const sh = (text: string): Files => ({ 'create.sh': text });
const http = (text: string): Files => ({ 'zoom.http': text });
const js = (text: string): Files => ({ 'create.js': text });
const postman = (text: string): Files => ({ 'zoom.postman_collection.json': text });

const inMarkdown: readonly Row[] = [
  {
    cells: ['a JSON block after a line', 'a JSON block where nothing'],
    recognized: md(`PATCH /meetings/{meetingId}\n\n${block('json', json)}`),
    not: md(`# Our meeting\n\n${block('json', json)}`),
    told: md(`# Our meeting\n\n${block('json zoom-create', json)}`),
  },
  {
    cells: ['a block with `settings`', '`settings` alone'],
    recognized: md(`See ${endpoint}.\n\n# Later\n\n## Standup\n\n${block('json', full)}`),
    not: md(
      `See ${endpoint}.\n\n# Later\n\n## Standup\n\n${block('json', '{ "settings": { "waiting_room": false } }')}`,
    ),
    told: md(block('json zoom-update', '{ "settings": { "waiting_room": false } }')),
  },
  {
    cells: ['`curl` in a block', '`curl` within a sentence'],
    recognized: md(block('console', `$ curl ${endpoint} -d '${json}'`)),
    not: md(`Run \`curl ${endpoint} -d '${json}'\` once.\n`),
    told: md(block('sh', `curl ${endpoint} -d '${json}'`)),
  },
  {
    cells: ['an `http` block', 'its response'],
    recognized: md(block('http', `POST ${endpoint}\n\n${json}`)),
    not: md(block('http', `HTTP/1.1 201 Created\n\n${json}`)),
  },
  {
    cells: ['a block of `js`', 'code in a block without'],
    recognized: md(block('ts', `axios.post('${endpoint}', ${json});`)),
    not: md(block('', `axios.post('${endpoint}', ${json});`)),
    told: md(block('python', `requests.post('${endpoint}', json=${json.replace('false', 'False')})`)),
  },
];

const inShell: readonly Row[] = [
  {
    cells: ['the data of `curl`', 'data that another command'],
    recognized: sh(`curl ${endpoint} --json '${json}'`),
    not: sh(`curl ${endpoint} -d "$(jq -n '${json}')"`),
    told: { 'zoom-lock-profile.json': listing('body.json'), 'body.json': json },
  },
  {
    cells: ['a variable that the file sets', 'a variable that is set elsewhere'],
    recognized: sh(`body='${json}'\ncurl ${endpoint} -d "$body"`),
    not: sh(`curl ${endpoint} -d "$body"`),
  },
  {
    cells: ['the file in `-d @body.json`', 'the file in `-d @"$1"`'],
    recognized: { ...sh(`curl -d @body.json ${endpoint}`), 'body.json': json },
    not: { ...sh(`curl -d @"$1" ${endpoint}`), 'body.json': json },
    told: { 'zoom-lock-profile.json': listing('body.json'), 'body.json': json },
  },
  {
    cells: ['`"$API/users/me/meetings"`', '`"$API"` alone'],
    recognized: sh(`curl "$API/users/me/meetings" -d '${json}'`),
    not: sh(`curl "$API" -d '${json}'`),
    told: sh(`curl "$API/users/me/meetings" -d '${json}'`),
  },
];

const inHttp: readonly Row[] = [
  {
    cells: ['`POST {{host}}/users/me/meetings`', '`POST {{url}}`'],
    recognized: http(`POST {{host}}/users/me/meetings\n\n${json}`),
    not: http(`POST {{url}}\n\n${json}`),
    told: http(`@url = ${endpoint}\nPOST {{url}}\n\n${json}`),
  },
  {
    cells: ['the file in `< ./body.json`', 'the file in `< {{file}}`'],
    recognized: { ...http(`POST ${endpoint}\n\n< ./body.json`), 'body.json': json },
    not: { ...http(`POST ${endpoint}\n\n< {{file}}`), 'body.json': json },
    told: { 'zoom-lock-profile.json': listing('body.json'), 'body.json': json },
  },
];

const inPostman: readonly Row[] = [
  {
    cells: ['raw bodies', 'saved responses'],
    recognized: postman(collection(endpoint)),
    not: postman(
      collection(
        'https://example.com/hook',
        `"response": [{ "body": ${JSON.stringify(json)} }],
    "event": [{ "listen": "test", "script": { "exec": ["pm.sendRequest('${endpoint}')"] } }],`,
      ),
    ),
  },
  {
    cells: ['`{{baseUrl}}/users/me/meetings`', '`{{url}}`'],
    recognized: postman(collection('{{baseUrl}}/users/me/meetings')),
    not: postman(collection('{{url}}')),
    told: postman(collection('{{url}}/users/me/meetings')),
  },
];

const inCode: readonly Row[] = [
  {
    cells: ['a call with the URL', 'a URL that is put together'],
    recognized: js(`axios.post('${endpoint}', ${json});`),
    not: js(`import { url } from './urls.js';\nsend(url, ${json});`),
    told: js(`import { url } from './urls.js';\n// zoom: create\nconst body = ${json};\nsend(url, body);`),
  },
  {
    cells: ['a variable of the file', 'a body that comes from another file'],
    recognized: js(`const body = ${json};\nfetch('${endpoint}', { method: 'POST', body: JSON.stringify(body) });`),
    not: js(`import { body } from './b.js';\nfetch('${endpoint}', { method: 'POST', body: JSON.stringify(body) });`),
    told: js(`// zoom: create\nexport const body = ${json};`),
  },
  {
    cells: ['statements that fill', 'what they do under a condition'],
    recognized: js(`const body = {};\nbody.settings = { waiting_room: false };\naxios.post('${endpoint}', body);`),
    not: js(`if (early) body.settings = { waiting_room: false };\n`),
  },
  {
    cells: ['what leaves out empty', 'a filter by the names'],
    recognized: js(`axios.post('${endpoint}', omitBy(${json}, isNil));`),
    not: js(`axios.post('${endpoint}', pickBy({ topic: 'a' }, (value, key) => known.has(key)));`),
    told: js(
      `// zoom: create\nconst body = ${json};\naxios.post('${endpoint}', pickBy(body, (value, key) => known.has(key)));`,
    ),
  },
  {
    cells: ['a function whose name', 'a body without a known field'],
    recognized: js(
      `import { zoom } from './zoom.js';\nzoom.createMeeting({ topic: 'a', settings: { waiting_room: false } });`,
    ),
    not: js(`import { zoom } from './zoom.js';\nzoom.createMeeting({ topic: 'a' });`),
    told: js(`// zoom: create\nconst body = { topic: 'a' };`),
  },
  {
    cells: ['JSON in a string', 'JSON that is put together'],
    recognized: js(`fetch('${endpoint}', { method: 'POST', body: '${json}' });`),
    not: js(`fetch('${endpoint}', { method: 'POST', body: '{ "password": "q8zXw2Lt", ' + more + '}' });`),
  },
];

const all = [...inMarkdown, ...inShell, ...inHttp, ...inPostman, ...inCode];

async function requestsIn(files: Files): Promise<number> {
  const { out } = await run('predict . --format json', { 'zoom-lock-profile.json': profile, ...files });
  return (JSON.parse(out) as { readonly requests: readonly unknown[] }).requests.length;
}

describe('docs/where.md, what is recognized', () => {
  for (const [index, { cells, recognized, not, told }] of all.entries()) {
    it(cells[0], async () => {
      assert.ok(rows[index]?.[0]?.startsWith(cells[0]), rows[index]?.[0]);
      assert.equal(await requestsIn(recognized), 1);
    });

    it(`not: ${cells[1]}`, async () => {
      assert.ok(rows[index]?.[1]?.startsWith(cells[1]), rows[index]?.[1]);
      assert.equal(await requestsIn(not), 0);
      assert.equal(told === undefined, rows[index]?.[2] === '–');
      if (told) assert.equal(await requestsIn(told), 1);
    });
  }

  it('has no further row', () => assert.equal(rows.length, all.length));
});
