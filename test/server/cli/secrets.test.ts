import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runIn, worldOf } from '../../support/cliRun.ts';
import { profileWith } from '../../support/profiles.ts';
import { triesAll } from '../../support/rotation.ts';
import { asKey, secret, secretBodies, secretsIn } from '../../support/secrets.ts';

/** A passcode is in nothing that the command line prints, on either stream. The diff, the user's own text, is excepted. */

const own = profileWith('W unlocked · P locked off · A unlocked', { requirement: { length: 10 } });
const requests = [{ files: 'many.json', at: '/all/*', operation: 'create' }];
const profile = JSON.stringify({ ...JSON.parse(own), requests });
const response = '{ "meeting_security": { "waiting_room": true } }';

function filesOf(text: string): Readonly<Record<string, string>> {
  return {
    'zoom-lock-profile.json': profile,
    'a.zoom-create.json': text,
    'a.zoom-update.json': text,
    'a.zoom-meeting.json': text,
    'a.zoom-response.json': text,
    'many.json': `{ "all": { "a": ${text}, "b": {} } }`,
    'other/zoom-lock-profile.json': text === secretBodies[asKey] ? '{}' : text,
    'account-settings.json': text,
    'account-lock_settings.json': response,
    '.env': `PASSCODE=${secret}`,
  };
}

const named = ['a.zoom-create.json', 'a.zoom-update.json'] as const;
/** These know nothing of the account, which takes long: two in turn, or all in `npm run test:all`. */
const saying = ['predict', 'check', 'explain', 'predict --format json', 'check --format json'];
const unknown = named.flatMap((file) => saying.map((command) => `${command} ${file} --profile account-settings.json`));
const inspecting = ['predict', 'check', 'explain'].flatMap((command) => [
  `${command} . .env`,
  `${command} a.zoom-update.json --meeting account-settings.json`,
  `${command} - .env --operation create`,
  `${command} - --operation update`,
]);
const jsons = inspecting.flatMap((each) => (each.startsWith('explain') ? [] : [`${each} --format json`]));
const formatted = [
  ...['text', 'sarif', 'github', 'gitlab', 'junit'].map((format) => `check . .env --format ${format}`),
  ...['- --operation create', '--stdin-filepath a.zoom-update.json'].map((input) => `check ${input} --format text`),
  'check . -q --write-stored --fix --dry-run',
  'check . --fix --dry-run',
  'files . .env',
  'files . .env --format json',
  'init other --passcode on',
  'init other --passcode on --force',
];
const verifying = ['verify .', 'verify . --format json', 'verify a.zoom-create.json', 'verify --record a'];
/** These write into the files: each on files of its own. */
const fixing = ['check . --fix', 'check . --write-stored', 'check . --fix --write-stored --format sarif'];
const importing = [
  'import account-settings.json',
  'import account-settings.json account-lock_settings.json .env',
  'import account-settings.json --level account --groups legacy',
  ...['a.zoom-create.json', 'a.zoom-meeting.json', 'other/zoom-lock-profile.json', '.env', '.'].flatMap((output) => [
    `import account-lock_settings.json --output ${output}`,
    `import account-settings.json --output ${output}`,
  ]),
];

describe('a passcode', () => {
  for (const [turn, [where, text]] of Object.entries(secretBodies).entries()) {
    it(where, async () => {
      const tried = unknown.filter((_, at) => triesAll || at % saying.length === turn % saying.length);
      for (const args of [...tried, ...inspecting, ...jsons, ...formatted, ...fixing, ...verifying, ...importing]) {
        const { out, error } = await runIn(worldOf(filesOf(text)), args.split(' '), text);
        assert.deepEqual(secretsIn(out + error), [], args);
      }
    });
  }
});
