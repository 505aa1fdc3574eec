import * as vscode from 'vscode';
import { withoutLinks } from '../shared/text.ts';

/*
 * VS Code turns whatever looks like a link in a message into one, commands included. Most of our messages contain file
 * names or error texts that we do not control, so every message goes through here.
 */

/** The action that the user picks; undefined if none. */
export function showInformation(message: string, action?: string): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(message), ...(action ? [action] : []));
}

export function showError(message: string): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(withoutLinks(message));
}

/** A question with two answers, in this order; undefined if the user picks neither. */
export function askBefore(question: string, answer: string, other: string): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(question), answer, other);
}
