import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import {
  type Alternative,
  changeWords,
  type FieldRow,
  predictionTable,
  propertiesAround,
  rulesPage,
} from '../../shared/index.ts';
import { toRange } from '../convert.ts';
import type { Scope, Subject } from '../feature.ts';
import { fieldAt } from '../fieldAt.ts';
import type { RequestInspection } from '../inspect.ts';
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
    scenarioLine(inspection),
    table(rows),
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
  const lines = alternatives.map((each) => `- if ${each.when}: ${storedCode(each)} (${each.basis})`);
  return [`**\`${name}\`: sent ${code(sent)}; what Zoom stores depends**`, lines.join('\n')];
}

function arrow(sent: string, only: Alternative): string {
  return only.stored === 'depends' ? `sent ${code(sent)}` : `sent ${code(sent)} → stored ${storedCode(only)}`;
}

function reason({ reason: text, basis, stored }: Alternative): string {
  if (!text) return '';
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return stored === 'depends' ? sentence : `${sentence} (${basis})`;
}

function scenarioLine({ context }: RequestInspection): string {
  const { operation, scenario } = context.prediction;
  if (scenario === null) return '';
  return `[Zoom's ${operation} scenario ${scenario}](${rulesPage}#${operation}-a-meeting-api)`;
}

function table(rows: readonly FieldRow[]): string {
  const lines = rows.map(({ name, sent, alternatives }) => {
    const stored = [...new Set(alternatives.map(storedCell))].join(' or ');
    return `| \`${name}\` | ${code(sent)} | ${stored} |`;
  });
  return ['| field | sent | stored |', '|:--|:--|:--|', ...lines].join('\n');
}

/** Changes are told by a word, not by a colour. */
function storedCell(alternative: Alternative): string {
  const change = changeWords[alternative.effect];
  return change ? `${storedCode(alternative)} (${change})` : storedCode(alternative);
}

function storedCode({ stored }: Alternative): string {
  return /^(true|false)$/.test(stored) || !harmless.test(stored) ? literally(stored) : stored;
}

function code(sent: string): string {
  return harmless.test(sent) && /^–$| /.test(sent) ? sent : literally(sent);
}

/** Words that mean nothing to Markdown. An authentication option comes from the user's file and may hold anything. */
const harmless = /^[\w '–-]*$/;

/** Brackets would end the link. */
function linkText(path: string): string {
  return /[[\]\\`*<>]/.test(path) ? literally(path) : path;
}

/** As code on one line, in a fence that no backtick in the text can close; a bar would end the cell of a table. */
function literally(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const blank = runs.length > 0 ? ' ' : '';
  return fence + blank + text.replace(/\s+/g, ' ').replaceAll('|', '\\|') + blank + fence;
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
