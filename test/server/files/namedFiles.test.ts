import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NamedFiles } from '../../../server/files/namedFiles.ts';
import type { Target } from '../../../shared/containers/containers.ts';

const create = { operation: 'create', occurrence: false } as const;
const update = { operation: 'update', occurrence: false, meetingId: '85746065' } as const;

describe('files that documents name as bodies', () => {
  it('are known while a document names them', () => {
    const named = new NamedFiles();
    named.set('a.md', new Map([['body.json', create]]));
    assert.equal(named.takeChange(), true);
    assert.deepEqual(named.of('body.json'), { target: create, by: 'a.md' });
    named.set('a.md', new Map([['body.json', create]]));
    assert.equal(named.takeChange(), false, 'nothing changes');
    named.forget('a.md');
    assert.equal(named.takeChange(), true);
    assert.equal(named.of('body.json'), undefined);
  });

  it('change with what is said of them', () => {
    const named = new NamedFiles();
    named.set('a.md', new Map([['body.json', create]]));
    named.set(
      'a.md',
      new Map<string, Target>([
        ['body.json', update],
        ['b.json', create],
      ]),
    );
    assert.equal(named.takeChange(), true);
    assert.deepEqual(named.of('body.json'), { target: update, by: 'a.md' });
  });

  it('two documents may agree, and nothing is known where they do not', () => {
    const named = new NamedFiles();
    named.set('b.md', new Map([['body.json', create]]));
    named.set('a.md', new Map([['body.json', create]]));
    assert.deepEqual(named.of('body.json'), { target: create, by: 'a.md' });
    named.set('b.md', new Map([['body.json', update]]));
    assert.equal(named.of('body.json'), undefined);
    named.set('b.md', new Map());
    assert.deepEqual(named.of('body.json'), { target: create, by: 'a.md' });
  });
});
