import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import {
  canonical,
  canonicalFolder,
  decoded,
  displayPath,
  folderOf,
  foldersUpward,
  isStored,
  isUntitled,
  join,
  nameOf,
  pathInside,
  readStoredUri,
  storedUri,
} from '../../../server/files/uris.ts';
import { anyText } from '../../support/documents.ts';
import { runs } from '../../support/rotation.ts';

describe('one spelling for one file', () => {
  for (const [uri, spelled] of [
    ['file:///C:/a.json', 'file:///c%3A/a.json'],
    ['file:///c%3a/a.json', 'file:///c%3A/a.json'],
    ['file:///a b.json', 'file:///a%20b.json'],
    ['file:///ü%25.json', 'file:///%C3%BC%25.json'],
    ['file:///a%zz.json', 'file:///a%25zz.json'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ] as const) {
    it(`${uri} → ${spelled}`, () => {
      assert.equal(canonical(uri), spelled);
      assert.equal(canonical(spelled), spelled);
    });
  }

  it('a folder loses its last slash, but for the top', () => {
    assert.deepEqual(['file:///a/', 'file:///a', 'file:///'].map(canonicalFolder), [
      'file:///a',
      'file:///a',
      'file:///',
    ]);
  });
});

describe('no URI is too odd', () => {
  for (const [uri, spelled] of [
    ['file:////server/share/x.json', 'file://server/share/x.json'],
    ['a b:/x.json', 'untitled:a%20b%3A/x.json'],
    ['file:///\ud800.json', 'file:///%EF%BF%BD.json'],
    ['\udc00', 'file:///%EF%BF%BD'],
    ['////', 'untitled:'],
    ['', 'file:///'],
  ] as const) {
    it(`${JSON.stringify(uri)} → ${spelled}`, () => assert.equal(canonical(uri), spelled));
  }

  it('10,000 characters, and parts of characters without an end', () => {
    for (const uri of [`file:///${'x'.repeat(10_000)}`, `file:///${'%FF'.repeat(100_000)}`]) {
      assert.equal(canonical(canonical(uri)), canonical(uri));
    }
  });

  it('every function answers, and a canonical URI is its own', () => {
    const parts = fc.constantFrom(
      'file:',
      '//',
      '/',
      'a b',
      'C:',
      '\\',
      '..',
      '%',
      '%FF',
      '?',
      '#',
      '\ud800',
      '[',
      '@',
      'ü',
    );
    const odd = fc.oneof(
      anyText,
      fc.array(parts).map((each) => each.join('')),
    );
    const law = fc.property(odd, odd, (uri, other) => {
      assert.equal(canonical(canonical(uri)), canonical(uri));
      for (const answer of [nameOf, folderOf, canonicalFolder, decoded, isUntitled, isStored, readStoredUri])
        answer(uri);
      for (const answer of [pathInside, displayPath, join]) answer(uri, other);
      assert.ok(foldersUpward(uri, other).length > 0);
      assert.deepEqual(readStoredUri(storedUri({ request: canonical(uri), when: {} })), {
        request: canonical(uri),
        when: {},
      });
    });
    fc.assert(law, runs(300));
  });
});

describe('paths', () => {
  it('the name is decoded', () => assert.equal(nameOf('file:///d/a%20%23%25.json'), 'a #%.json'));

  for (const [folder, file, path] of [
    ['file:///d', 'file:///d/e/f%25.json', 'e/f%.json'],
    ['file:///', 'file:///f.json', 'f.json'],
    ['file:///d', 'file:///de/f.json', undefined],
    ['file:///d', 'file:///d', undefined],
  ] as const) {
    it(`from ${folder} to ${file}: ${path ?? 'not inside'}`, () => assert.equal(pathInside(folder, file), path));
  }

  it('a path is joined as vscode-uri joins it, whether or not it is looked at as a URI', () => {
    const segment = fc.stringMatching(/^[a-z.% _-]{0,3}$/);
    const law = fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
      const path = segments.join('/');
      fc.pre(path !== '');
      const folder = URI.parse('file:///d');
      assert.equal(join(folder.toString(), path), Utils.joinPath(folder, path).toString());
    });
    fc.assert(law, runs(300));
  });

  it('joined paths may climb', () => assert.equal(join('file:///a/b', '../c d.json'), 'file:///a/c%20d.json'));

  it('shown as a person writes them', () => {
    assert.equal(displayPath('file:///d', 'file:///d/100%25.json'), '100%.json');
    assert.equal(displayPath('file:///d', 'file:///e/100%25.json'), '/e/100%.json');
    for (const folder of ['file:///d', 'file:///d/']) assert.equal(displayPath(folder, 'file:///d'), '.');
  });

  it('never saved', () => assert.deepEqual(['untitled:a', 'file:///a'].map(isUntitled), [true, false]));
});

describe('the folders above a file', () => {
  for (const [file, root, folders] of [
    ['file:///a/b/c.json', undefined, ['file:///a/b', 'file:///a', 'file:///']],
    ['file:///a/b/c.json', 'file:///a', ['file:///a/b', 'file:///a']],
    ['file:///a/b/c.json', 'file:///a/b', ['file:///a/b']],
    ['file:///c%3A/d/e.json', undefined, ['file:///c%3A/d', 'file:///c%3A', 'file:///']],
    ['untitled:x.json', undefined, ['untitled:']],
  ] as const) {
    it(`${file} up to ${root ?? 'the top'}`, () => assert.deepEqual(foldersUpward(file, root), folders));
  }
});

describe('the quick ways give the same as the library', () => {
  const folders = [
    'file:///a',
    'file:///a/b.c',
    'file:///c%3A',
    'file:///a%20b/%25',
    'file://host/share',
    'vscode-vfs://github/o',
    'untitled:x',
  ];
  const names = ['a.json', '..a', 'a..', 'a-b_c.json', '.git', '...', 'x y', 'ü', '100%', '#', 'a?b', '~', '(x)', '@'];
  for (const folder of folders) {
    it(folder, () => {
      for (const name of names) {
        const uri = Utils.joinPath(URI.parse(folder), name).toString();
        assert.deepEqual([join(folder, name), nameOf(uri)], [uri, name]);
        assert.equal(folderOf(uri), Utils.dirname(URI.parse(uri)).toString());
      }
    });
  }
});

describe('the URI of a request as it is stored', () => {
  const when = { 'meeting.password': false, 'lock.passcode': 'unlocked' } as const;
  for (const request of [
    'file:///a/b.zoom-create.json',
    'file:///c%3A/a%20b/%C3%BC%23%25%3F.zoom-update.jsonc',
    'file://host/share/a.json',
    'vscode-vfs://github/o/a%2Bb.json',
    'untitled:x',
  ]) {
    it(request, () => {
      const uri = storedUri({ request, when });
      assert.deepEqual(readStoredUri(uri), { request, when });
      assert.deepEqual(readStoredUri(URI.parse(uri).toString()), { request, when }, 'as an editor hands it back');
      assert.equal(URI.parse(uri).path, URI.parse(request).path.replace(/\.json$/, '.jsonc'));
      assert.ok(isStored(uri) && !isStored(request));
    });
  }

  it('of a body in a document or in code is JSON, too', () => {
    const uri = storedUri({ request: 'file:///a/create.py', name: 'create', when });
    assert.equal(URI.parse(uri).path, '/a/create.py.jsonc');
  });

  it('of anything else there is none', () => {
    for (const uri of [
      'file:///a?{"request":"file:///b"}',
      'zoom-stored:/a',
      'zoom-stored:/a?null',
      'zoom-stored:/a?{}',
      '',
    ]) {
      assert.equal(readStoredUri(uri), undefined, uri);
    }
  });
});
