import type { StoredMeeting } from './meeting.ts';

/** More than any test makes, and few enough to stay in memory. */
export const mostMeetings = 10_000;

/** In UTF-16 code units of what was sent: bodies may be as large as a meeting with thousands of invitees. */
const mostText = 50_000_000;

interface Kept {
  readonly meeting: StoredMeeting;
  readonly size: number;
}

/** The last 10,000 meetings, or fewer where they are large: the oldest is dropped. */
export class Meetings {
  readonly #kept = new Map<number, Kept>();
  readonly #newId: () => number;
  #size = 0;

  /** `newId` makes up an id, which may be taken. */
  constructor(newId: () => number) {
    this.#newId = newId;
  }

  freeId(): number {
    for (;;) {
      const id = this.#newId();
      if (!this.#kept.has(id)) return id;
    }
  }

  get(id: number): StoredMeeting | undefined {
    return this.#kept.get(id)?.meeting;
  }

  /** `size`: of the request that it comes from. A meeting that is there already keeps its place. */
  set(meeting: StoredMeeting, size: number): void {
    this.#size += size - (this.#kept.get(meeting.id)?.size ?? 0);
    this.#kept.set(meeting.id, { meeting, size });
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= mostMeetings && (this.#size <= mostText || this.#kept.size === 1)) break;
      this.delete(oldest);
    }
  }

  delete(id: number): boolean {
    this.#size -= this.#kept.get(id)?.size ?? 0;
    return this.#kept.delete(id);
  }

  /** In the order in which they were made. */
  of(host: string): readonly StoredMeeting[] {
    return [...this.#kept.values()].filter(({ meeting }) => meeting.host === host).map(({ meeting }) => meeting);
  }

  get count(): number {
    return this.#kept.size;
  }
}
