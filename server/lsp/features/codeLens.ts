import type { CodeLens } from 'vscode-languageserver-protocol';
import { enforcementOf, propertyAt, scenarioSentence, settings, text } from '../../../shared/index.ts';
import { commands } from '../../../shared/protocol.ts';
import type { ProfileInspection } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import type { OverwrittenField } from '../places.ts';
import { requestLenses } from './requestLens.ts';

/**
 * Over a lock profile: which of Zoom's rows apply; over each of its settings: how many fields it overwrites. Over a
 * request: how much of it Zoom changes.
 */
export async function codeLenses(subject: Subject, _: unknown, scope: FeatureContext): Promise<CodeLens[]> {
  const { inspection } = subject;
  if (inspection.kind === 'request') return requestLenses(subject, scope);
  if (inspection.kind !== 'profile' || inspection.document.errors.length > 0) return [];
  const start = { line: 0, character: 0 };
  const title = scope.say(scenarioSentence(enforcementOf(inspection.profile)));
  const scenario = { range: { start, end: start }, command: { title, command: '' } };
  return [scenario, ...settingLenses(subject, inspection, await scope.overwrittenBy(subject.text.uri), scope)];
}

function settingLenses(
  { text: document }: Subject,
  { profile }: ProfileInspection,
  overwritten: readonly OverwrittenField[],
  scope: FeatureContext,
): CodeLens[] {
  return ['requireSecurityOption', ...settings, 'personalMeetingId'].flatMap((key) => {
    const span = propertyAt(profile.document.root, [key])?.keySpan;
    if (!span) return [];
    const range = document.rangeOf(span);
    const locations = overwritten.filter((each) => each.key === key).map(({ location }) => location);
    const title = scope.say(countText(locations.length, new Set(locations.map(({ uri }) => uri)).size));
    const command =
      scope.runsCommands && locations.length > 0
        ? { title, command: commands.showOverwritten, arguments: [document.uri, range.start, locations] }
        : { title, command: '' };
    return [{ range, command }];
  });
}

function countText(fields: number, files: number) {
  if (fields === 0) return text`Overwrites no field`;
  if (fields === 1) return text`Overwrites 1 field`;
  return files === 1
    ? text`Overwrites ${fields} fields in 1 file`
    : text`Overwrites ${fields} fields in ${files} files`;
}
