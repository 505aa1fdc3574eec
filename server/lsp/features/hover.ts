import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import {
  type Alternative,
  beginning,
  depends,
  type FieldRow,
  type Finding,
  joined,
  notesOn,
  possibilitiesOf,
  predictionTable,
  propertiesAround,
  type RequestContext,
  type Span,
  type Text,
  text,
} from '../../../shared/index.ts';
import type { RequestInspection } from '../../inspection/inspection.ts';
import {
  basisText,
  bold,
  bullets,
  fieldTable,
  linkText,
  literally,
  noteLine,
  scenarioLink,
  shown,
} from '../../inspection/markdown.ts';
import { governs } from '../../inspection/profileInForce.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';
import { fieldAt } from '../places.ts';
import { profileHover } from './profileHover.ts';

/**
 * On a security field: what Zoom stores, without what a finding there says already. On `settings`: what Zoom changes. In a
 * profile: what a setting does. Else undefined.
 */
export function hover(subject: Subject, { position }: HoverParams, context: FeatureContext): Hover | undefined {
  const { inspection } = subject;
  if (inspection.kind === 'profile') return profileHover(subject.text, inspection, position, context);
  if (inspection.kind !== 'request') return undefined;
  const offset = subject.text.offsetAt(position);
  const property = propertiesAround(inspection.document, offset).at(-1);
  if (!property) return undefined;
  const { body, prediction } = inspection.context;
  const field = fieldAt(inspection, offset);
  const isSettings = property.key === 'settings' && body.root?.properties.includes(property);
  const onSettings = isSettings && offset <= property.keySpan.end;
  if (!field && !onSettings) return undefined;
  if (inspection.asUpdate) {
    const blocks = eitherBlocks(inspection, inspection.asUpdate, field?.name);
    return hoverOf(
      subject,
      onSettings ? property.keySpan : property.span,
      [...blocks, profileLine(inspection, context)],
      context,
    );
  }
  const rows = predictionTable(body, prediction);
  const row = rows.find(({ name }) => name === field?.name);
  const reported = row && findingAt(inspection, row, offset);
  const basis = row && reported ? basisOf(row) : [];
  const blocks = [
    joined([...basis, ...scenarioLink(prediction), profileLine(inspection, context)], ' · '),
    ...(row && !reported ? fieldBlocks(row, inspection) : []),
    ...changedFields(rows, row, body.isComplete),
    ...notesOn(inspection.context).map(noteLine),
    ...(body.isComplete ? [] : [text`The body is broken. This shows what could be read.`]),
  ];
  return hoverOf(subject, reported?.span ?? (onSettings ? property.keySpan : property.span), blocks, context);
}

function hoverOf({ text }: Subject, span: Span, blocks: readonly Text[], { say, client }: FeatureContext): Hover {
  const kind = client.hoverMarkup;
  const value = say(joined(blocks, '\n\n'));
  return { contents: { kind, value: kind === 'markdown' ? value : plain(value) }, range: text.rangeOf(span) };
}

/** Where nothing says whether it is a create or an update: what is stored in either. */
function eitherBlocks(
  inspection: RequestInspection,
  { body, prediction }: RequestContext,
  name: FieldRow['name'] | undefined,
): readonly Text[] {
  const { context } = inspection;
  const row = predictionTable(context.body, context.prediction).find((each) => each.name === name);
  const other = predictionTable(body, prediction).find((each) => each.name === name);
  return row && JSON.stringify(row) === JSON.stringify(other)
    ? fieldBlocks(row, inspection)
    : [text`What Zoom stores depends on whether this creates or updates a meeting.`];
}

/** The finding that says at this place what Zoom stores in the field, all of it: the editor shows it beside the hover. */
function findingAt({ findings }: RequestInspection, row: FieldRow, offset: number): Finding | undefined {
  const found = findings.find(
    ({ change, span }) => change?.field === row.name && span.start <= offset && offset <= span.end,
  );
  return found?.change?.certain || row.alternatives[0]?.stored !== depends ? found : undefined;
}

function basisOf({ alternatives: [only, ...others] }: FieldRow): readonly Text[] {
  return only && others.length === 0 && only.stored !== depends ? [basisText(only)] : [];
}

/** The fields that Zoom may change, without the one that is shown already. */
function changedFields(rows: readonly FieldRow[], above: FieldRow | undefined, isComplete: boolean): readonly Text[] {
  const changed = rows.filter((row) => row.mayChange && row !== above);
  if (changed.length > 0) return [fieldTable(changed)];
  return above || !isComplete ? [] : [text`Zoom changes nothing here.`];
}

function fieldBlocks(row: FieldRow, { context }: RequestInspection): readonly Text[] {
  const { name, alternatives } = row;
  const field = literally(name);
  const sent = shown(row.sent);
  const [only] = alternatives;
  if (!only || alternatives.length > 1 || only.when || only.stored === depends) {
    return [bold(text`${field}: sent ${sent}. Zoom stores:`), ...possibleBlocks(row, context)];
  }
  return [bold(text`${field}: sent ${sent} → stored ${shown(only.stored)}`), ...reason(only)];
}

function possibleBlocks({ name, alternatives }: FieldRow, context: RequestContext): readonly Text[] {
  if (alternatives[0]?.stored === depends) {
    const { lines, wayOut } = possibilitiesOf(context, name, shown);
    return [bullets(lines), ...(wayOut ? [wayOut] : [])];
  }
  return [bullets(alternatives.map((each) => text`if ${each.when ?? ''}: ${shown(each.stored)} (${basisText(each)})`))];
}

function reason(alternative: Alternative): readonly Text[] {
  const { reason: clause } = alternative;
  return clause ? [text`${beginning(clause)}. (${basisText(alternative)})`] : [];
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
