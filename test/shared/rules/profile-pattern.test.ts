import { describe, it } from 'node:test';
import { expectProfileFindings } from '../../support/markers.ts';

const code = 'profile-pattern';
const help =
  'It matches nothing. A pattern can contain * and ? within a name, ** across folders, [a-z], [!a-z] and {a,b}; a character after a backslash is literal.';

describe(code, () => {
  it('on the pattern, in requests and ignore; nothing else is said of such an entry', () => {
    expectProfileFindings(
      `{
  "requests": [{ "files": "a/{b.json", "operation": "create" }],
//                        ^^^^^^^^^^^ ${code}: A brace is not closed in this pattern. ${help}
  "ignore": [{ "code": "passcode-generated", "files": "!a/*.json" }]
//                                                    ^^^^^^^^^^^ ${code}: An exclamation mark does not negate this pattern. ${help}
}`,
      { unmatched: [], used: [] },
    );
  });

  it('silent: a pattern that can be read, none, or something else', () => {
    expectProfileFindings('{ "requests": [{ "files": "{a,b}/**/[!x]?*.json", "operation": "create" }] }');
    expectProfileFindings('{ "ignore": [{ "code": "passcode-generated" }] }');
  });
});
