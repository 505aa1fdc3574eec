import { importProfile, listUnresolved } from '../../shared/index.ts';
import type { ImportAnswer, ImportParams } from '../../shared/protocol.ts';

/** For an editor that has the texts and asks for the profile; it writes the file itself. */
export function importResponses({ files, ...options }: ImportParams): ImportAnswer {
  const imported = importProfile(files, options);
  if (imported.state !== 'profile') return imported;
  return { ...imported, unresolved: listUnresolved(imported.unresolved) };
}
