import { editsFor, type Text, text } from '../../../shared/index.ts';
import type { ListRequestAnswer, ListRequestParams } from '../../../shared/protocol.ts';
import { folderOf, nameOf } from '../../files/uris.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';
import { fileInProfile, patternFrom } from '../places.ts';
import { workspaceEdit } from './edits.ts';

/** The edit that adds the file to the `requests` of the lock profile that governs it. */
export function listRequest(
  { uri, classification }: FileSubject,
  { operation }: ListRequestParams,
  context: FeatureContext,
): ListRequestAnswer {
  const { profile } = classification;
  if (!profile) return withoutProfile(uri, context);
  const place = fileInProfile(profile, uri);
  const value = place && { files: place.files, operation };
  const edits = value && editsFor(place.document, [{ op: 'append', path: ['requests'], value }], () => undefined);
  if (!edits) return refused(text`${nameOf(profile.uri)} cannot be read: fix it first.`, context);
  const textEdits = edits.map((each) => place.text.editAt(each));
  return { state: 'edit', profile: profile.uri, edit: workspaceEdit(profile.uri, textEdits, context) };
}

function withoutProfile(uri: string, context: FeatureContext): ListRequestAnswer {
  const files = patternFrom(context.rootOf(uri) ?? folderOf(uri), uri);
  return files === undefined
    ? refused(text`${nameOf(uri)} is not in a workspace folder.`, context)
    : { state: 'noProfile', files };
}

function refused(reason: Text, { say }: FeatureContext): ListRequestAnswer {
  return { state: 'refused', reason: say(reason) };
}
