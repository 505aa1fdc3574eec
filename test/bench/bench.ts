/**
 * Speeds beside those of other programs in the same run, since machines differ. Run with `npm run bench`; with `-- --write`, the
 * tables also go into docs/benchmarks.md. Installs the other programs into a temporary folder.
 *
 * 1. Checking many files, as whole processes, beside reading and JSON.parse, ajv and Biome.
 * 2. Typing, over stdio, beside vscode-json-language-server with the schema of the same body.
 * 3. Every feature on long texts, beside texts of a quarter of the length.
 * 4. A Postman collection of 10 MB: read, read again after a key, and from a key to its findings; beside JSON.parse of its text.
 * 5. Requests a second of the stand-in of Zoom, beside node:http with a constant; and its memory.
 * 6. A key in a code file of 2,000 lines: the processor's time for reading it, beside JSON.parse of the same text, and the time to its
 *    findings.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bodyOf } from './bodies.ts';
import { type Checker, fileCount, timesOfAll, writeBodies } from './checking.ts';
import { benchCode } from './code.ts';
import { benchCollection } from './collection.ts';
import { benchGrowth } from './growth.ts';
import { installPeers } from './peers.ts';
import { benchStandIn } from './standIn.ts';
import { type Server, type TypingTimes, timesOf } from './typing.ts';

const project = join(import.meta.dirname, '..', '..');
const schemas = join(project, 'docs', 'schemas');
const lens = join(project, 'dist', 'server.cjs');
const folder = mkdtempSync(join(tmpdir(), 'lens-bench-'));
const columns = {
  start: 'start',
  diagnostics: 'key to diagnostics',
  completion: 'key to completion',
  burst: '30 keys to diagnostics',
  memory: 'memory',
} as const;

const writes = process.argv.includes('--write');

try {
  const peer = installPeers(folder);
  const tables = [machine(), ...checking(peer), ...(await typing(peer))];
  if (writes) write(page(tables));
  else {
    await benchGrowth(say);
    await benchCollection(lens, folder, say);
    await benchStandIn(lens, folder, say);
    await benchCode(lens, folder, say);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function checking(peer: (path: string) => string): readonly string[] {
  const checkers: readonly Checker[] = [
    { name: 'reading and JSON.parse', command: [join(import.meta.dirname, 'readAll.mjs'), '.'], inNode: true },
    { name: 'zoom-request-lens check', command: [lens, 'check', '.'], inNode: true },
    { name: 'ajv', command: [join(import.meta.dirname, 'ajvAll.cjs'), '.', peer('ajv'), schemas], inNode: true },
    { name: 'biome lint', command: [join(project, 'node_modules', '.bin', 'biome'), 'lint', '.'], inNode: false },
  ];
  return (['with findings', 'in order'] as const).map((which) => {
    const bodies = join(folder, which);
    writeBodies(bodies, which);
    const times = timesOfAll(checkers, bodies, 5);
    const parsing = times[0]?.fastest ?? 0;
    const rows = times.map(({ fastest, memory }, index) => [
      checkers[index]?.name ?? '',
      seconds(fastest),
      (fastest / parsing).toFixed(1),
      memory === undefined ? '' : `${memory.toFixed(0)} MB`,
    ]);
    const title = which === 'in order' ? 'of which none has findings' : 'of which all have findings';
    return titledTable(`${fileCount} bodies of 1 KB, ${title}`, ['', 'time', 'times JSON.parse', 'memory'], rows);
  });
}

async function typing(peer: (path: string) => string): Promise<readonly string[]> {
  const url = pathToFileURL(join(schemas, 'zoom-create.schema.json')).href;
  const json = { validate: { enable: true }, schemas: [{ fileMatch: ['*.zoom-create.json'], url }] };
  const servers: readonly Server[] = [
    { name: 'Request Lens', args: [lens, 'lsp', '--stdio'] },
    {
      name: 'vscode-json-language-server',
      args: [peer('vscode-langservers-extracted/bin/vscode-json-language-server'), '--stdio'],
      settings: { json },
    },
  ];
  const tables: string[] = [];
  for (const [size, bytes, rounds] of [
    ['1 KB', 1_000, 200],
    ['100 KB', 100_000, 60],
    ['2 MB', 2_000_000, 16],
  ] as const) {
    const rows: string[][] = [];
    for (const server of servers) rows.push(row(server, await bestOf(server, bodyOf(bytes), rounds)));
    tables.push(titledTable(`Typing in a body of ${size}`, ['', ...Object.values(columns)], rows));
  }
  return tables;
}

function row({ name }: Server, times: TypingTimes): string[] {
  const names = Object.keys(columns) as (keyof TypingTimes)[];
  return [name, ...names.map((each) => (each === 'memory' ? `${times[each].toFixed(0)} MB` : ms(times[each])))];
}

/** Of three sessions, each figure at its best. */
async function bestOf(server: Server, text: string, rounds: number): Promise<TypingTimes> {
  const sessions: TypingTimes[] = [];
  for (let session = 0; session < 3; session++) {
    const workspace = mkdtempSync(join(folder, 'typing-'));
    sessions.push(await timesOf(server, text, rounds, workspace));
  }
  const best = (name: keyof TypingTimes) => Math.min(...sessions.map((each) => each[name]));
  return {
    start: best('start'),
    diagnostics: best('diagnostics'),
    completion: best('completion'),
    burst: best('burst'),
    memory: best('memory'),
  };
}

function titledTable(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(heads), line(heads.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)];
  const text = `## ${title}\n\n${table.join('\n')}\n`;
  say(text);
  return text;
}

function machine(): string {
  const [cpu] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB of memory`;
  return `${day}, Node ${process.versions.node}, ${platform()}, ${availableParallelism()} cores (${cpu?.model.trim()}), ${memory}.\n`;
}

function write(text: string): void {
  const file = join(project, 'docs', 'benchmarks.md');
  writeFileSync(file, text);
  execFileSync(join(project, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'ignore' });
}

function page(tables: readonly string[]): string {
  return `# Benchmarks

Written by \`npm run bench -- --write\`, which measures all programs in turn in one run. Each figure is the best of several; a row says more
than a column, since machines differ. The bodies are create requests with a lock profile beside them; ajv and vscode-json-language-server
have [our schema](schemas/zoom-create.schema.json), which does not know what Zoom stores.

${tables.join('\n')}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
