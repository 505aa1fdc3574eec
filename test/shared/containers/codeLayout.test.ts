/** What comes into a body in code is laid out as what is there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadContainer } from '../../../shared/containers/containers.ts';
import { readJavaScript } from '../../../shared/containers/javascript.ts';
import { readPhp } from '../../../shared/containers/php.ts';
import { readPython } from '../../../shared/containers/python.ts';
import { applyEdits, editsFor, fileEdit } from '../../../shared/index.ts';
import { readAll } from '../../support/codeCorpus.ts';

/** With the Waiting Room written into it. */
function guarded(read: ReadContainer, text: string): string {
  const [request] = readAll(read, text, 'ts').requests;
  assert.ok(request);
  const change = { op: 'set', path: ['settings', 'waiting_room'], value: true } as const;
  const edits = editsFor(request.document, [change], () => assert.fail('a passcode is made')) ?? [];
  return applyEdits(
    text,
    edits.map((each) => fileEdit(request.map, each)),
  );
}

const python = (body: string) =>
  `import requests\nrequests.post("https://api.zoom.us/v2/users/me/meetings", json=${body})\n`;
const php = (body: string) => `<?php\nHttp::post('https://api.zoom.us/v2/users/me/meetings', ${body});\n`;
const javascript = (body: string) => `axios.post('https://api.zoom.us/v2/users/me/meetings', ${body});\n`;

describe('what comes into a body in code', () => {
  const table: readonly [why: string, ReadContainer, before: string, after: string][] = [
    [
      'a new object has a comma behind its last entry where its neighbours have one',
      readPython,
      python('{\n    "topic": topic,\n    "type": 2,\n}'),
      python('{\n    "topic": topic,\n    "type": 2,\n    "settings": {\n        "waiting_room": True,\n    },\n}'),
    ],
    [
      'and none where they have none',
      readPhp,
      php("[\n    'topic' => $topic\n]"),
      php("[\n    'topic' => $topic,\n    'settings' => [\n        'waiting_room' => true\n    ]\n]"),
    ],
    [
      'in one line, no blanks are inside the braces of Python',
      readPython,
      python('{"topic": topic, "type": 2}'),
      python('{"topic": topic, "type": 2, "settings": {"waiting_room": True}}'),
    ],
    [
      'nor in those of JavaScript where the neighbours have none',
      readJavaScript,
      javascript('{topic, type: 2}'),
      javascript('{topic, type: 2, settings: {waiting_room: true}}'),
    ],
    [
      'blanks inside the brackets are the habit of WordPress',
      readPhp,
      php("array( 'topic' => $topic, 'settings' => array( 'host_video' => true ) )"),
      php("array( 'topic' => $topic, 'settings' => array( 'host_video' => true, 'waiting_room' => true ) )"),
    ],
    [
      'arrows below each other stay so',
      readPhp,
      php(
        "[\n    'topic'    => $topic,\n    'settings' => [\n        'host_video'        => true,\n        'participant_video' => true,\n    ],\n]",
      ),
      php(
        "[\n    'topic'    => $topic,\n    'settings' => [\n        'host_video'        => true,\n        'participant_video' => true,\n        'waiting_room'      => true,\n    ],\n]",
      ),
    ],
    [
      'values below each other stay so, and a longer key makes no column of its own',
      readJavaScript,
      javascript(
        '{\n  topic:    topic,\n  duration: 30,\n  settings: {\n    audio:      "voip",\n    host_video: true,\n  },\n}',
      ),
      javascript(
        '{\n  topic:    topic,\n  duration: 30,\n  settings: {\n    audio:      "voip",\n    host_video: true,\n    waiting_room: true,\n  },\n}',
      ),
    ],
    [
      'in Python, too',
      readPython,
      python(
        '{\n    "topic": topic,\n    "settings": {\n        "host_video":        True,\n        "participant_video": True\n    }\n}',
      ),
      python(
        '{\n    "topic": topic,\n    "settings": {\n        "host_video":        True,\n        "participant_video": True,\n        "waiting_room":      True\n    }\n}',
      ),
    ],
    [
      'an object stands in the column, too',
      readJavaScript,
      javascript('{\n  topic:      topic,\n  start_time: start,\n}'),
      javascript('{\n  topic:      topic,\n  start_time: start,\n  settings:   {\n    waiting_room: true,\n  },\n}'),
    ],
    [
      'blanks that one line has are not those of all',
      readPython,
      python('{"topic":   topic, "type": 2}'),
      python('{"topic":   topic, "type": 2, "settings": {"waiting_room": True}}'),
    ],
    [
      'lines go on where only the first entry is beside the bracket',
      readPython,
      python('{"topic": topic,\n    "type": 2}'),
      python('{"topic": topic,\n    "type": 2,\n    "settings": {\n        "waiting_room": True\n    }}'),
    ],
  ];
  for (const [why, read, before, after] of table) it(why, () => assert.equal(guarded(read, before), after));
});
