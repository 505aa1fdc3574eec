import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readMarkdown } from '../../../shared/containers/markdown.ts';
import { readShell } from '../../../shared/containers/shell.ts';
import { contained } from '../../support/contained.ts';
import { runs } from '../../support/rotation.ts';

const script = `A="x $B"; f() { curl -d @- "$U/users/me/meetings" <<-EOF | jq .
\t{ "topic": "\${A:-x}", "n": $((1 + 2)) }
\tEOF
}
if [ -n "$1" ]; then curl -X PATCH /meetings/1 -d $'{"a":"\\u0041"}' --json "$(cat <<'END'
{}
END
)"; fi`;
const document = `# POST /users/me/meetings\n\n1. > \`\`\`sh\n   > ${script.replaceAll('\n', '\n   > ')}\n   > \`\`\`\n\n~~~json zoom-create\n{}\n~~~\n`;

/** Throws where a reader throws, and never ends where one does not. */
describe('readers bear any text', () => {
  for (const [what, read, text, ending] of [
    ['a script', readShell, script, 'sh'],
    ['a document', readMarkdown, document, 'md'],
  ] as const) {
    it(`every beginning of ${what}`, () => {
      for (let end = 0; end <= text.length; end++) contained(read, text.slice(0, end), ending);
    });

    it(`${what} with signs put anywhere`, () => {
      const signs = fc.constantFrom(
        ...'\'"`$(){}<>|&;\\\n\r\t #=@'.split(''),
        '$(',
        '${',
        '<<A',
        '\uD800',
        '\0',
        '```',
      );
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(text.length), signs), { maxLength: 8 }), (cuts) => {
          const mangled = cuts.reduce((all, [at, sign]) => all.slice(0, at) + sign + all.slice(at + 1), text);
          contained(read, mangled, ending);
        }),
        runs(200),
      );
    });
  }
});
