/**
 * Nothing takes the square of what is in one text: each feature is asked about a text and about one of four times its
 * length, in the same run. A ratio near 4 is linear, one near 16 quadratic; what takes next to no time is left out.
 */
import { questionsAbout, startFor } from '../support/everyFeature.ts';

interface Case {
  readonly what: string;
  readonly uri?: string;
  readonly count: number;
  readonly text: (count: number) => string;
  /** Where the cursor is; default: at the end. */
  readonly cursor?: (text: string) => number;
}

const profile = 'file:///ws/zoom-lock-profile.json';
const listed = 'file:///ws/bodies.json';
const many = (count: number, part: (index: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);
const comment = '// zoom-request-lens-ignore waiting-room-overwritten';
const waitingRoom = '"waiting_room": false';

const cases: readonly Case[] = [
  {
    what: 'an open string behind the cursor',
    count: 500_000,
    text: (count) => `{ "agenda" "${'Rooms, times '.repeat(count / 12)}\n}`,
    cursor: () => 10,
  },
  { what: 'blanks', count: 2_500_000, text: (count) => `{${' '.repeat(count)}"settings": {${' '.repeat(count)}} }` },
  { what: 'colons', count: 250_000, text: (count) => `{ "topic": "${': '.repeat(count)}" }` },
  { what: 'comments', count: 50_000, text: (count) => `{ ${'/**/'.repeat(count)} ${comment}\n ${waitingRoom} }` },
  { what: 'rows of comments that ignore', count: 7_500, text: (count) => `{\n${many(count, () => comment)}\n}` },
  {
    what: 'comments that ignore, in one line',
    count: 7_500,
    text: (count) => `{ ${many(count, (at) => `/* zoom-request-lens-ignore duplicate-key */ "a": ${at}`, ', ')} }`,
  },
  { what: 'duplicate keys', count: 25_000, text: (count) => `{\n${many(count, () => '"a": 1', ',\n')}\n}` },
  { what: 'duplicate keys in one line', count: 25_000, text: (count) => `{${many(count, () => '"a":1', ',')}}` },
  { what: 'broken', count: 250_000, text: (count) => `{ "settings": { ${'} '.repeat(count)}` },
  { what: 'words', count: 100_000, text: (count) => `{ "settings": { ${'true '.repeat(count)}` },
  {
    what: 'backticks',
    count: 65_000,
    text: (count) => `{ "settings": { "authentication_option": "${'`x'.repeat(count)}" } }`,
  },
  { what: 'a long passcode', count: 250_000, text: (count) => `{ "password": "${'1'.repeat(count)}" }` },
  {
    what: 'bodies in one line',
    uri: listed,
    count: 1_000,
    text: (count) => `{"templates":[${many(count, () => `{"settings":{${waitingRoom}}}`, ',')}]}`,
  },
  {
    what: 'a profile of unknown keys and entries that ignore them',
    uri: profile,
    count: 2_500,
    text: (count) =>
      `{ "ignore": [${many(count, (at) => `{ "code": "profile-unknown-key", "pointer": "/k${at}" }`, ',\n')}],\n${many(count, (at) => `"k${at}": 1`, ',\n')} }`,
  },
  {
    what: 'a profile of wrong entries and options',
    uri: profile,
    count: 2_500,
    text: (count) =>
      `{ "ignore": [${many(count, () => '{ "code": 1 }', ',\n')}], "requests": [${many(count, (at) => `{ "files": "a${at}.json", "operation": 1 }`, ',\n')}],
"authentication": { "options": [${many(count, (at) => `{ "id": "o${at % 100}" }`, ',\n')}] } }`,
  },
];

export async function benchGrowth(say: (line: string) => void): Promise<void> {
  say('One text and one of four times its length (milliseconds; a ratio near 4 is linear)');
  const ends: (() => void)[] = [];
  const requests = [{ files: 'bodies.json', operation: 'create', at: '/templates/*' }];
  const locks = JSON.stringify({ waitingRoom: { enabled: true, locked: true }, requests });
  const client = await startFor({ after: (end) => ends.push(end as () => void) }, { [profile]: locks });
  for (const each of cases) {
    const [small, large] = [await times(client, each, each.count), await times(client, each, 4 * each.count)];
    for (const [feature, after] of Object.entries(large)) {
      const before = small[feature] ?? 0;
      if (after > 50)
        say(
          `  ${each.what}: ${feature} ${before.toFixed(0)} → ${after.toFixed(0)}, ratio ${(after / before).toFixed(1)}`,
        );
    }
  }
  for (const end of ends) end();
}

/** By feature, the faster of two times. */
async function times(
  client: Awaited<ReturnType<typeof startFor>>,
  { uri = 'file:///ws/a.zoom-create.jsonc', text, cursor }: Case,
  count: number,
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (let round = 0; round < 2; round++) {
    const source = text(count);
    client.open(uri, source);
    const offset = cursor?.(source) ?? source.length;
    for (const [feature, ask] of Object.entries(questionsAbout(client, uri, source, offset))) {
      const start = performance.now();
      await ask();
      found[feature] = Math.min(found[feature] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
    client.close(uri);
  }
  return found;
}
