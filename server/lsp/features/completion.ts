import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver-protocol';
import {
  type Alternative,
  type AuthenticationOption,
  basisWords,
  beginning,
  depends,
  type Suggestion,
  suggest,
  type Text,
  text,
} from '../../../shared/index.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { TextView } from '../../inspection/textView.ts';
import type { FeatureContext } from '../feature.ts';
import { profileCompletion } from './profileCompletion.ts';

/** The trigger characters of VS Code's own JSON support. */
export const completionTriggers = ['"', ':'];

/**
 * The security fields and their values, each with what Zoom would store. What Zoom stores as sent comes first. In a profile:
 * the files that it may list.
 */
export function completion(
  subject: Subject,
  { position }: CompletionParams,
  context: FeatureContext,
): CompletionItem[] | undefined | Promise<CompletionItem[] | undefined> {
  const { text: document, inspection } = subject;
  if (inspection.kind === 'profile') return profileCompletion(document, inspection, position, context);
  // Code has the completion of its own language.
  if (inspection.kind !== 'request' || inspection.document.code) return undefined;
  const suggestions = suggest(inspection.context, document.offsetAt(position), context.random);
  const options = new Map(inspection.context.profile?.options?.toReversed().map((each) => [each.id, each]));
  const profiled = inspection.context.profile !== undefined;
  return suggestions.map((each, index) => item(document, each, index, { options, profiled, context }));
}

/** What the words of a suggestion depend on. */
interface Wording {
  readonly options: ReadonlyMap<SuggestedValue, AuthenticationOption>;
  readonly profiled: boolean;
  readonly context: FeatureContext;
}

type SuggestedValue = Suggestion['value'];

function item(document: TextView, suggestion: Suggestion, index: number, wording: Wording): CompletionItem {
  const { context } = wording;
  const { edit, comma, alternatives } = suggestion;
  const short = shortly(alternatives);
  const description = short && context.say(short);
  const documentation = alternatives.map((each) => context.say(fully(each))).join('\n');
  const open = suggestion.value === '' && suggestion.writes === 'both' && context.client.snippets;
  const { range, newText } = document.editAt(edit);
  return {
    label: context.say(labelOf(suggestion, wording)),
    kind: suggestion.writes === 'value' ? CompletionItemKind.Value : CompletionItemKind.Property,
    filterText: filterText(suggestion, wording),
    sortText: `${isKept(alternatives) ? 0 : 1}${String(index).padStart(4, '0')}`,
    textEdit: { range, newText: open ? newText.replace('""', '"$1"') : newText },
    ...(open ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(comma ? { additionalTextEdits: [document.editAt(comma)] } : {}),
    ...(description ? (context.client.labelDetails ? { labelDetails: { description } } : { detail: description }) : {}),
    ...(documentation ? { documentation } : {}),
  };
}

function labelOf({ field, value, writes }: Suggestion, { options, profiled }: Wording): Text {
  if (writes === 'name' || value === undefined || value === '') return text`${field.name}`;
  const option = options.get(value);
  const words = field.name === 'password' ? passcodeWords(profiled) : (option?.name ?? value);
  if (writes === 'both') return text`${field.name}: ${words}`;
  return option?.default ? text`${words} (default)` : text`${words}`;
}

function passcodeWords(profiled: boolean): Text {
  return profiled ? text`a passcode that your account accepts` : text`a new passcode`;
}

/** With the opening quote, which is typed first. An option is found by its name and by its id. */
function filterText({ field, value, writes }: Suggestion, { options }: Wording): string {
  if (writes !== 'value') return JSON.stringify(field.name);
  if (typeof value !== 'string') return String(value);
  const option = options.get(value);
  return field.name === 'password' ? '"passcode"' : `"${option?.name ?? ''} ${value}"`;
}

function isKept(alternatives: readonly Alternative[]): boolean {
  return alternatives.length > 0 && alternatives.every(({ effect }) => effect === 'kept');
}

function shortly(alternatives: readonly Alternative[]): Text | undefined {
  const [only] = alternatives;
  if (!only) return undefined;
  if (alternatives.length > 1 || only.effect === 'none') return depends;
  return only.effect === 'kept' ? text`stored as sent` : text`stored: ${only.stored}`;
}

function fully({ when, stored, reason, effect, basis }: Alternative): Text {
  const how = basisWords[basis];
  if (when) return text`If ${when}: ${stored} (${how})`;
  if (effect === 'none') return reason ? text`${beginning(reason)}.` : depends;
  const outcome = effect === 'kept' ? text`Zoom stores it as sent` : text`Zoom will store ${stored}`;
  return reason ? text`${outcome}: ${reason}. (${how})` : text`${outcome}.`;
}
