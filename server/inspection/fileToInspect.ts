import {
  type ChosenSeverities,
  parse,
  type Reporting,
  reportUnread,
  type UnreadFile,
  wholeFile,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import type { Classification } from './classify.ts';
import type { Inspection } from './inspection.ts';
import { coversFile, type Inspecting } from './inspectRequest.ts';
import type { Overrides } from './profileInForce.ts';

export interface FileToInspect extends Inspecting {
  readonly uri: string;
  readonly text: string;
  /** The workspace folder or repository: profiles above it are ignored. Undefined: there is none. */
  readonly root: string | undefined;
  readonly overrides?: Overrides;
  readonly severities?: ChosenSeverities | undefined;
  /** The earlier inspections of the file: a request with the same text and surroundings keeps its inspection. */
  readonly previous?: readonly Inspection[];
  /** Returns true once the result is no longer wanted: the inspection then ends early, with whatever it has. */
  readonly isOutdated?: () => boolean;
}

export function unread(file: Classification, limit: UnreadFile, reporting: Reporting): Inspection {
  const report = reportUnread(limit, file.profile?.profile, reporting);
  return { kind: 'unread', document: parse(''), map: wholeFile(0), file, ...report };
}

/** `profile`: the URI of the one whose `ignore` entries apply. */
export function reportingOn(
  files: Files,
  profile: string | undefined,
  { uri, severities }: Pick<FileToInspect, 'uri' | 'severities'>,
): Reporting {
  return { covers: coversFile(files, profile, uri), severities };
}
