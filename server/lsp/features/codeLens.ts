import type { CodeLens, Command } from 'vscode-languageserver-protocol';
import { propertyAt, settings, type Text, text } from '../../../shared/index.ts';
import { commands } from '../../../shared/protocol.ts';
import type { ProfileInspection } from '../../inspection/inspection.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import type { GovernedRequest } from '../places.ts';
import { requestLenses } from './requestLens.ts';

/** VS Code's own command. */
const problemsView = 'workbench.actions.view.problems';

/**
 * Over a lock profile: how many requests it governs, and what is reported in them; over each of its settings that
 * overwrites fields: how many. Over a request: how much of it Zoom changes.
 */
export async function codeLenses(subject: Subject, _: unknown, context: FeatureContext): Promise<CodeLens[]> {
  const { inspection } = subject;
  if (inspection.kind === 'request') return requestLenses(subject, context);
  // One that is half typed keeps the lenses of its last valid text: they would only flicker.
  if (inspection.kind !== 'profile' || inspection.inForce.document.errors.length > 0) return [];
  const governed = await context.governedBy(subject.text.uri);
  return [...fileLenses(governed, context), ...settingLenses(subject, inspection, governed, context)];
}

function fileLenses(governed: readonly GovernedRequest[], context: FeatureContext): CodeLens[] {
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const lens = (title: Text, command = ''): CodeLens => ({ range, command: { title: context.say(title), command } });
  if (governed.length === 0)
    return [lens(text`No requests yet: name a file NAME.zoom-create.json, or list it under ${'"requests"'}`)];
  const requests = governed.length === 1 ? text`Applies to 1 request` : text`Applies to ${governed.length} requests`;
  const found = countByCode(governed);
  return found ? [lens(requests), lens(found, context.runsCommands ? problemsView : '')] : [lens(requests)];
}

/** The most frequent codes; undefined where nothing is reported. */
function countByCode(governed: readonly GovernedRequest[]): Text | undefined {
  const counts = new Map<string, number>();
  for (const code of governed.flatMap(({ codes }) => codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3);
  const words = most.map(([code, count]) => `${code} ${count}`).join(', ');
  if (counts.size === 0) return undefined;
  return counts.size > most.length ? text`${words} and ${counts.size - most.length} more codes` : text`${words}`;
}

function settingLenses(
  { text: document }: Subject,
  { inForce }: ProfileInspection,
  governed: readonly GovernedRequest[],
  { say, runsCommands }: FeatureContext,
): CodeLens[] {
  const overwritten = governed.flatMap((each) => each.overwritten);
  return ['requireSecurityOption', ...settings, 'personalMeetingId'].flatMap((key) => {
    const span = propertyAt(inForce.document.root, [key])?.keySpan;
    const locations = overwritten.filter((each) => each.key === key).map(({ location }) => location);
    if (!span || locations.length === 0) return [];
    const range = document.rangeOf(span);
    const title = say(countText(locations.length, new Set(locations.map(({ uri }) => uri)).size));
    const show: Command = {
      title,
      command: commands.showOverwritten,
      arguments: [document.uri, range.start, locations],
    };
    return [{ range, command: runsCommands ? show : { title, command: '' } }];
  });
}

function countText(fields: number, files: number): Text {
  if (fields === 1) return text`Overwrites 1 field`;
  return files === 1
    ? text`Overwrites ${fields} fields in 1 file`
    : text`Overwrites ${fields} fields in ${files} files`;
}
