import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-protocol';
import { cursorAt, literalGlob, looksLikeBody, maxPatternLength } from '../../../shared/index.ts';
import type { ProfileInspection } from '../../inspection/inspection.ts';
import type { TextView } from '../../inspection/textView.ts';
import type { FeatureContext, UnlistedFile } from '../feature.ts';

/** More are of no use in a list. */
const mostFiles = 200;
/** What is read of them, in characters, to tell which look like bodies. */
const mostText = 5_000_000;

/**
 * Where the profile lists requests: the JSON files there are, and their folders. Not those that it lists already, or whose
 * name says what they are. What looks like a body comes first.
 */
export async function profileCompletion(
  source: TextView,
  { document, profile }: ProfileInspection,
  position: Position,
  { unlistedFiles }: FeatureContext,
): Promise<CompletionItem[] | undefined> {
  const cursor = cursorAt(document, source.offsetAt(position));
  if (cursor?.kind !== 'value' || String(cursor.path) !== 'requests,*,files') return undefined;
  const current = document.text.slice(cursor.span.start, cursor.span.end);
  const others = profile.requests.filter(({ files }) => JSON.stringify(files) !== current);
  const unlisted = await unlistedFiles(source.uri, others);
  const free = unlisted.toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostFiles);
  const { range } = source.editAt({ span: cursor.span, text: '' });
  return globsFor(
    free.map(({ path }) => path),
    await bodiesIn(free),
  ).map((glob, index) => ({
    label: glob,
    kind: glob.endsWith('*.json') ? CompletionItemKind.Folder : CompletionItemKind.File,
    filterText: JSON.stringify(glob),
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: JSON.stringify(glob) },
  }));
}

async function bodiesIn(files: readonly UnlistedFile[]): Promise<readonly string[]> {
  const bodies: string[] = [];
  let length = 0;
  for (const { path, read } of files) {
    if (length > mostText) break;
    const text = (await read()) ?? '';
    length += text.length;
    if (looksLikeBody(text)) bodies.push(path);
  }
  return bodies;
}

function globsFor(paths: readonly string[], bodies: readonly string[]): readonly string[] {
  const inOrder = [bodies, paths].flatMap((each) => [...foldersOf(each), ...each.map(literalGlob)]);
  return [...new Set(inOrder)].filter((glob) => glob.length <= maxPatternLength);
}

/** For each folder with several of the files, the pattern that matches its JSON files. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = paths
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  const several = folders.filter((folder, at) => folder !== '' && folders.indexOf(folder) < at);
  return [...new Set(several)].map((folder) => `${literalGlob(folder)}*.json`);
}
