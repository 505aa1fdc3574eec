import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPhp } from '../../../shared/containers/php.ts';
import type { Change } from '../../../shared/finding.ts';
import { inLines, readAll } from '../../support/codeCorpus.ts';
import { codeFiles, expectFound } from '../../support/codeFiles.ts';
import { edited, expectSoundWhenMangled, expectWritable } from '../../support/codeLaws.ts';

const files = codeFiles('php');

describe('requests in PHP', () => {
  for (const file of files) it(file.name, () => expectFound(readPhp, file));

  it('a third of the files has none', () => {
    const without = files.filter(({ requests }) => requests.length === 0);
    assert.ok(files.length >= 25 && without.length * 3.2 >= files.length, `${without.length} of ${files.length}`);
  });

  it('without its opening tag, as in documents', () => {
    const text = "$zoom->post('/users/me/meetings', ['topic' => 'x', 'type' => 2]);";
    assert.deepEqual(inLines(readAll(readPhp, text, 'php')), ['create create {topic: "x", type: 2}']);
  });
});

describe('what is written into PHP is read from it', () => {
  for (const file of files) it(file.name, () => expectWritable(readPhp, file));
});

const noise = [
  '}',
  '{',
  ']',
  '[',
  ')',
  '(',
  '"',
  "'",
  '<<<A\n',
  '#',
  '//',
  '/*',
  ',',
  '=>',
  '->',
  '...',
  '\\',
  '{$',
  '\n',
  '\r\n',
  '?>',
  '<?php ',
  '\ud800',
  ' if ($x) ',
];

describe('half-typed and mangled PHP', () => {
  for (const file of files) it(file.name, () => expectSoundWhenMangled(readPhp, file, noise));

  it('nested, repeated and endless', () => {
    const signs = [
      '(',
      '[',
      '{',
      "['a'=>",
      'a(',
      'fn()=>',
      'if($a)',
      '$a?',
      '-',
      '$a.',
      '$a->',
      'f($x)->',
      '"{$',
      '<<<A\n',
      'array(',
      'array_merge(',
      '?><?php ',
    ];
    for (const sign of signs) readAll(readPhp, `<?php // zoom\n${sign.repeat(1000)}`, 'php');
  });
});

describe('fixes in PHP', () => {
  const on: Change = { op: 'set', path: ['settings', 'waiting_room'], value: true };
  const off: Change = { op: 'remove', path: ['password'] };
  const agenda: Change = { op: 'set', path: ['agenda'], value: 'it\'s "on"' };
  const fixed = (text: string, ...changes: readonly Change[]) =>
    edited(readPhp, `<?php\n${text}`, 'php', changes).slice('<?php\n'.length);

  it('write true and null, with arrows', () => {
    assert.equal(
      fixed(
        "Http::post('https://api.zoom.us/v2/users/me/meetings', ['topic' => 'x', 'settings' => ['waiting_room' => false]]);\n",
        on,
        agenda,
        { op: 'set', path: ['topic'], value: null },
      ),
      "Http::post('https://api.zoom.us/v2/users/me/meetings', ['topic' => null, 'agenda' => 'it\\'s \"on\"', 'settings' => ['waiting_room' => true]]);\n",
    );
  });

  it('write nothing into what an assignment makes that may not happen', () => {
    const text =
      "$b = [];\nif ($open) $b['settings']['host_video'] = true;\nHttp::patch('/zoom/meetings/' . $id, $b);\n";
    assert.throws(() => fixed(text, on), /it cannot be written/);
  });

  it('look like what is there: array(), lines, quotes', () => {
    assert.equal(
      fixed(
        `
$data = array(
    "topic" => "x",
    "settings" => array(
        "host_video" => true, // seen
    ),
);
$client->post("/users/me/meetings", array("json" => $data));
`,
        on,
        agenda,
      ),
      `
$data = array(
    "topic" => "x",
    "agenda" => "it's \\"on\\"",
    "settings" => array(
        "host_video" => true, // seen
        "waiting_room" => true,
    ),
);
$client->post("/users/me/meetings", array("json" => $data));
`,
    );
  });

  it('add settings in the brackets that are there', () => {
    assert.equal(
      fixed("$zoom->post('/users/me/meetings', array('topic' => 'x', 'type' => 2));\n", on),
      "$zoom->post('/users/me/meetings', array('topic' => 'x', 'type' => 2, 'settings' => array('waiting_room' => true)));\n",
    );
  });

  it('write a statement where the body is built in steps', () => {
    assert.equal(
      fixed(
        `
$body = [];
$body['topic'] = 'x';
$body['settings']['host_video'] = true;
$zoom->post('/users/me/meetings', $body);
`,
        on,
        agenda,
      ),
      `
$body = [];
$body['topic'] = 'x';
$body['agenda'] = 'it\\'s "on"';
$body['settings']['host_video'] = true;
$body['settings']['waiting_room'] = true;
$zoom->post('/users/me/meetings', $body);
`,
    );
  });

  it('set what an object has', () => {
    const before = `
$m = new stdClass();
$m->topic = 'x';
$m->settings = new stdClass();
$m->settings->host_video = true;
$zoom->post('/users/me/meetings', ['body' => json_encode($m)]);
`;
    assert.equal(
      fixed(before, on),
      before.replace('host_video = true;', 'host_video = true;\n$m->settings->waiting_room = true;'),
    );
  });

  it('remove a key, and the statement that assigns it', () => {
    assert.equal(
      fixed("$zoom->post('/users/me/meetings', ['topic' => 'x', 'password' => 'y']);\n", off),
      "$zoom->post('/users/me/meetings', ['topic' => 'x']);\n",
    );
    assert.equal(
      fixed("$b = ['topic' => 'x'];\n$b['password'] = 'y';\n$zoom->post('/users/me/meetings', $b);\n", off),
      "$b = ['topic' => 'x'];\n$zoom->post('/users/me/meetings', $b);\n",
    );
  });

  it('take a passcode from the environment', () => {
    assert.equal(
      fixed("$zoom->post('/users/me/meetings', ['topic' => 'x', 'type' => 2]);\n", {
        op: 'generate-passcode',
        path: ['password'],
      }),
      "$zoom->post('/users/me/meetings', ['topic' => 'x', 'type' => 2, 'password' => getenv('ZOOM_PASSCODE')]);\n",
    );
  });

  it('escape in JSON texts as their quotes need it', () => {
    for (const [before, after] of [
      [String.raw`"{\"topic\": \"x\"}"`, String.raw`"{\"topic\": \"x\", \"agenda\": \"it's \\\"on\\\"\"}"`],
      [`'{"topic": "x"}'`, String.raw`'{"topic": "x", "agenda": "it\'s \\"on\\""}'`],
      ['<<<J\n{"topic": "$x"}\nJ', '<<<J\n{"topic": "$x", "agenda": "it\'s \\\\"on\\\\""}\nJ'],
      [
        '<<<\'J\'\n  {\n    "topic": "x"\n  }\n  J',
        '<<<\'J\'\n  {\n    "topic": "x",\n    "agenda": "it\'s \\"on\\""\n  }\n  J',
      ],
    ] as const) {
      const text = (body: string) => `$zoom->post('https://api.zoom.us/v2/users/me/meetings', ${body});\n`;
      assert.equal(fixed(text(before), agenda), text(after));
    }
  });
});
