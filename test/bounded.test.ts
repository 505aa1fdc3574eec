/** No file of a user may end the process: the stack holds some ten thousand calls, and one call that many arguments. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recursiveIn, sourcesIn, spreadCallsIn } from './support/sources.ts';

const product = sourcesIn('client', 'server', 'shared');

/** Functions that take the members of a list one by one, and why it is short. */
const spread: Readonly<Record<string, string>> = {
  entriesOf: 'a path that a rule names',
  isLeftOut: 'a path that a rule names',
  profileSpan: 'a path that a rule names',
  percent: 'two operands',
  'vscode.window.showInformationMessage': 'one action or none',
};

/** Functions that call themselves, and what keeps them from doing so too often. */
const recursive: Readonly<Record<string, string>> = {
  'client/importProfile.ts converse': 'once for each question that the user answers',
  'server/worker.ts uniform': 'each time as likely as not to be the last',
  'server/files/listing.ts below': 'once more, for the folder itself',
  'server/standIn/schema.ts faultsIn': 'at most 20 levels, and requests are at most a megabyte',
  'shared/containers/variables.ts nodeWithValues': 'a tree is at most 200 levels deep',
  'shared/engine/cases.ts leavesOf': 'once for each fact of the engine',
  'shared/json/lookup.ts hasValue': 'a value that a fix writes',
  'shared/containers/code/outline/libraryCalls.ts mentions': 'code is read 200 levels deep',
  'shared/containers/code/outline/libraryCalls.ts serialised': 'code is read 200 levels deep',
  'shared/containers/code/languages/javascript/expressions.ts partsOf': 'an attribute of JSX holds no other',
  'shared/containers/code/languages/javascript/statements.ts effectsOf': 'once more, for the parts of a sequence',
  'shared/containers/code/languages/functions.ts #keep': 'code is read 200 levels deep',
  'shared/containers/code/outline/outline.ts #statements': 'code is read 200 levels deep',
  'shared/containers/code/outline/outline.ts #walk': 'code is read 200 levels deep',
  'shared/containers/code/sending/sending.ts #called': 'ends by itself below the eighth level',
  'shared/containers/code/sending/urls.ts callOf': 'ends by itself below the eighth level',
  'shared/containers/code/sending/urls.ts #layersOf': 'ends by itself below the third level',
  'shared/containers/code/sending/urls.ts textOf': 'ends by itself below the eighth level',
  'shared/containers/code/outline/urlSources.ts #members': 'code is read 200 levels deep',
  'shared/containers/code/outline/urlSources.ts #paths': 'code is read 200 levels deep',
  'shared/containers/code/outline/urlSources.ts #returned': 'code is read 200 levels deep',
  'shared/containers/code/outline/urlSources.ts #text': 'code is read 200 levels deep',
  'shared/json/holderEdits.ts inOneLine': 'a value that a fix writes',
  'shared/json/lookup.ts isWritten': 'a body in code is at most 40 levels deep',
  'shared/json/lookup.ts collect': 'a tree is at most 200 levels deep',
  'shared/text.ts say': 'as deep as texts of ours are put together',
};

function assertListed(found: readonly string[], reasons: Readonly<Record<string, string>>): void {
  assert.deepEqual([...new Set(found)].sort(), Object.keys(reasons).sort());
}

describe('what grows with a file', () => {
  it('is not handed over as arguments', () => {
    assertListed(product.flatMap(spreadCallsIn), spread);
  });

  it('is not gone through by recursion', () => {
    assertListed(
      product.flatMap((each) => recursiveIn(each).map((name) => `${each.file} ${name}`)),
      recursive,
    );
  });
});

describe('the patterns see what they are for', () => {
  it('members of a list as arguments, and not those of lists, objects and declarations', () => {
    const code =
      'a.push(...b); Math.max(0, ...c.map((d) => f(d))); new G(...h); [...i, j(...k)]; l({ ...m }); n = (...o: p[]) => q;';
    assert.deepEqual(spreadCallsIn({ code }), ['a.push', 'Math.max', 'G', 'j']);
  });

  it('functions and methods that call themselves, or are handed over', () => {
    const text = [
      'function a(b: number): number {',
      '  return a(b - 1);',
      '}',
      'function c(d: D): void {',
      '  d.each.forEach(c)',
      '}',
      'function e(f: F): void {',
      '  f.e();',
      '}',
      'class G {',
      '  h(): void {',
      '    this.h();',
      '  }',
      '}',
    ].join('\n');
    assert.deepEqual(recursiveIn({ file: 'a.ts', imports: [], text, code: text }), ['a', 'c', 'h']);
  });
});
