import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { bundle, folderWith } from '../support/cliRun.ts';

/** The configuration of docs/editors.md in the Neovim that is installed. Needs `dist/`: node esbuild.mjs. */

const version = /^NVIM v(\d+)\.(\d+)/.exec(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const knowsConfig = version !== null && (Number(version[1]) > 0 || Number(version[2]) >= 11);
const heading = knowsConfig ? 'Neovim 0.11 and newer' : 'Neovim 0.7 to 0.10';
const skip =
  (!version && 'Neovim is not installed') || (process.platform === 'win32' && 'the command is a shell script');

const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8');
const section = page.split(/^(?=\*\*)/m).find((each) => each.startsWith(`**${heading}**`)) ?? assert.fail(heading);
const configuration = /```lua\n(.*?)```/s.exec(section)?.[1] ?? assert.fail(section);

const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false, "meeting_authentication": false } }';
const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'zoom-lock-profile.json': '{ "waitingRoom": { "enabled": true, "locked": true } }',
  'a.zoom-create.json': body,
  'broken.zoom-create.json': body.slice(0, -1),
  'team/zoom-lock-profile.json': '{ "authentication": { "enabled": true, "locked": true } }',
  'team/a.zoom-create.jsonc': body,
};

/** In the language of every Neovim since 0.7. `codes` waits until the file has as many findings as it should. */
const helpers = `
local told = {}
local function tell(name, value) told[name] = value end
local function codes(file, count)
  local buffer = vim.fn.bufnr(file)
  vim.wait(30000, function() return #vim.diagnostic.get(buffer) == count end, 20)
  local found = vim.tbl_map(function(each)
    return each.code or each.user_data.lsp.code
  end, vim.diagnostic.get(buffer))
  table.sort(found)
  return table.concat(found, ' ')
end
local function finish()
  vim.fn.writefile({ vim.fn.json_encode(told) }, 'told.json')
  vim.cmd('qa!')
end
`;

describe(`${version?.[0] ?? 'Neovim'}, as "${heading}" in docs/editors.md sets it up`, { skip }, () => {
  it('one server for the repository, findings by the nearest profile, and again when it is edited', async (test) => {
    const told = await inNeovim(
      test,
      configuration,
      `
      vim.cmd('edit a.zoom-create.json')
      tell('request', codes('a.zoom-create.json', 1))
      vim.cmd('edit team/a.zoom-create.jsonc')
      tell('team', codes('team/a.zoom-create.jsonc', 2))
      vim.cmd('edit broken.zoom-create.json')
      tell('broken', codes('broken.zoom-create.json', 2))
      vim.cmd('edit zoom-lock-profile.json')
      vim.api.nvim_buf_set_lines(0, 0, -1, false, { '{ "waitingRoom": { "enabled": true, "locked": false } }' })
      tell('edited', codes('a.zoom-create.json', 0))
      tell('servers', #(vim.lsp.get_clients or vim.lsp.get_active_clients)())
      `,
    );
    assert.deepEqual(told, {
      request: 'waiting-room-overwritten',
      team: 'authentication-option-added authentication-overwritten',
      broken: 'json-syntax waiting-room-overwritten',
      edited: '',
      servers: 1,
    });
  });

  it('beside a JSON language server: broken JSON is left to that', async (test) => {
    const beside = configuration.replace('-- init_options', 'init_options');
    assert.notEqual(beside, configuration);
    const told = await inNeovim(
      test,
      beside,
      `
      vim.cmd('edit broken.zoom-create.json')
      tell('broken', codes('broken.zoom-create.json', 1))
      `,
    );
    assert.deepEqual(told, { broken: 'waiting-room-overwritten' });
  });
});

/** Runs the script where only `configuration` has been read; returns what it told. */
async function inNeovim(test: TestContext, configuration: string, script: string): Promise<unknown> {
  const command = `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`;
  const home = folderWith(test, { 'init.lua': configuration, 'bin/zoom-request-lens': command });
  chmodSync(join(home, 'bin/zoom-request-lens'), 0o755);
  const cwd = folderWith(test, { ...files, 'script.lua': `${helpers}${script}\nfinish()` });
  const { PATH } = process.env;
  const env = {
    ...process.env,
    PATH: `${join(home, 'bin')}${delimiter}${PATH}`,
    ...Object.fromEntries(['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME'].map((name) => [name, home])),
  };
  const args = ['--headless', '-n', '-i', 'NONE', '-u', join(home, 'init.lua'), '-c', 'luafile script.lua'];
  const { stderr } = await promisify(execFile)('nvim', args, { cwd, env, timeout: 50_000 });
  assert.doesNotMatch(stderr, /\bE\d+:|Error/);
  return JSON.parse(readFileSync(join(cwd, 'told.json'), 'utf8'));
}
