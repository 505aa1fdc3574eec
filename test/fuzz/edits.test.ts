import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newRequestRequest } from '../../shared/protocol.ts';
import { runs, seed } from '../support/effort.ts';
import { type Answered, everyAnswer } from '../support/everyAnswer.ts';
import { exampleFiles, exampleUri, exampleWorld } from '../support/exampleFiles.ts';
import { type Mutilation, mutilations, replacementOf } from '../support/mutilation.ts';
import { startPair } from '../support/serverPair.ts';
import type { TestClient } from '../support/testClient.ts';

/** Whatever was typed on the way, what counts is the text that is there now. */

const files = exampleWorld();
const paths = Object.keys(exampleFiles);
const scene = { files, initializationOptions: { runsCommands: true } };

describe('any edits of an example', () => {
  it('leave every answer as a fresh server gives it', async (test) => {
    let answers = 0;
    const typing = await startPair(test, scene);
    const law = fc.asyncProperty(
      fc.constantFrom(...paths),
      mutilations,
      fc.boolean(),
      fc.nat(1000),
      async (path, edits, asks, place) => {
        const uri = exampleUri(path);
        typing.open(uri);
        const fresh = await startPair(test, scene);
        try {
          for (const each of edits) {
            edit(typing, uri, each);
            if (asks) await everyAnswer(typing, uri, [0]);
          }
          // A lock profile that is half typed counts by its last valid text, until it is saved.
          typing.save(uri);
          const at = offsetsIn(typing.textOf(uri), place);
          fresh.open(uri, typing.textOf(uri));
          const [typed, opened] = [await everyAnswer(typing, uri, at), await everyAnswer(fresh, uri, at)];
          assert.deepEqual(comparable(typed), comparable(opened));
          answers += typed.length + opened.length;
        } finally {
          fresh.connection.dispose();
          typing.close(uri);
        }
      },
    );
    await fc.assert(law, runs(8, 1000));
    test.diagnostic(`${answers} answers, seed ${seed}`);
  });
});

/** The start, the end, and one place in between; none within a character. */
function offsetsIn(text: string, place: number): readonly number[] {
  const middle = Math.floor((text.length * place) / 1000);
  const splits = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(middle - 1, middle + 1));
  return [0, splits ? middle + 1 : middle, text.length];
}

function edit(lens: TestClient, uri: string, how: Mutilation[number]): void {
  const { start, end, text } = replacementOf(lens.textOf(uri), how);
  const range = { start: lens.position(uri, start), end: lens.position(uri, end) };
  lens.change(uri, [{ range, newText: text }]);
}

/** Without what counts the requests so far, and without passcodes, which are new each time. */
function comparable(answers: readonly Answered[]): unknown {
  const settled = answers.filter(({ what }) => !what.startsWith(newRequestRequest));
  return JSON.parse(JSON.stringify(settled), (key, value) => {
    if (key === 'resultId' || key === 'version') return undefined;
    return key === 'newText' ? String(value).replace(/"[^" ]{6,10}"(?!\s*:)/g, '"new"') : value;
  });
}
