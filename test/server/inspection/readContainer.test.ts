import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { readContainer } from '../../../server/inspection/readContainer.ts';
import type { ReadContainer } from '../../../shared/containers/containers.ts';
import { say } from '../../../shared/text.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';
import { lineReader, withHttp } from '../../support/lineReader.ts';

const uri = 'file:///ws/zoom.http';
const text = 'one POST /users/me/meetings {"topic":"x"}\ntwo POST /users/me/meetings {"topic":"x"}';

async function read(http: ReadContainer, isOutdated = () => false) {
  const world = new InMemoryWorld();
  world.readers = withHttp(http);
  const logged: string[] = [];
  const files = new Files(world, undefined, (problem) => logged.push(say(problem)));
  const contained = await readContainer(files, { uri, text, root: 'file:///ws', isOutdated }, 'http');
  return { contained, logged };
}

describe('reading a document', () => {
  it('goes on after each stop, and reads equal bodies once', async () => {
    const { contained, logged } = await read(lineReader({ yields: 1000 }));
    const [one, two] = contained?.requests ?? [];
    assert.equal(one?.name, 'one');
    assert.equal(two?.document, one?.document);
    assert.deepEqual(logged, []);
  });

  it('ends early where the result is no longer wanted', async () => {
    let steps = 0;
    const endless: ReadContainer = function* () {
      for (;;) {
        steps++;
        yield;
      }
    };
    const { contained, logged } = await read(endless, () => steps > 3);
    assert.equal(contained, undefined);
    assert.deepEqual(logged, []);
  });

  it('a reader that fails is a line in the log', async () => {
    const failing: ReadContainer = function* () {
      yield;
      throw new Error('no such token');
    };
    const { contained, logged } = await read(failing);
    assert.deepEqual(contained, { requests: [], files: [], passedOver: [], unread: { why: 'failed' } });
    assert.deepEqual(logged, [`${uri} cannot be read: Error: no such token. Requests in it are not checked.`]);
  });
});
