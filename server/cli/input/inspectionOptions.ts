import type { Severities } from '../../../shared/index.ts';
import type { Overrides } from '../../inspection/profileInForce.ts';
import type { Terminal } from '../terminal.ts';

/** What all files are inspected with. */
export interface InspectionOptions {
  readonly overrides: Overrides;
  readonly severities?: Severities;
  /** Named files that are not ours are passed over. */
  readonly passesOverUnknown?: boolean;
  /** The user leaves some files out, which may use entries of lock profiles, too. */
  readonly leavesOut?: boolean;
  /** A file in which the lock profile lists requests may have none. */
  readonly allowsEmpty?: boolean;
}

/** Shows how far a long run is, and can end it. */
export type Watcher = Pick<Terminal, 'cwd' | 'world' | 'progress' | 'isInterrupted'>;
