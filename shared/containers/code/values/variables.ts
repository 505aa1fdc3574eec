/** What a variable may be at a moment: the assignments that reach it. */

import { firstWhere } from '../../../json/ordered.ts';
import type { AssignStatement, Expression } from '../ir.ts';
import { type Block, type Event, isAround, type Place, placeOf, pushTo } from '../outline/events.ts';
import type { Frame, Moment, Scopes } from './scopes.ts';
import type { Work } from './work.ts';

/** A whole value that is assigned to a variable. */
export interface Definition {
  readonly variable: string;
  readonly moment: Moment;
  /** Undefined: it is declared without one, or what it is then is not known. */
  readonly value: Expression | undefined;
  readonly statement: AssignStatement;
}

interface Found {
  /** One of them is the value; none: a parameter, or something that is not in the file. */
  readonly definitions: readonly Definition[];
  /** A value that is not in the file is possible. */
  readonly isOpen: boolean;
  /** The function whose parameter it is. */
  readonly parameter?: { readonly frame: Frame; readonly index: number };
}

const nothing: Found = { definitions: [], isOpen: true };

/** A variable that may be more than so many values is a table of something. */
const mostOfOne = 400;

export class Variables {
  readonly work: Work;
  readonly #frames: readonly Frame[];
  /** The functions that change what is in a variable. */
  #changers: Map<string, Frame[]> | undefined;
  /** Assignments of what an object has, `this.body`, in any of its methods. */
  readonly #fields = new Map<string, Moment[]>();
  readonly #classes: ReadonlySet<string>;

  constructor({ frames }: Scopes, work: Work) {
    this.work = work;
    this.#frames = frames;
    this.#classes = new Set(frames.flatMap(({ outline }) => outline.classes));
    for (const frame of frames) {
      for (const [name, events] of frame.outline.mentions.wholes) {
        for (const at of isField(name) ? events : [])
          pushTo(this.#fields, name, { frame, block: (frame.events[at] as Event).block, at });
      }
    }
  }

  /** Of what it is a part. `Zoom.BASE` of a class is what its methods know as `this.BASE`. */
  placeOf(value: Expression): Place | undefined {
    const place = placeOf(value);
    const [field, ...path] = place?.path ?? [];
    return place && field !== undefined && this.#classes.has(place.variable)
      ? { variable: `this.${field}`, path }
      : place;
  }

  /** Events of the function that may change what is in the variable, from the first of these to before the second. */
  changes(frame: Frame, variable: string, from: number, to: number): readonly number[] {
    const changes = frame.outline.mentions.parts.get(variable) ?? [];
    const found = changes.slice(
      firstWhere(changes, (at) => at >= from),
      firstWhere(changes, (at) => at >= to),
    );
    this.work.add(found.length);
    return found;
  }

  /** Functions inside of this one that change what is in the variable, unless it is one of their own; of a field, any other. */
  changers(variable: string, within: Frame): readonly Frame[] {
    const frames = this.#changersOf(variable);
    this.work.add(frames.length);
    const others = frames.filter((frame) => frame !== within);
    if (isField(variable)) return others;
    return others
      .filter((frame) => isInside(frame, within))
      .filter((frame) => !frame.outline.mentions.wholes.has(variable) && parameterIndex(frame, variable) < 0);
  }

  #changersOf(variable: string): readonly Frame[] {
    if (!this.#changers) {
      this.#changers = new Map();
      for (const frame of this.#frames)
        for (const name of frame.outline.mentions.parts.keys()) pushTo(this.#changers, name, frame);
    }
    return this.#changers.get(variable) ?? [];
  }

  /** The value of a variable at a moment. */
  find(variable: string, moment: Moment): Found {
    this.work.add(1);
    let at: Moment | undefined = moment;
    let limit = moment.at;
    while (at && (at.frame.parent || !isField(variable))) {
      const found = this.#findIn(at, variable, limit);
      if (found) return found;
      const { frame }: Moment = at;
      const index = parameterIndex(frame, variable);
      if (index >= 0) return { ...nothing, parameter: { frame, index } };
      at = frame.parent;
      limit = frame.isHoisted || !at?.frame.parent ? Number.POSITIVE_INFINITY : (at?.at ?? 0);
    }
    return isField(variable) ? this.#field(variable) : nothing;
  }

  /** Set in another method, or where the class is defined: which of several was the last is not known. */
  #field(variable: string): Found {
    const moments = (this.#fields.get(variable) ?? []).slice(0, mostOfOne);
    this.work.add(moments.length);
    const definitions = moments.map((each) => definitionOf(each.frame.events[each.at] as Event, variable, each));
    const valued = definitions.filter(({ value }) => value !== undefined);
    return { definitions: valued, isOpen: definitions.length !== 1 || valued.length === 0 };
  }

  #findIn({ frame, block }: Moment, variable: string, limit: number): Found | undefined {
    const indexes = frame.outline.mentions.wholes.get(variable) ?? [];
    const isStraight = (at: number) => isAround((frame.events[at] as Event).block, block);
    const end = firstWhere(indexes, (at) => at >= limit);
    const isBefore = limit !== Number.POSITIVE_INFINITY;
    const start = isBefore ? lastBefore(indexes, end, isStraight) : indexes.findIndex(isStraight);
    const first = start < 0 ? undefined : indexes[start];
    const after = indexes.slice(start + 1, end).filter((at) => !isHidden(frame.events[at] as Event, block));
    if (first === undefined && after.length === 0) return undefined;
    const options = [...(first === undefined ? [] : [first]), ...after];
    this.work.add(isBefore ? end - start : end);
    const definitions = options.slice(0, mostOfOne).map((at) => {
      const event = frame.events[at] as Event;
      return definitionOf(event, variable, { frame, block: event.block, at });
    });
    const valued = definitions.filter(({ value }) => value !== undefined);
    const isOpen = definitions.some(({ value, statement }) => !value && (!statement.declares || valued.length === 0));
    return {
      definitions: valued,
      isOpen: isOpen || (first === undefined && (after.length < 2 || parameterIndex(frame, variable) >= 0)),
    };
  }
}

/** The index of the last of them before `end` that passes the test, -1 if none does. */
function lastBefore(indexes: readonly number[], end: number, test: (at: number) => boolean): number {
  for (let index = end - 1; index >= 0; index--) if (test(indexes[index] as number)) return index;
  return -1;
}

function isInside(frame: Frame, outer: Frame): boolean {
  for (let each: Frame | undefined = frame; each; each = each.parent?.frame) if (each === outer) return true;
  return false;
}

function isField(variable: string): boolean {
  return variable.startsWith('this.');
}

/** It is declared in a block that the moment is not in: another variable of that name. */
function isHidden({ statement, block }: Event, around: Block): boolean {
  return statement.kind === 'assign' && statement.declares && !isAround(block, around);
}

/** -1 where it is not one. */
function parameterIndex({ function: of }: Frame, variable: string): number {
  return of?.content.params.findIndex(({ name, names }) => name === variable || names?.includes(variable)) ?? -1;
}

function definitionOf({ statement }: Event, variable: string, moment: Moment): Definition {
  const assign = statement as AssignStatement;
  const isKnown = assign.target.kind !== 'other' && !assign.isUpdate && !assign.isDeleted;
  return { variable, moment, statement: assign, value: isKnown ? assign.value : undefined };
}
