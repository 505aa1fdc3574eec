import type { Location, Position } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fieldAt } from '../fieldAt.ts';
import type { Inspection } from '../inspect.ts';
import { placeInProfile } from '../profilePlace.ts';

/** From a security field to the setting of the lock profile that decides about it; undefined where the profile has none. */
export function definition(text: TextDocument, inspection: Inspection, position: Position): Location | undefined {
  if (inspection.kind !== 'request') return undefined;
  const field = fieldAt(inspection, text.offsetAt(position));
  return field && placeInProfile(inspection, field.setting);
}
