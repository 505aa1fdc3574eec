/** Every command of the command line: what runs, the help and the completion come from this one list. */

import type { Command } from '../arguments/command.ts';
import type { OptionName } from '../arguments/options.ts';
import { formats } from '../output/formats/formats.ts';
import { prepareCheck } from './check.ts';
import { completionScript, type Shell, shells } from './completions.ts';
import { prepareExplain } from './explain.ts';
import { prepareImport } from './import.ts';
import { prepareInit } from './init.ts';
import { prepareFiles } from './listFiles.ts';
import { preparePredict } from './predict.ts';
import { prepareServe } from './serve.ts';
import { prepareVerify } from './verify.ts';

/** What says which files a command is about. */
const selecting: readonly OptionName[] = [
  'operation',
  'profile',
  'meeting',
  'exclude',
  'no-gitignore',
  'ignore-unknown',
  'stdin-filepath',
];

export const commands: readonly Command[] = [
  {
    name: 'predict',
    operands: 'PATH…',
    summary: 'show what Zoom will store for each request',
    options: ['format', 'diff', ...selecting, 'set-severity'],
    formats: ['text', 'json'],
    prepare: preparePredict,
  },
  {
    name: 'check',
    operands: 'PATH…',
    summary: 'report what Zoom will change, add or refuse',
    options: [
      'format',
      'min-severity',
      'max-warnings',
      'quiet',
      'fix',
      'write-stored',
      'dry-run',
      ...selecting,
      'allow-empty',
      'allow-no-profile',
      'set-severity',
    ],
    formats: formats.map(({ name }) => name),
    prepare: prepareCheck,
  },
  {
    name: 'explain',
    operands: 'CODE|PATH…',
    summary: 'explain a rule, or step by step what a file is and what Zoom stores, as Markdown',
    options: [...selecting, 'set-severity'],
    prepare: prepareExplain,
  },
  {
    name: 'verify',
    operands: 'PATH…',
    summary: 'compare saved responses of Zoom (NAME.zoom-response.json) with the prediction',
    options: ['format', 'record', 'profile', 'meeting', 'exclude', 'no-gitignore', 'set-severity'],
    formats: ['text', 'json'],
    prepare: prepareVerify,
  },
  {
    name: 'serve',
    operands: '',
    summary: 'stand in for Zoom in tests: answer on this machine as Zoom would, by the lock profile',
    options: ['port', 'profile', 'record'],
    prepare: prepareServe,
  },
  {
    name: 'files',
    operands: 'PATH…',
    summary: 'list what would be checked, and what not and why',
    options: ['format', ...selecting],
    formats: ['text', 'json'],
    prepare: prepareFiles,
  },
  {
    name: 'init',
    operands: '[FOLDER]',
    summary: 'write a lock profile: from options, or else from the answers to questions',
    options: ['plan', 'waiting-room', 'passcode', 'authentication', 'rules', 'force'],
    notes:
      'What you do not say is unknown. STATE: on-locked means that every meeting has it, off that it is off and not locked.',
    prepare: prepareInit,
  },
  {
    name: 'import',
    operands: 'FILE…',
    summary: "create a lock profile from saved responses of Zoom's settings endpoints",
    options: ['level', 'groups', 'output', 'force'],
    prepare: prepareImport,
  },
  {
    name: 'completions',
    operands: shells.join('|'),
    choices: shells,
    summary: 'print a script that completes the command line in a shell',
    options: [],
    prepare({ operands: [shell] }) {
      if (shell === undefined) return { problem: `completions needs one of ${shells.join(', ')}.` };
      return async (terminal) => {
        terminal.out(completionScript(shell as Shell, commands));
        return 0;
      };
    },
  },
  {
    name: 'lsp',
    operands: '',
    summary: 'speak the Language Server Protocol',
    options: ['stdio'],
    // The process has started the server already where it can.
    prepare: () => ({ problem: 'lsp needs --stdio.' }),
  },
];
