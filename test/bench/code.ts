/** A key in a code file of 2,000 lines with one request: the processor's time, beside JSON.parse of the same text as JSON. */
import type { Contained, ReadContainer } from '../../shared/containers/containers.ts';
import { readJavaScript } from '../../shared/containers/javascript.ts';
import { readPhp } from '../../shared/containers/php.ts';
import { readPython } from '../../shared/containers/python.ts';
import { readAll } from '../support/codeCorpus.ts';

const rounds = 31;
const lines = 2_000;

const url = 'https://api.zoom.us/v2/users/me/meetings';

const languages: readonly [ending: string, ReadContainer, other: (at: number) => string, request: string][] = [
  [
    'ts',
    readJavaScript,
    (at) => `export async function page${at}(req) {\n  const rows = await db.find({ at: ${at} });\n  return rows;\n}\n`,
    `export const open = (topic) => axios.post('${url}', { topic, settings: { waiting_room: false } });\n`,
  ],
  [
    'py',
    readPython,
    (at) => `def page${at}(request):\n    rows = db.find({"at": ${at}})\n    return rows\n\n`,
    `def open(topic):\n    requests.post("${url}", json={"topic": topic, "settings": {"waiting_room": False}})\n`,
  ],
  [
    'php',
    readPhp,
    (at) => `function page${at}($request) {\n    $rows = $this->db->find(['at' => ${at}]);\n    return $rows;\n}\n`,
    `Http::post('${url}', ['topic' => $topic, 'settings' => ['waiting_room' => false]]);\n`,
  ],
];

export function benchCode(say: (line: string) => void): void {
  say(`A code file of ${lines} lines, in milliseconds of the processor, and as ratio to JSON.parse:`);
  for (const [ending, read, other, request] of languages) {
    const text = `${ending === 'php' ? '<?php\n' : ''}${Array.from({ length: lines / 4 }, (_, at) => other(at)).join('')}${request}`;
    const json = JSON.stringify(text);
    const baseline = medianOf(() => JSON.parse(json));
    let typed = text;
    let found: Contained | undefined;
    const at = text.indexOf('\n', text.length / 2);
    const key = medianOf(() => {
      typed = `${typed.slice(0, at)} ${typed.slice(at)}`;
      found = readAll(read, typed, ending, undefined, found);
    });
    say(`  .${ending}: read after a key ${key.toFixed(1)} (${(key / baseline).toFixed(0)})`);
  }
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
