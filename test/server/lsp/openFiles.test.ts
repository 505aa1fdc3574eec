import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OpenFiles } from '../../../server/lsp/openFiles.ts';

const [name, link, file, other] = ['file:///ws/a.json', 'file:///ws/link.json', 'file:///ws/a.json', 'file:///b.json'];

describe('files that are open by several names', () => {
  it('stay open until the last is closed; the text of the latest counts', () => {
    const open = new OpenFiles();
    open.opened(name, file);
    open.opened(link, file);
    assert.equal(open.uriOf(file), link);
    open.opened(name, file);
    assert.equal(open.uriOf(file), name);
    open.closed(name);
    assert.equal(open.uriOf(file), link);
    open.closed(link);
    assert.equal(open.uriOf(file), undefined);
  });

  it('a link that leads elsewhere now no longer stands for the first file', () => {
    const open = new OpenFiles();
    open.opened(link, file);
    open.opened(link, other);
    assert.deepEqual([open.uriOf(file), open.uriOf(other)], [undefined, link]);
    open.closed(link);
    assert.equal(open.uriOf(other), undefined);
  });

  it('what was never open can be closed', () => {
    const open = new OpenFiles();
    open.closed(name);
    assert.equal(open.uriOf(file), undefined);
  });

  it('deleted with its folder, it is so until it is edited, or closed and opened again', () => {
    const open = new OpenFiles();
    open.opened(name, file);
    open.opened(other, other);
    open.deleted('file:///ws');
    assert.deepEqual([open.isDeleted(file), open.isDeleted(other), open.uriOf(file)], [true, false, name]);
    open.opened(name, file);
    assert.equal(open.isDeleted(file), false);
    open.deleted(file);
    open.closed(name);
    open.opened(name, file);
    assert.equal(open.isDeleted(file), false);
  });
});
