import assert from 'node:assert/strict';
import * as disk from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { replaceFile, type WritingDisk } from '../../../server/files/replaceFile.ts';
import { say, text } from '../../../shared/text.ts';
import { folderWith } from '../../support/cliRun.ts';

const windows = process.platform === 'win32' && 'Windows has no such modes';

/** A disk on which one thing fails. */
function failing(what: keyof WritingDisk, code: string): WritingDisk {
  const fail = () => {
    throw Object.assign(new Error(code), { code });
  };
  return { ...disk, [what]: fail };
}

function resultOf(path: string, content: string, on?: WritingDisk): string {
  return say(replaceFile(path, content, on) ?? text`is written`);
}

describe('a file is replaced as a whole or not at all', () => {
  it('a new one, and one that is there', (test) => {
    const folder = folderWith(test, { 'old.json': 'old' });
    for (const name of ['old.json', 'new.json']) {
      assert.equal(resultOf(join(folder, name), 'fresh'), 'is written');
      assert.equal(disk.readFileSync(join(folder, name), 'utf8'), 'fresh');
    }
    assert.deepEqual(disk.readdirSync(folder).sort(), ['new.json', 'old.json']);
  });

  it('its mode stays', { skip: windows }, (test) => {
    const path = join(folderWith(test, { 'a.json': 'old' }), 'a.json');
    disk.chmodSync(path, 0o640);
    assert.equal(resultOf(path, 'fresh'), 'is written');
    assert.equal(disk.statSync(path).mode & 0o777, 0o640);
  });

  it('its owner stays where we may give it away, as root in a container may', { skip: windows }, (test) => {
    const path = join(folderWith(test, { 'a.json': 'old' }), 'a.json');
    const { uid, gid } = disk.statSync(path);
    const owners: unknown[] = [];
    const giving: WritingDisk = { ...disk, chownSync: (_, ...owner) => void owners.push(owner) };
    assert.equal(resultOf(path, 'fresh', giving), 'is written');
    assert.equal(resultOf(path, 'fresher', failing('chownSync', 'EPERM')), 'is written');
    assert.deepEqual([owners, disk.readFileSync(path, 'utf8')], [[[uid, gid]], 'fresher']);
  });

  for (const [what, code, reason] of [
    ['writeFileSync', 'ENOSPC', 'cannot be written: the disk is full'],
    ['writeFileSync', 'EIO', 'cannot be written'],
    ['chmodSync', 'EPERM', 'cannot be written: permission denied'],
    ['renameSync', 'EXDEV', 'cannot be written'],
    ['mkdtempSync', 'EROFS', 'cannot be written: permission denied'],
    ['accessSync', 'EACCES', 'cannot be written: permission denied'],
  ] as const) {
    it(`${what} says ${code}: the old one is as it was, and nothing lies beside it`, (test) => {
      const folder = folderWith(test, { 'a.json': 'old' });
      assert.equal(resultOf(join(folder, 'a.json'), 'fresh', failing(what, code)), reason);
      assert.equal(disk.readFileSync(join(folder, 'a.json'), 'utf8'), 'old');
      assert.deepEqual(disk.readdirSync(folder), ['a.json']);
    });
  }

  it('no link is followed, wherever it leads', (test) => {
    const folder = folderWith(test, { 'real.json': 'old' });
    disk.symlinkSync(join(folder, 'real.json'), join(folder, 'link.json'));
    disk.symlinkSync(join(folder, 'none.json'), join(folder, 'dangling.json'));
    for (const name of ['link.json', 'dangling.json']) {
      const reason = 'is a link, and links are not followed when writing: name the file that it leads to';
      assert.equal(resultOf(join(folder, name), 'fresh'), reason);
    }
    assert.deepEqual(disk.readdirSync(folder).sort(), ['dangling.json', 'link.json', 'real.json']);
    assert.equal(disk.readFileSync(join(folder, 'real.json'), 'utf8'), 'old');
  });

  it('no device is written to', { skip: windows }, () =>
    assert.equal(resultOf('/dev/null', ''), 'is not a plain file'),
  );
});
