import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';

/** Requests are answered between `initialize` and `shutdown` only. */
type Phase = 'before' | 'running' | 'ended';

/** What the parameters of a request must contain. */
export type Need = keyof typeof forms;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNamedText = (value: unknown): boolean => isText(member(value, 'name')) && isText(member(value, 'text'));
const isKinds = (value: unknown): boolean => value === undefined || value === null || Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && value >= 0;
const isPosition = (value: unknown): boolean => isNumber(member(value, 'line')) && isNumber(member(value, 'character'));

const forms = {
  textDocument: (value: unknown) => isText(member(value, 'uri')),
  uri: isText,
  position: isPosition,
  range: (value: unknown) => isPosition(member(value, 'start')) && isPosition(member(value, 'end')),
  context: (value: unknown) => typeof value === 'object' && value !== null && isKinds(member(value, 'only')),
  files: (value: unknown) => Array.isArray(value) && value.every(isNamedText),
  accounts: (value: unknown) => Array.isArray(value) && value.every(isText),
  topic: isText,
  response: isText,
  operation: (value: unknown) => value === 'create' || value === 'update',
  previousResultIds: Array.isArray,
} as const;

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** Keeps a failing or malformed request from affecting any other. */
export class Guard {
  readonly #log: (error: unknown) => void;
  #phase: Phase = 'before';

  constructor(log: (error: unknown) => void) {
    this.#log = log;
  }

  /** Throws where it has begun already: what was set up then stays. */
  begin(): void {
    if (this.#phase !== 'before') throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize was sent before.');
    this.#phase = 'running';
  }

  end(): void {
    this.#phase = 'ended';
  }

  /**
   * Rejects requests that come too early, too late or malformed, with the protocol's error codes. A request that fails is
   * logged and answered with `otherwise`; so is a cancelled one, without a log line.
   */
  request<Params, Answer>(
    needs: readonly Need[],
    otherwise: Answer,
    answer: (params: Params, token: CancellationToken) => Answer | Promise<Answer>,
  ): (params: Params, token: CancellationToken) => Promise<Answer> {
    return async (params, token) => {
      this.#refuse(params, needs);
      if (token.isCancellationRequested) return otherwise;
      try {
        const answered = await answer(params, token);
        return token.isCancellationRequested ? otherwise : answered;
      } catch (error) {
        this.#log(error);
        return otherwise;
      }
    };
  }

  #refuse(params: unknown, needs: readonly Need[]): void {
    if (this.#phase === 'before')
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be initialize.');
    if (this.#phase === 'ended') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    const missing = needs.filter((each) => !forms[each](member(params, each)));
    if (missing.length > 0)
      throw new ResponseError(ErrorCodes.InvalidParams, `Missing or wrong: ${missing.join(', ')}.`);
  }
}
