import { type Profile, requestFileName, responseFile, say } from '../../../shared/index.ts';
import { Files } from '../../files/files.ts';
import { repositoryOf } from '../../files/repository.ts';
import { displayPath, join } from '../../files/uris.ts';
import { isFolder } from '../../files/world.ts';
import { profileInForce } from '../../inspection/profileInForce.ts';
import type { Action, Given, Misuse } from '../arguments/command.ts';
import { resolvePath } from '../arguments/paths.ts';
import { type ExitCode, refuse, type Terminal } from '../terminal.ts';
import { writeResponse } from './recordResponse.ts';

interface ServeOptions {
  readonly port: number;
  /** A URI; undefined: the nearest one. */
  readonly profile: string | undefined;
  /** The folder for the responses, as a URI. */
  readonly record: string | undefined;
}

const usualPort = '8377';

export function prepareServe({ values, cwd }: Given): Action | Misuse {
  const { port = usualPort, profile = [], record } = values;
  if (profile.length > 1) return { problem: 'serve takes one --profile.' };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return { problem: `Not a port: ${port}` };
  const at = (path: string | undefined) => (path ? resolvePath(cwd, path) : undefined);
  const options = { port: Number(port), profile: at(profile[0]), record: at(record) };
  return (terminal) => serve(options, terminal);
}

/** Runs the stand-in of Zoom for tests, until it is interrupted. */
async function serve({ port, profile, record }: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  // A bundle of its own: nothing else of the command can listen.
  const standIn = await import('../../standIn/standIn.ts').catch(() => undefined);
  const { serving } = terminal;
  if (!standIn || !serving) return refuse(['serve is in the npm package zoom-request-lens alone.'], terminal);
  const { errorsIn, listen, missingFrom } = standIn;
  const files = new Files(terminal.world);
  const found = await profileFor(files, profile, terminal);
  if ('problem' in found) return refuse([found.problem], terminal);
  const { path, profile: account } = found;
  const [errors, missing] = [errorsIn(account), missingFrom(account)];
  const needs = [`${path} leaves open what Zoom stores. It must say:`, ...missing.map((each) => `  ${each}`)];
  if (errors.length + missing.length > 0)
    return refuse([...errors.map((each) => `${path}: ${each}`), ...(missing.length > 0 ? needs : [])], terminal);
  if (record !== undefined && !(await isFolderAt(files, record)))
    return refuse([`${displayPath(terminal.cwd, record)}: no such folder`], terminal);
  const { now, random, untilInterrupted } = serving;
  const recorder = record === undefined ? undefined : recorderIn(record, terminal);
  try {
    const { origin, stop } = await listen(port, { profile: account, random, now, record: recorder });
    terminal.out(`Stand-in of Zoom: ${origin}/v2, by ${path}. Access token: stand-in. Ctrl+C ends it.\n`);
    const code = await untilInterrupted();
    await stop();
    return code;
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    return refuse(
      [isTaken ? `Port ${port} is in use. Choose another with --port.` : (error as Error).message],
      terminal,
    );
  }
}

async function profileFor(
  files: Files,
  named: string | undefined,
  { cwd }: Terminal,
): Promise<{ readonly path: string; readonly profile: Profile } | { readonly problem: string }> {
  const root = (await repositoryOf(files, join(cwd, '.git'))) ?? cwd;
  const found = await profileInForce(files, join(cwd, 'request'), root, named === undefined ? {} : { profile: named });
  if (!found && named !== undefined) return { problem: `${displayPath(cwd, named)}: no such file` };
  if (!found)
    return { problem: 'serve needs a lock profile: zoom-lock-profile.json here or above, or --profile FILE.' };
  const path = displayPath(cwd, found.uri);
  if (!found.profile || found.problem)
    return { problem: `${path}: ${found.problem ? say(found.problem) : 'cannot be read'}` };
  return { path, profile: found.profile };
}

async function isFolderAt(files: Files, uri: string): Promise<boolean> {
  const read = await files.read(uri);
  return read.state === 'unreadable' && read.reason === isFolder;
}

/** One file after the other, since each takes the next free number. */
function recorderIn(folder: string, terminal: Terminal) {
  let last: Promise<void> = Promise.resolve();
  const write = async (topic: string, response: object) => {
    const made = responseFile(JSON.stringify(response));
    if (made.state === 'problem') return;
    const written = await writeResponse(
      join(folder, requestFileName(topic, 'create') ?? 'meeting'),
      made.text,
      terminal,
    );
    if ('problem' in written) terminal.error(`${written.problem}\n`);
  };
  return (topic: string, response: object) => {
    last = last.then(() => write(topic, response));
    return last;
  };
}
