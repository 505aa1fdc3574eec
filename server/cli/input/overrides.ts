import { containerKind, fileKind, isCode } from '../../../shared/index.ts';
import { nameOf } from '../../files/uris.ts';
import type { Overrides } from '../../inspection/profileInForce.ts';
import type { Input } from './collect.ts';

/** `--operation` is meant for the files that the user picked; a folder contains other files, too. */
export function overridesFor({ uri, by }: Pick<Input, 'uri' | 'by'>, overrides: Overrides): Overrides {
  if (by === 'name' || !overrides.operation) return overrides;
  const kind = fileKind(nameOf(uri));
  const meant = kind === 'create' || kind === 'update' || (by === 'glob' && !kind);
  const { operation: _, ...others } = overrides;
  return meant ? overrides : others;
}

/** A document may name others as bodies, and so is inspected before them. */
export function mayNameOthers({ uri }: Pick<Input, 'uri'>): boolean {
  const kind = containerKind(uri);
  return kind !== undefined && !isCode(kind);
}
