// biome-ignore-all lint/suspicious/noTemplateCurlyInString: those are variables of a shell
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readShell } from '../../../shared/containers/shell.ts';
import { contained, listed } from '../../support/contained.ts';

const url = 'https://api.zoom.us/v2/users/me/meetings';

function expectIn(script: string, ...expected: string[]): void {
  assert.deepEqual(listed(contained(readShell, script, 'sh')), expected);
}

// biome-ignore format: a table is read by its columns
const quotes: readonly (readonly [what: string, body: string, text: string])[] = [
  ['single quotes',              `'{"topic":"A"}'`,                           '{"topic":"A"}'],
  ['an apostrophe in them',      `'{"topic":"it'\\''s"}'`,                    '{"topic":"it\'s"}'],
  ['one in double quotes',       `'{"topic":"it'"'"'s"}'`,                    '{"topic":"it\'s"}'],
  ['double quotes',              `"{\\"topic\\":\\"A\\"}"`,                   '{"topic":"A"}'],
  ['escapes in them',            `"{\\"topic\\":\\"\\$5 \\\`a\\\` \\\\\\" \\n\\"}"`, '{"topic":"$5 `a` \\" \\n"}'],
  ['$ quotes',                   `$'{"topic":"it\\'s \\u0041\\x42\\103"}'`,   '{"topic":"it\'s ABC"}'],
  ['no quotes',                  `{\\"topic\\":\\"A\\"}`,                     '{"topic":"A"}'],
  ['several pieces',             `'{"topic":''"A"}'`,                         '{"topic":"A"}'],
  ['a variable between',         `'{"topic":"'"$T"'"}'`,                      '{"topic":"${T}"}'],
  ['a variable inside',          `"{\\"topic\\":\\"$T\\",\\"duration\\":$D}"`, '{"topic":"${T}","duration":${D}}'],
  ['a variable with a default',  `"{\\"topic\\":\\"\${T:-x}\\"}"`,            '{"topic":"${T}"}'],
  ['what a command prints',      `"{\\"topic\\":\\"$(date +%F)\\"}"`,         '{"topic":"${value}"}'],
  ['lines that go on',           `"{\\"topic\\":\\\n\\"A\\"}"`,               '{"topic":"A"}'],
  ['no variable: single quotes', `'{"topic":"\${T}"}'`,                       '{"topic":"${T}"}'],
  ['several lines',              `'{\n  "topic": "A"\n}'`,                    '{\n  "topic": "A"\n}'],
];

// biome-ignore format: a table is read by its columns
const commands: readonly (readonly [what: string, script: string, ...expected: string[]])[] = [
  ['-d alone sends a POST',   `curl ${url} -d '{}'`,                               'create "create" {}'],
  ['-X',                      `curl -X PATCH .../meetings/85746065 -d '{}'`,       'update 85746065 "update" {}'],
  ['-XPATCH',                 `curl -XPATCH .../meetings/85746065 -d '{}'`,        'update 85746065 "update" {}'],
  ['--request=',              `curl --request=PATCH --url=/meetings/1 --data='{}'`, 'update "update" {}'],
  ['-sSX',                    `curl -sSX POST -o out.json ${url} -d'{}'`,          'create "create" {}'],
  ['--json',                  `curl --json '{}' ${url}`,                           'create "create" {}'],
  ['--data-raw',              `curl ${url} --data-raw '{}'`,                       'create "create" {}'],
  ['--data-binary',           `curl --location ${url} --data-binary '{}'`,         'create "create" {}'],
  ['an occurrence',           `curl -X PATCH "/meetings/1?occurrence_id=2" -d '{}'`, 'update occurrence "update" {}'],
  ['lines that go on',        `curl ${url} \\\n  -H 'A: b' \\\r\n  -d '{}'`,       'create "create" {}'],
  ['lines that go on in Windows', `curl ${url} ^\r\n  -d "{\\"a\\":1}"`,           'create "create" {"a":1}'],
  ['a placeholder',           `curl -X PATCH https://api.zoom.us/v2/meetings/<meetingId> -d '{}'`, 'update "update" {}'],
  ['a file',                  `curl ${url} -d @a/b.json`,                          'file create a/b.json'],
  ['a file in quotes',        `curl ${url} --data-binary "@b.json"`,               'file create b.json'],
  ['a file by cat',           `curl ${url} -d "$(cat b.json)"`,                    'file create b.json'],
  ['a file by <',             `curl ${url} -d "$(< b.json)"`,                      'file create b.json'],
  ['a file through a pipe',   `cat b.json | curl -d @- ${url}`,                    'file create b.json'],
  ['a file as input',         `curl -d @- ${url} < b.json`,                        'file create b.json'],
  ['a file with variables',   `envsubst < b.json | curl -d @- ${url}`,             'file create b.json'],
  ['a file by a variable',    `F=b.json\ncurl -d "@$F" ${url}`,                    'file create b.json'],
  ['a file of any name',      `curl -d "@$1" ${url}`,                              'passed over: too-dynamic'],
  ['text through a pipe',     `echo '{}' | curl -d @- ${url}`,                     'create "create" {}'],
  ['the same in two lines',   `printf '%s' '{}' |\n  curl -d @- ${url} | jq .`,    'create "create" {}'],
  ['a here-document',         `curl -d @- ${url} <<EOF\n{ "a": "$B \\$C" }\nEOF\n`, 'create "create" { "a": "${B} $C" }'],
  ['one that is taken as it is', `curl -d @- ${url} <<'EOF' | jq .\n{ "a": "$B" }\nEOF\n`, 'create "create" { "a": "$B" }'],
  ['one with tabs',           `curl -d @- ${url} <<-EOF\n\t{\n\t\t"a": 1\n\t}\n\tEOF\n`, 'create "create" {\n"a": 1\n}'],
  ['one as an argument',      `curl ${url} -d "$(cat <<EOF\n{}\nEOF\n)"`,          'create "create" {}'],
  ['one in a file',           `cat > b.json <<EOF\n{}\nEOF\ncurl -d @./b.json ${url}`, 'create "create" {}'],
  ['a here-string',           `curl -d @- ${url} <<< '{}'`,                        'create "create" {}'],
  ['a body in a variable',    `B='{}'\ncurl ${url} -d "$B"`,                       'create "create" {}'],
  ['read into it',            `read -r -d '' B <<EOF\n{}\nEOF\ncurl ${url} -d "$B"`, 'create "create" {}'],
  ['one that is exported',    `export B='{}'; curl ${url} -d "\${B}"`,             'create "create" {}'],
  ['one after the other',     `B='{"a":1}'\ncurl ${url} -d "$B"\nB='{"a":2}'\ncurl ${url} -d "$B"`, 'create "create" {"a":1}', 'create "create (2)" {"a":2}'],
  ['a body that is not known', `curl ${url} -d "$1"`,                              'passed over: too-dynamic'],
  ['a body of one branch',    `if a; then B='{}'; fi\ncurl ${url} -d "$B"`,        'passed over: too-dynamic'],
  ['a URL of variables',      `U=https://api.zoom.us/v2; P=users/me\ncurl "$U/$P/meetings" -d '{}'`, 'create "create" {}'],
  ['values of variables',     `T=A\ncurl ${url} -d "{\\"topic\\":\\"$T\\"}"`,      'create "create" {"topic":"A"}'],
  ['a function',              `standup() {\n  curl ${url} -d '{}'\n}`,             'create "standup" {}'],
  ['a function, spelled out', `function standup {\n  curl ${url} -d '{}'\n}`,      'create "standup" {}'],
  ['in a condition',          `if ! curl ${url} -d '{}'; then echo no; fi`,        'create "create" {}'],
  ['in a command',            `ID=$(curl -s ${url} -d '{}' | jq .id)`,             'create "create" {}'],
  ['a function around it',    `api POST /users/me/meetings '{}'`,                  'create "create" {}'],
  ['httpie',                  `http POST ${url} <<< '{}'`,                         'create "create" {}'],
  ['httpie, raw',             `http --raw '{}' POST ${url}`,                       'create "create" {}'],
  ['httpie, by fields',       `http POST ${url} topic=A type:=2`,                  'passed over: not-json'],
  ['wget',                    `wget --post-data='{}' ${url}`,                      'create "create" {}'],
  ['wget with a method',      `wget --method=PATCH --body-data='{}' /meetings/1`,  'update "update" {}'],
  ['by its shape',            `zoom() { curl -X POST "$1" -d '{"topic":"A","settings":{"waiting_room":true}}'; }`, 'create "zoom" {"topic":"A","settings":{"waiting_room":true}}'],
  ['comments',                `# it's curl ${url} -d '{}'\necho a#b`],
  ['another endpoint',        `curl https://api.zoom.us/v2/users/me/webinars -d '{"topic":"A"}'`, 'passed over: endpoint'],
  ['other data',              `curl -X POST https://zoom.us/oauth/token -d 'grant_type=a'`],
  ['a query',                 `curl -G ${url} -d 'type=live'`],
  ['form data',               `curl ${url} -d topic=A -d type=2`,                  'passed over: not-json'],
  ['a webinar',               `curl ${url} -d '{"topic":"A","type":5}'`,           'passed over: endpoint'],
  ['text that is no JSON',    `curl ${url} -d 'topic'`,                            'passed over: not-json'],
];

describe('a body in a shell', () => {
  for (const [what, body, text] of quotes)
    it(what, () => expectIn(`curl ${url} -d ${body}`, `create "create" ${text}`));
});

describe('a command in a shell', () => {
  for (const [what, script, ...expected] of commands) it(what, () => expectIn(script, ...expected));
});
