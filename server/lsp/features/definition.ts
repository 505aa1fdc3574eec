import type { DefinitionParams, Location } from 'vscode-languageserver-protocol';
import { profileKeyOf } from '../../../shared/index.ts';
import type { Subject } from '../../inspection/subject.ts';
import { fieldAt, placeInProfile } from '../places.ts';

/** From a security field to the setting of the lock profile that governs it; undefined where the profile lacks it. */
export function definition({ text, inspection }: Subject, { position }: DefinitionParams): Location | undefined {
  if (inspection.kind !== 'request') return undefined;
  const field = fieldAt(inspection, text.offsetAt(position));
  return field && placeInProfile(inspection, profileKeyOf(field.setting, inspection.context.account));
}
