import { describe, it } from 'node:test';
import { effort, seed, share } from '../support/effort.ts';
import { everyAnswer } from '../support/everyAnswer.ts';
import { exampleFiles, exampleUri, exampleWorld } from '../support/exampleFiles.ts';
import { startPair } from '../support/serverPair.ts';

/** Every example typed from its first letter to its last: what is half typed is asked everything as well. */

describe('every prefix of an example is answered', () => {
  for (const [path, text] of share(Object.entries(exampleFiles), 8)) {
    it(path, async (test) => {
      const lens = await startPair(test, { files: exampleWorld(), initializationOptions: { runsCommands: true } });
      const uri = exampleUri(path);
      const step = Math.ceil(text.length / effort(6, text.length));
      let answers = 0;
      lens.open(uri, '');
      for (let typed = 0; typed < text.length; typed += step) {
        const end = lens.position(uri, typed);
        lens.change(uri, [{ range: { start: end, end }, newText: text.slice(typed, typed + step) }]);
        const length = Math.min(typed + step, text.length);
        const elsewhere = typed % 5 === 0 ? [(typed * 7919) % (length + 1)] : [];
        answers += (await everyAnswer(lens, uri, [length, ...elsewhere])).length;
      }
      test.diagnostic(`${answers} answers, seed ${seed}`);
    });
  }
});
