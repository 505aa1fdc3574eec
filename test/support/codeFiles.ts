/**
 * Files of code as people write them, each with what is to be found in it: on top a line for each request, under a line
 * carets for each finding.
 *
 *   #> create sendInvite
 *   requests.post(url, json={"topic": "x", "settings": {"waiting_room": False}})
 *   #>                                                                  ^^^^^ waiting-room-overwritten
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { ContainedRequest, ReadContainer } from '../../shared/containers/containers.ts';
import { parse, readProfile, reportRequest, requestContext } from '../../shared/index.ts';
import { fileOffset } from '../../shared/json/textMap.ts';
import { readAll } from './codeCorpus.ts';

interface CodeFile {
  readonly name: string;
  readonly text: string;
  /** "create sendInvite"; empty: nothing is found. */
  readonly requests: readonly string[];
  /** "12:16-21 waiting-room-overwritten" */
  readonly findings: readonly string[];
}

export function codeFiles(language: string): readonly CodeFile[] {
  const folder = new URL(`../shared/containers/code/corpus/${language}/`, import.meta.url);
  return readdirSync(folder).map((name) => codeFile(name, readFileSync(new URL(name, folder), 'utf8')));
}

const drawing = /^(\s*(?:#|\/\/)>\s*)(?:(\^+) )?(.*)$/;

function codeFile(name: string, drawn: string): CodeFile {
  const lines: string[] = [];
  const requests: string[] = [];
  const findings: string[] = [];
  for (const line of drawn.split('\n')) {
    const [, before, carets, said] = drawing.exec(line) ?? [];
    if (before === undefined || said === undefined) lines.push(line);
    else if (carets) findings.push(`${lines.length}:${before.length}-${before.length + carets.length} ${said}`);
    else if (said !== 'none') requests.push(said);
  }
  return { name, text: lines.join('\n'), requests, findings };
}

/** The Waiting Room is forced on, passcodes and authentication are forced off: each of them is seen in a body that says otherwise. */
const profile = readProfile(
  parse(`{
    "rules": "2025-03-24",
    "account": { "plan": "pro" },
    "requireSecurityOption": { "enabled": true, "locked": true },
    "waitingRoom": { "enabled": true, "locked": true },
    "passcode": { "enabled": false, "locked": true },
    "authentication": { "enabled": false, "locked": true }
  }`),
);

export function expectFound(read: ReadContainer, { name, text, requests, findings }: CodeFile): void {
  const contained = readAll(read, text, name.slice(name.lastIndexOf('.') + 1));
  const found = contained.requests.map(({ name: called, target }) => `${target.operation ?? 'unknown'} ${called}`);
  assert.deepEqual(found, requests);
  assert.deepEqual(contained.requests.flatMap((each) => findingsOf(text, each)).sort(), findings.toSorted());
}

function findingsOf(text: string, { document, map, target }: ContainedRequest): readonly string[] {
  const { operation = 'create', occurrence } = target;
  const { findings } = reportRequest(requestContext(document, operation, { occurrence, profile, meeting: undefined }));
  return findings.map(({ code, span }) => {
    const start = fileOffset(map, span.start);
    const line = text.slice(0, start).split('\n').length;
    const column = start - text.lastIndexOf('\n', start - 1) - 1;
    return `${line}:${column}-${column + fileOffset(map, span.end) - start} ${code}`;
  });
}
