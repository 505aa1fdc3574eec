import { type StandInOptions, standInApp } from '../../server/standIn/app.ts';
import { parse, readProfile } from '../../shared/index.ts';

/** What a test needs of an answer. */
export interface Answer {
  readonly status: number;
  /** Undefined where there is none. */
  readonly body: AnswerBody | undefined;
}

/** What tests read of a meeting, a list, an error or a token. */
interface AnswerBody {
  readonly id?: number;
  readonly topic?: string;
  readonly start_time?: string;
  readonly password?: string;
  readonly join_url?: string;
  readonly settings?: Readonly<
    Partial<Record<'waiting_room' | 'meeting_authentication' | 'join_before_host', boolean>>
  > & {
    readonly authentication_option?: string;
    readonly audio?: string;
  };
  readonly meetings?: readonly { readonly id: number; readonly topic: string }[];
  readonly next_page_token?: string;
  readonly code?: number;
  readonly message?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly access_token?: string;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** The stand-in in this process, without a port. `profile`: its JSON. */
export function standIn(profile: string, more: Partial<StandInOptions> = {}): Ask {
  let next = 0;
  const app = standInApp({
    profile: readProfile(parse(profile)),
    random: (below) => next++ % below,
    now: () => '2026-11-24T09:00:00Z',
    ...more,
  });
  return async (method, path, body, headers = { authorization: 'Bearer stand-in' }) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await app.request(path, { method, headers, ...sent });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}

const options = [
  { id: 'opt-default', name: 'Anyone signed in', default: true },
  { id: 'opt-sent', name: 'Staff' },
];
const locked: Readonly<Record<string, object>> = {
  E: { enabled: true, locked: true },
  D: { enabled: false, locked: true },
};

/** `EDU` → a lock profile in which the Waiting Room is locked on, passcodes are locked off, and authentication is not locked. */
export function profileOf(
  locks: string,
  rules = '2020-12-20',
  values = { waitingRoom: false, passcode: false },
): string {
  const [w, p, a] = [...locks].map((letter) => locked[letter]);
  const unlocked = (enabled: boolean) => ({ enabled, locked: false });
  return JSON.stringify({
    rules,
    waitingRoom: w ?? unlocked(values.waitingRoom),
    passcode: p ?? unlocked(values.passcode),
    authentication: { ...(a ?? unlocked(false)), options },
  });
}
