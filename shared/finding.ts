/** Plain, serialisable data at the bottom of everything: where something is, what is wrong there, what fixes it. */

import type { Text } from './text.ts';

/** A stretch of text: UTF-16 code units from the start of the document, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * error: Zoom refuses it or it cannot work. warning: what was written is not what is stored.
 * information: Zoom does something that the request does not ask for. hint: the rest.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Property names from the root of the document down; in a list, the number of the item, counted from 0. */
export type Path = readonly string[];

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a fix does to the document, by path. Whoever holds the text turns it into edits (`json/edit.ts`). */
export type Change =
  | { readonly op: 'set'; readonly path: Path; readonly value: JsonValue }
  /** A fresh passcode that obeys the profile; made by whoever has a source of random numbers. */
  | { readonly op: 'generate-passcode'; readonly path: Path }
  | { readonly op: 'remove'; readonly path: Path }
  /** Takes the value with its text as it is; what the target held is replaced. */
  | { readonly op: 'move'; readonly path: Path; readonly to: Path }
  /** Puts the value at the end of a list; where there is none, or null, a list of it alone. */
  | { readonly op: 'append'; readonly path: Path; readonly value: JsonValue }
  /** Removes the property, the item of a list or the comment at this offset: the way to name one of several alike. */
  | { readonly op: 'remove-at'; readonly offset: number }
  /** Gives another key to the property at this offset. */
  | { readonly op: 'rename-at'; readonly offset: number; readonly key: string };

export interface Fix {
  readonly title: Text;
  readonly changes: readonly Change[];
  /** At most one fix of a finding is preferred. */
  readonly preferred?: boolean;
}

export interface Finding {
  /** Stable; the name of its page under docs/rules. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly span: Span;
  /** Works the fixes out, often by further predictions: for those who offer them alone. Each call returns the same. */
  readonly fixes: () => readonly Fix[];
  /** The key of the lock profile that causes it, where the profile holds one. */
  readonly cause?: string;
  /** unnecessary: what is there does nothing, and can be shown faded. deprecated: it has a successor, and can be struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /**
   * The field that Zoom stores differently from what was sent, where the finding is about that. Not certain: whether it
   * does depends on the meeting before the update, which is unknown.
   */
  readonly change?: { readonly field: string; readonly certain: boolean };
}

/** Replaces the text of `span` by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
