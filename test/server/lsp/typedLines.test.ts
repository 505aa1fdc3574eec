import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/**
 * While a line is typed into a body, nothing is reported that the finished line takes back: not that the field below it is missing,
 * nor that what is typed, read as one with it, is unknown.
 */

const profile = 'file:///ws/zoom-lock-profile.json';
const roomOn = profileWith('W locked on · P locked on · A unlocked');

interface Typed {
  readonly file: string;
  readonly before: string;
  readonly lines: readonly string[];
  readonly after: string;
}

const typed: readonly Typed[] = [
  {
    file: 'zoom.ts',
    before: `fetch('https://api.zoom.us/v2/users/me/meetings', {
  method: 'POST',
  body: JSON.stringify({
    topic,
    password: process.env.PASSCODE,
    settings: {
`,
    lines: [
      'alternative_hosts: hosts,',
      'jbh_time: late.by(5) + 10,',
      '"audio": "voip",',
      "audio: 'voip',",
      '[key]: value(1),',
      '...(more ?? {}),',
      'global_dial_in_countries: [`US`],',
      'host_video,',
    ],
    after: `
      waiting_room: false,
      meeting_authentication: false,
    },
  }),
});
`,
  },
  {
    file: 'zoom.py',
    before: `requests.post("https://api.zoom.us/v2/users/me/meetings", json={
    "topic": topic,
    "password": os.environ["PASSCODE"],
    "settings": {
`,
    lines: [
      '"alternative_hosts": hosts,',
      "'jbh_time': 5 if late else 10,",
      '"audio": f"{audio}",',
      '**more,',
      'key: value(1),',
      '"global_dial_in_countries": ["US"],',
    ],
    after: `
        "waiting_room": False,
        "meeting_authentication": False,
    },
})
`,
  },
  {
    file: 'steps.py',
    before: `def create(topic):
    payload = {"topic": topic, "password": os.environ["PASSCODE"]}
`,
    lines: [
      '    x = topic.strip()',
      '    print(f"{topic}")',
      '    if late:',
      '    payload.update({"agenda": "x"})',
      '    payload["duration"] =',
    ],
    after: `
    payload["settings"] = {
        "waiting_room": False,
        "meeting_authentication": False,
    }
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=payload)
`,
  },
  {
    file: 'zoom.php',
    before: `<?php
Http::post('https://api.zoom.us/v2/users/me/meetings', [
    'topic' => $topic,
    'password' => getenv('PASSCODE'),
    'settings' => [
`,
    lines: [
      "'alternative_hosts' => $hosts,",
      '"jbh_time" => $late ? 5 : 10,',
      '...$more,',
      '$key => value(1),',
      "'global_dial_in_countries' => ['US'],",
    ],
    after: `
        'waiting_room' => false,
        'meeting_authentication' => false,
    ],
]);
`,
  },
];

describe('a line that is typed into a body', () => {
  for (const { file, before, lines, after } of typed)
    for (const line of lines)
      it(`${file}: ${line}`, async (test) => {
        const lens = await startPair(test, { files: { [profile]: roomOn } });
        const uri = `file:///ws/${file}`;
        for (let end = 0; end <= line.length; end += 1) {
          lens.open(uri, before + line.slice(0, end) + after);
          const surplus = (await lens.codes(uri)).filter((code) => code !== 'waiting-room-overwritten');
          assert.deepEqual(surplus, [], line.slice(0, end));
          lens.close(uri);
        }
      });
});
