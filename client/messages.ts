import * as vscode from 'vscode';
import { withoutLinks } from '../shared/text.ts';

/*
 * VS Code makes links, those to commands among them, of whatever looks like one in a message. Names of files and reasons of
 * others are in most of ours, so that every message goes through here.
 */

/** The action that the user picks; undefined where none. */
export function showInformation(message: string, action?: string): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(message), ...(action ? [action] : []));
}

export function showError(message: string): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(withoutLinks(message));
}

/** A question with the answers that it offers, in their order. */
export function askBefore(question: string, answer: string, other: string): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(question), answer, other);
}
