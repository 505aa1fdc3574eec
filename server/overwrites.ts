import type { Location } from 'vscode-languageserver-protocol';
import { toRange } from './convert.ts';
import { allFindings } from './inspect.ts';
import type { Inspected } from './session.ts';

/** A field that Zoom stores differently, for certain, and what in the lock profile makes it so. */
export interface Overwritten {
  readonly profile: string;
  /** The key of the profile: "waitingRoom". */
  readonly key: string;
  readonly location: Location;
}

export function overwrittenFields({ text, inspection }: Inspected): readonly Overwritten[] {
  if (inspection?.kind !== 'request' || !inspection.file.profile) return [];
  const { uri: profile } = inspection.file.profile;
  return allFindings(inspection).flatMap(({ code, change, cause, span }) => {
    return code.endsWith('-overwritten') && change?.certain && cause
      ? [{ profile, key: cause, location: { uri: text.uri, range: toRange(text, span) } }]
      : [];
  });
}
