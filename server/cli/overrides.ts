import { fileKind } from '../../shared/index.ts';
import { nameOf } from '../files/uris.ts';
import type { Overrides } from '../inspection/profileInForce.ts';
import type { Input } from './collect.ts';

/** `--operation` is meant for the files that the user picked; a folder contains other files, too. */
export function overridesFor({ uri, by }: Pick<Input, 'uri' | 'by'>, overrides: Overrides): Overrides {
  if (by === 'name' || !overrides.operation) return overrides;
  const kind = fileKind(nameOf(uri));
  const meant = kind === 'create' || kind === 'update' || (by === 'glob' && !kind);
  const { operation: _, ...others } = overrides;
  return meant ? overrides : others;
}
