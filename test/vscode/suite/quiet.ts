import * as vscode from 'vscode';
import { check, extensionId, open, pause, type Story } from './support.ts';

/** A workspace without any Zoom file: the extension is not even loaded. */
export const quiet: Story[] = [
  [
    'a plain JSON file does not wake the extension',
    async () => {
      await open('settings.json', '{ "settings": { "waiting_room": false } }\n');
      await pause(1500);
      const extension = vscode.extensions.getExtension(extensionId);
      check(extension, 'the extension is not installed');
      check(!extension.isActive, 'the extension is active');
    },
  ],
];
