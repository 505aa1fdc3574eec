import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { github } from '../../../../../server/cli/output/formats/github.ts';
import { run } from '../../../../support/cliRun.ts';
import { profileWith } from '../../../../support/profiles.ts';

const on = profileWith('W locked on · P unlocked · A unlocked');
const message = 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.';

describe('workflow commands of GitHub', () => {
  it('a line for each finding and problem, with the path from the root of the repository', async () => {
    const files = {
      'zoom-lock-profile.json': on,
      'a.zoom-create.json': '{ "password": "q8zXw2Lt",\n"settings": { "waiting_room": false } }',
    };
    const { out, code } = await run('check . gone --format github', files);
    assert.equal(
      out,
      `::warning file=work/a.zoom-create.json,line=2,endLine=2,col=31,endColumn=36,title=waiting-room-overwritten::${message}
::error title=zoom-request-lens::gone: no such file or folder
`,
    );
    assert.equal(code, 2);
  });

  it('escapes what would end a property or a message', () => {
    const place = { line: 0, character: 0 };
    const finding = {
      code: 'c',
      severity: 'hint' as const,
      message: '50 %\r\n::error::x, y',
      range: { start: place, end: { line: 1, character: 2 } },
      pointer: '',
      page: '',
    };
    const counts = { error: 0, warning: 0, information: 0, hint: 1 };
    const known = { requests: 1, unprofiled: 0, unsettled: 0, profiles: [], lists: false, counts };
    const files = [{ uri: '', file: '', fileInRoot: 'a:b,c%\n.json', ...known, findings: [finding] }];
    const report = {
      files,
      problems: [],
      hidden: 0,
      warningsFail: false,
      allowsNoProfile: false,
      version: '1',
      pages: new Map(),
    };
    const summary = { files: 1, requests: 1, withoutProfile: 0, errors: 0, warnings: 0, informations: 0, hints: 1 };
    assert.equal(
      github.end({ ...report, summary }, { width: undefined, colours: false, quiet: false }),
      '::notice file=a%3Ab%2Cc%25%0A.json,line=1,endLine=2,title=c::50 %25%0D%0A::error::x, y\n',
    );
  });

  it('says nothing where there is nothing to say', async () => {
    const { out } = await run('check . --format github', { 'zoom-lock-profile.json': on });
    assert.equal(out, '');
  });
});
