import type { CheckedFile, Report } from '../checked.ts';
import type { Detail } from '../report.ts';

/** An output format of `check`. */
export interface Format {
  readonly name: string;
  /** What it needs of each finding besides what JSON says. */
  readonly detail?: (page: Page) => Detail;
  /** What is printed of a file once it is checked; without it, all is printed at the end. */
  readonly file?: (file: CheckedFile, page: Page) => string;
  /** What is printed at the end. */
  readonly end: (report: Report, page: Page) => string;
  /** It shows the pages of the rules. */
  readonly pages?: true;
  /** Its lines are commands for a CI system, which are printed as they are. */
  readonly commands?: true;
}

/** What it is printed on. */
export interface Page {
  /** In columns; undefined: lines are not broken. */
  readonly width: number | undefined;
  readonly colours: boolean;
  /** Nothing but findings is wanted. */
  readonly quiet: boolean;
}
