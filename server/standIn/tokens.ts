/** Access tokens: one that is fixed, and those that POST /oauth/token has given. */

/** Accepted from the start, for clients that do not ask for a token. */
const fixedToken = 'stand-in';

const mostTokens = 1000;

export class Tokens {
  readonly #given = new Set<string>();
  readonly #random: () => string;

  constructor(random: () => string) {
    this.#random = random;
  }

  give(): string {
    const token = this.#random();
    this.#given.add(token);
    for (const oldest of this.#given) {
      if (this.#given.size <= mostTokens) break;
      this.#given.delete(oldest);
    }
    return token;
  }

  accepts(authorization: string | undefined): boolean {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    return token !== undefined && (token === fixedToken || this.#given.has(token));
  }
}

const grants = ['account_credentials', 'client_credentials', 'authorization_code', 'refresh_token'];

/** Why no token is given, as Zoom's token endpoint says it. Any client id and secret are right. */
export function refusalOf(authorization: string | undefined, grant: string | undefined) {
  if (!/^Basic \S+$/i.test(authorization ?? ''))
    return { status: 401, reason: 'Invalid client_id or client_secret', error: 'invalid_client' } as const;
  if (!grants.includes(grant ?? ''))
    return { status: 400, reason: 'unsupported grant type', error: 'unsupported_grant_type' } as const;
  return undefined;
}
