/** What the folders of a Postman collection give to the requests in them: the beginning of their names, and variables. */
import { jsonValue, stringContent } from '../../json/stringText.ts';
import { type Definition, type Variables, variablesFrom } from '../variables.ts';
import type { Item } from './items.ts';
import { listOf, recordOf, textOf } from './request.ts';

export interface Folder {
  readonly nameOf: (request: string) => string;
  readonly variables: Variables;
  /** The names of variables that scripts set. */
  readonly unsure: readonly string[];
}

/** A longer path is cut at its front: the name of the request itself is what distinguishes it from its neighbours. */
const longestPath = 100;

/** More are not carried from folder to folder: folders in folders would multiply them. */
const mostVariables = 1000;

/** By item. `known`: variables that are defined outside of the file. */
export function foldersIn(
  text: string,
  items: readonly Item[],
  unsure: readonly string[],
  known: Variables = new Map(),
): ReadonlyMap<Item, Folder> {
  const found = new Map<Item, Folder & { readonly path: string }>();
  for (const item of items.filter((each) => each.isFolder)) {
    const parent = item.parent && found.get(item.parent);
    const name = item.parent && item.name ? (stringContent(text, item.name) ?? '') : '';
    const path = shortened(parent?.path ? `${parent.path}/${name}` : name);
    const around = parent?.variables ?? known;
    const variables = around.size > mostVariables ? new Map<string, string>() : variablesOf(text, item, unsure, around);
    const nameOf = (request: string) => shortened(path === '' ? request : `${path}/${request}`);
    found.set(item, { path, nameOf, variables, unsure });
  }
  return found;
}

function shortened(path: string): string {
  const line = path.replace(/\s+/g, ' ').trim();
  return line.length > longestPath ? `…${line.slice(1 - longestPath)}` : line;
}

/** Of the item and of what it is in. */
export function variablesOf(text: string, item: Item, unsure: readonly string[], around: Variables): Variables {
  if (!item.variables) return around;
  const list = listOf(jsonValue(text.slice(item.variables.start, item.variables.end))).map(recordOf);
  return variablesFrom(list.filter(({ disabled }) => disabled !== true).map(definitionOf), unsure, around);
}

function definitionOf({ key, value }: Readonly<Record<string, unknown>>): Definition {
  return { name: textOf(key), value: textOf(value) };
}
