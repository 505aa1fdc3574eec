/**
 * A key in a code file of 2,000 lines, in the topic of its request: the processor's time for reading, beside JSON.parse of the same
 * text as JSON, and the time to the findings. In most files, most functions have nothing to do with requests; in the worst, all send some.
 */
import type { Contained, ReadContainer } from '../../shared/containers/containers.ts';
import { readJavaScript } from '../../shared/containers/javascript.ts';
import { readPhp } from '../../shared/containers/php.ts';
import { readPython } from '../../shared/containers/python.ts';
import { readAll } from '../support/codeCorpus.ts';
import { keyToDiagnostics } from './typing.ts';

const rounds = 61;
const lines = 2_000;

const url = 'https://api.zoom.us/v2/users/me/meetings';

interface Written {
  readonly ending: string;
  readonly read: ReadContainer;
  readonly begin: string;
  /** A function of a few lines. */
  readonly usual: (at: number) => string;
  readonly sending: (at: number) => string;
  readonly request: string;
}

const languages: readonly Written[] = [
  {
    ending: 'ts',
    read: readJavaScript,
    begin: '',
    usual: (at) =>
      `export async function page${at}(req) {\n  const rows = await db.find({ at: ${at} });\n  return rows;\n}\n`,
    sending: (at) => `export async function things${at}(id, options = {}) {
  const headers = { Authorization: await token(), 'Content-Type': 'application/json' };
  const response = await axios.get(\`\${base}/users/\${id}/things/${at}\`, { headers, params: options });
  if (response.status !== 200) throw new Error(\`things ${at}: \${response.status}\`);
  const items = response.data.items.map((each) => ({ id: each.id, topic: each.topic, type: each.type }));
  for (const item of items) cache.set(item.id, item);
  await fetch(\`\${hooks}/things/${at}\`, { method: 'POST', body: JSON.stringify({ items }) });
  return items;
}
`,
    request: `export const open = () => axios.post('${url}', { topic: 'Weekly', settings: { waiting_room: false } });\n`,
  },
  {
    ending: 'py',
    read: readPython,
    begin: '',
    usual: (at) => `def page${at}(request):\n    rows = db.find({"at": ${at}})\n    return rows\n\n`,
    sending: (at) => `def things_${at}(user_id, **options):
    headers = {"Authorization": token(), "Content-Type": "application/json"}
    response = requests.get(f"{base}/users/{user_id}/things/${at}", headers=headers, params=options)
    if response.status_code != 200:
        raise ValueError(f"things ${at}: {response.status_code}")
    items = [{"id": each["id"], "topic": each["topic"]} for each in response.json()["items"]]
    for item in items:
        cache[item["id"]] = item
    requests.post(f"{hooks}/things/${at}", json={"items": items})
    return items
`,
    request: `def open():\n    requests.post("${url}", json={"topic": "Weekly", "settings": {"waiting_room": False}})\n`,
  },
  {
    ending: 'php',
    read: readPhp,
    begin: '<?php\n',
    usual: (at) =>
      `function page${at}($request) {\n    $rows = $this->db->find(['at' => ${at}]);\n    return $rows;\n}\n`,
    sending: (at) => `function things${at}($id, $options = []) {
    $headers = ['Authorization' => token(), 'Content-Type' => 'application/json'];
    $response = Http::withHeaders($headers)->get("{$this->base}/users/{$id}/things/${at}", $options);
    if ($response->status() !== 200) throw new RuntimeException('things ${at}: ' . $response->status());
    $items = array_map(fn ($each) => ['id' => $each['id'], 'topic' => $each['topic']], $response->json()['items']);
    foreach ($items as $item) $this->cache[$item['id']] = $item;
    Http::post("{$this->hooks}/things/${at}", ['items' => $items]);
    return $items;
}
`,
    request: `Http::post('${url}', ['topic' => 'Weekly', 'settings' => ['waiting_room' => false]]);\n`,
  },
];

export async function benchCode(server: string, folder: string, say: (line: string) => void): Promise<void> {
  say(`A key in a code file of ${lines} lines, in milliseconds, and as ratio to JSON.parse:`);
  for (const written of languages) {
    await benchFile(written, 'usual', server, folder, say);
    await benchFile(written, 'sending', server, folder, say);
  }
}

async function benchFile(
  { ending, read, begin, request, ...functions }: Written,
  which: 'usual' | 'sending',
  server: string,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const write = functions[which];
  const each = write(0).split('\n').length - 1;
  const all = Array.from({ length: lines / each }, (_, at) => write(at));
  const text = begin + all.toSpliced(all.length / 2, 0, request).join('');
  const json = JSON.stringify(text);
  const baseline = medianOf(() => JSON.parse(json));
  let typed = text;
  let found: Contained | undefined;
  const at = text.indexOf('Weekly');
  const key = medianOf(() => {
    typed = `${typed.slice(0, at)}x${typed.slice(at)}`;
    found = readAll(read, typed, ending, undefined, found);
  });
  const lens = { name: 'Request Lens', args: [server, 'lsp', '--stdio'] };
  const typing = await keyToDiagnostics(lens, text, rounds, folder, { name: `${which}.${ending}`, from: 0 });
  const ratio = (key / baseline).toFixed(0);
  say(`  ${which}.${ending}: read ${key.toFixed(1)} (${ratio}), key to findings ${typing.toFixed(1)}`);
}

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.max(0.001, times.toSorted((a, b) => a - b)[(rounds - 1) / 2] as number);
}
