import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';

const uri = 'file:///repo/work/zoom-lock-profile.json';

/** Runs `init` with these answers, the last of them undefined where the user cancels. */
async function answering(...answers: (string | undefined)[]) {
  const world = worldOf({});
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    return answers.shift();
  };
  const result = await runIn(world, ['init'], '', { ask });
  return { ...result, questions, text: world.textOf(uri) };
}

const head = `{
  // What your Zoom account enforces. Request Lens needs it to predict what Zoom will store.
  // A setting that you leave out is unknown: what depends on it is not reported.
`;

describe('init', () => {
  it('writes what the options say', async () => {
    const world = worldOf({});
    const args = 'init --plan pro --waiting-room on-locked --passcode off --authentication unknown'.split(' ');
    assert.deepEqual(await runIn(world, args), { code: 0, out: 'zoom-lock-profile.json is written.\n', error: '' });
    assert.equal(
      world.textOf(uri),
      `${head}  "rules": "2025-03-24",
  "account": { "plan": "pro" },
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": false, "locked": false },
  "capturedAt": "2026-11-24"
}
`,
    );
  });

  it('asks where there are none: an answer is a choice, or its number', async () => {
    const { code, text, questions } = await answering('pro', '2', 'on', '5', '2020-12-20');
    assert.equal(code, 0);
    assert.equal(questions.length, 5);
    assert.match(
      questions[1] ?? '',
      /^Waiting Room \(.*\)\n {2}1 on-locked: Every meeting has it\n {2}2 off-locked: No meeting has it\n/,
    );
    assert.equal(
      text,
      `${head}  "rules": "2020-12-20",
  "account": { "plan": "pro" },
  "waitingRoom": { "enabled": false, "locked": true },
  "passcode": { "enabled": true, "locked": false },
  "capturedAt": "2026-11-24"
}
`,
    );
  });

  it('asks again after a slip, and not about the passcodes of a Basic account', async () => {
    const { questions, text } = await answering('basik', 'basic', 'unknown', 'unknown', '1');
    assert.equal(questions[1], 'Not one of the choices: basik. Did you mean basic? 1-8: ');
    assert.equal(questions.length, 5);
    assert.match(text ?? '', /"passcode": \{ "enabled": true, "locked": true \}/);
  });

  it('writes nothing if a question is cancelled', async () => {
    const { code, error, text } = await answering('pro', undefined);
    assert.deepEqual([code, error, text], [2, 'Cancelled: nothing is written.\n', undefined]);
  });

  it('needs options where nobody can answer', async () => {
    const { code, error } = await run('init');
    assert.deepEqual([code, error.startsWith('init asks questions only in a terminal.')], [2, true]);
  });

  it('overwrites a lock profile with --force alone, and nothing else ever', async () => {
    const over = async (text: string, more = '') => {
      const world = worldOf({ 'd/zoom-lock-profile.json': text });
      const { code, error } = await runIn(world, `init d --passcode on ${more}`.trim().split(' '));
      return [code, error, world.textOf('file:///repo/work/d/zoom-lock-profile.json') === text];
    };
    const path = 'd/zoom-lock-profile.json';
    assert.deepEqual(await over('{ "passcode": {} }'), [2, `${path}: is there already; --force overwrites it\n`, true]);
    assert.deepEqual(await over('{ "passcode": {} }', '--force'), [0, '', false]);
    const other = `${path}: is not a lock profile, and init overwrites nothing else\n`;
    assert.deepEqual(await over('{ "topic": "x" }', '--force'), [2, other, true]);
  });
});
