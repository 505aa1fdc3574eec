import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import {
  type Alternative,
  beginning,
  depends,
  type FieldRow,
  joined,
  notesOn,
  predictionTable,
  propertiesAround,
  type Text,
  text,
} from '../../../shared/index.ts';
import { governs } from '../../inspection/classify.ts';
import type { RequestInspection } from '../../inspection/inspection.ts';
import {
  basisText,
  bold,
  fieldTable,
  linkText,
  literally,
  noteLine,
  scenarioLink,
  shown,
} from '../../inspection/markdown.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { fieldAt } from '../places.ts';
import { profileHover } from './profileHover.ts';

/** On a security field: what Zoom stores. On `settings`: all four fields. In a profile: what a setting does. Else undefined. */
export function hover(subject: Subject, { position }: HoverParams, scope: FeatureContext): Hover | undefined {
  const { inspection } = subject;
  const kind = scope.client.hoverMarkup;
  if (inspection.kind === 'profile') return profileHover(subject.text, inspection, position, scope);
  if (inspection.kind !== 'request') return undefined;
  const offset = subject.text.offsetAt(position);
  const property = propertiesAround(inspection.document, offset).at(-1);
  if (!property) return undefined;
  const { body } = inspection.context;
  const field = fieldAt(inspection, offset);
  const isSettings = property.key === 'settings' && body.root?.properties.includes(property);
  const onSettings = isSettings && offset <= property.keySpan.end;
  if (!field && !onSettings) return undefined;
  const rows = predictionTable(body, inspection.context.prediction);
  const row = rows.find(({ name }) => name === field?.name);
  const blocks = [
    ...(row ? fieldBlocks(row) : []),
    fieldTable(rows),
    ...notesOn(inspection.context).map(noteLine),
    joined([...scenarioLink(inspection.context.prediction), profileLine(inspection, scope)], ' · '),
    ...(body.isComplete ? [] : [text`The body is broken. This shows what could be read.`]),
  ];
  const value = scope.say(joined(blocks, '\n\n'));
  const range = subject.text.rangeOf(onSettings ? property.keySpan : property.span);
  return { contents: { kind, value: kind === 'markdown' ? value : plain(value) }, range };
}

function fieldBlocks({ name, sent, alternatives }: FieldRow): readonly Text[] {
  const field = literally(name);
  const [only] = alternatives;
  if (only && alternatives.length === 1 && !only.when) {
    const arrow =
      only.stored === depends
        ? text`${field}: sent ${shown(sent)}`
        : text`${field}: sent ${shown(sent)} → stored ${shown(only.stored)}`;
    return [bold(arrow), ...reason(only)];
  }
  const lines = alternatives.map((each) =>
    joined(['-', text`if ${each.when ?? ''}: ${shown(each.stored)} (${basisText(each)})`], ' '),
  );
  return [bold(text`${field}: sent ${shown(sent)}; what Zoom stores depends on the case`), joined(lines, '\n')];
}

function reason(alternative: Alternative): readonly Text[] {
  const { reason: clause, stored } = alternative;
  if (!clause) return [];
  const sentence = text`${beginning(clause)}.`;
  return [stored === depends ? sentence : text`${sentence} (${basisText(alternative)})`];
}

function profileLine({ file }: RequestInspection, { displayPath }: FeatureContext): Text {
  if (!file.profile) return text`No lock profile: what the account locks is unknown.`;
  const { uri, problem } = file.profile;
  const link = `[${linkText(displayPath(uri))}](${uri})`;
  if (!problem) return text`Lock profile: ${link}`;
  return governs(file.profile)
    ? text`Lock profile: ${link}, which ${problem}: its last valid text is used until it is saved`
    : text`Lock profile: ${link}, which ${problem} and is treated as missing`;
}

function plain(markdown: string): string {
  return markdown
    .replace(/\*\*|`/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^\|[:\-|]+\|$\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, cells: string) => cells.replaceAll(' | ', '   '))
    .replaceAll('&#124;', '|');
}
