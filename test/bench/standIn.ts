import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { profileOf, standIn } from '../support/standIn.ts';
import { bodyOf } from './bodies.ts';

/** Requests a second of the stand-in, as a ratio to node:http with a constant; and its memory over many meetings. */
export async function benchStandIn(server: string, folder: string, say: (line: string) => void): Promise<void> {
  const profile = join(folder, 'stand-in.json');
  writeFileSync(profile, profileOf('UUU'));
  const constant = await started([join(import.meta.dirname, 'constantServer.mjs')]);
  const lens = await started([server, 'serve', '--port', '0', '--profile', profile]);
  const rates: Record<'lens' | 'constant', number[]> = { lens: [], constant: [] };
  for (let round = 0; round < 6; round++) {
    rates.constant.push(await rateOf(constant.origin));
    rates.lens.push(await rateOf(lens.origin));
  }
  for (const { child } of [constant, lens]) child.kill();
  const [fast, own] = [Math.max(...rates.constant), Math.max(...rates.lens)];
  say(
    `Stand-in: ${own.toFixed(0)} create requests of 1 KB a second; node:http with a constant: ${fast.toFixed(0)}; ratio ${(own / fast).toFixed(2)}`,
  );
  await benchMemory(say);
}

async function started(args: readonly string[]) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, args);
  const [out] = await once(child.stdout, 'data');
  return { child, origin: /http:\/\/127\.0\.0\.1:\d+/.exec(String(out))?.[0] ?? '' };
}

/** With 16 connections that are kept open. */
async function rateOf(origin: string): Promise<number> {
  const [count, lanes] = [4000, 16];
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const body = bodyOf(1_000);
  let left = count;
  const lane = async () => {
    while (left-- > 0) await post(`${origin}/v2/users/me/meetings`, body, agent);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  agent.destroy();
  return (count / (performance.now() - start)) * 1000;
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: 'Bearer stand-in', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 201) reject(new Error(`status ${response.statusCode}`));
      response.resume().on('end', resolve);
    });
    sent.on('error', reject).end(body);
  });
}

async function benchMemory(say: (line: string) => void): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const ask = standIn(profileOf('UUU'));
  const heaps: string[] = [];
  for (let made = 1; made <= 40_000; made++) {
    await ask('POST', '/v2/users/me/meetings', bodyOf(1_000));
    // As between requests that come over a network: what is weakly held is only let go then.
    if (made % 100 === 0) await turn();
    if (made % 10_000 > 0) continue;
    collect();
    heaps.push((process.memoryUsage().heapUsed / 2 ** 20).toFixed(0));
  }
  say(`Stand-in: MB of heap after 10,000, 20,000, 30,000 and 40,000 meetings: ${heaps.join(', ')}`);
}
