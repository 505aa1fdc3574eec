import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { type Alternative, type FieldRow, predictionTable, propertiesAround } from '../../shared/index.ts';
import { toRange } from '../convert.ts';
import type { Scope, Subject } from '../feature.ts';
import { fieldAt } from '../fieldAt.ts';
import type { RequestInspection } from '../inspect.ts';
import { fieldTable, linkText, scenarioLink, sentCode, storedCode } from './markdown.ts';
import { profileHover } from './profileHover.ts';

/** On a security field what Zoom makes of it; on `settings` of all four; in a profile what a setting does; elsewhere nothing. */
export function hover(subject: Subject, { position }: HoverParams, scope: Scope): Hover | undefined {
  const { text, inspection } = subject;
  const kind = scope.client.hoverMarkup;
  if (inspection.kind === 'profile') return profileHover(text, inspection, position, kind);
  if (inspection.kind !== 'request') return undefined;
  const offset = text.offsetAt(position);
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
    scenarioLink(inspection.context.prediction),
    fieldTable(rows),
    profileLine(inspection, scope),
    body.whole ? '' : 'The body is broken: this is as far as it can be read.',
  ];
  const value = blocks.filter(Boolean).join('\n\n');
  const range = toRange(text, onSettings ? property.keySpan : property.span);
  return { contents: { kind, value: kind === 'markdown' ? value : plain(value) }, range };
}

function fieldBlocks({ name, sent, alternatives }: FieldRow): readonly string[] {
  const [only] = alternatives;
  if (only && alternatives.length === 1 && !only.when) {
    return [`**\`${name}\`: ${arrow(sent, only)}**`, reason(only)];
  }
  const lines = alternatives.map((each) => `- if ${each.when}: ${storedCode(each.stored)} (${each.basis})`);
  return [`**\`${name}\`: sent ${sentCode(sent)}; what Zoom stores depends**`, lines.join('\n')];
}

function arrow(sent: string, only: Alternative): string {
  return only.stored === 'depends'
    ? `sent ${sentCode(sent)}`
    : `sent ${sentCode(sent)} → stored ${storedCode(only.stored)}`;
}

function reason({ reason: text, basis, stored }: Alternative): string {
  if (!text) return '';
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return stored === 'depends' ? sentence : `${sentence} (${basis})`;
}

function profileLine({ file }: RequestInspection, { displayPath }: Scope): string {
  if (!file.profile) return 'No lock profile: what the account locks is unknown.';
  const { uri, problem } = file.profile;
  const broken = problem ? `, which ${problem} and says nothing` : '';
  return `Lock profile: [${linkText(displayPath(uri))}](${uri})${broken}`;
}

function plain(markdown: string): string {
  return markdown
    .replace(/\*\*|`/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\|[:\-|]+\|$\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, cells: string) => cells.replaceAll(' | ', '   '));
}
