import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import { profileName, profileTemplate, propertyAt, text } from '../../../shared/index.ts';
import { commands, writeProfileKind } from '../../../shared/protocol.ts';
import { folderOf, isUntitled, join } from '../../files/uris.ts';
import type { RequestSubject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { fieldAt } from '../places.ts';

/** A source action of every request without a lock profile. */
export function writeProfile(
  requests: readonly RequestSubject[],
  { client, runsCommands, rootOf, say }: FeatureContext,
): CodeAction[] {
  const without = requests.find(lacksProfile);
  if (!without) return [];
  const title = say(writeTitle);
  if (runsCommands) return [{ title, kind: writeProfileKind, command: { title, command: commands.writeProfile } }];
  if (!client.createsFiles) return [];
  const request = without.text.uri;
  const uri = join(rootOf(request) ?? folderOf(request), profileName);
  const start = { line: 0, character: 0 };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: say(profileTemplate) }],
      },
    ],
  };
  return [{ title, kind: writeProfileKind, edit }];
}

const writeTitle = text`Write a lock profile`;

/** Where what Zoom stores depends on the account, and nothing says what it locks: the two ways to describe it. */
export function describeAccount(
  requests: readonly RequestSubject[],
  range: Range,
  { runsCommands, say }: FeatureContext,
): CodeAction[] {
  const isMeant = (subject: RequestSubject) => lacksProfile(subject) && isAboutSecurity(subject, range);
  if (!runsCommands || !requests.some(isMeant)) return [];
  return [
    { title: say(writeTitle), command: commands.writeProfile },
    { title: say(text`Import a lock profile…`), command: commands.importProfile },
  ].map((command) => ({ title: command.title, kind: CodeActionKind.QuickFix, command }));
}

function lacksProfile({ text: { uri }, inspection: { file } }: RequestSubject): boolean {
  return !file.profile && !isUntitled(uri);
}

/** On a security field, the word `settings` or the brace before the body. */
function isAboutSecurity({ text: view, inspection }: RequestSubject, { start }: Range): boolean {
  const offset = view.offsetAt(start);
  const { root } = inspection.context.body;
  if (!root || fieldAt(inspection, offset)) return root !== undefined;
  const settings = propertyAt(root, ['settings'])?.keySpan;
  const brace = { start: root.span.start, end: root.span.start + 1 };
  return [brace, settings].some((span) => span && span.start <= offset && offset <= span.end);
}
