import type { CancellationToken, TextDocumentPositionParams } from 'vscode-languageserver';
import type { DocumentParams } from '../../shared/protocol.ts';
import { Turns } from '../files/turns.ts';
import type { Feature, FeatureContext, FileFeature } from './feature.ts';
import type { Guard, Need } from './guard.ts';
import type { Session } from './session.ts';

type Answering<Params, Answer> = (params: Params, token: CancellationToken) => Promise<Answer | null>;

/** Connects protocol requests to features: finds the requests of the file that one is about, and calls the feature. */
export class Answers {
  readonly #session: Session;
  readonly #context: () => Promise<FeatureContext>;
  readonly #guard: Guard;

  constructor(session: Session, context: () => Promise<FeatureContext>, guard: Guard) {
    this.#session = session;
    this.#context = context;
    this.#guard = guard;
  }

  /** A handler that calls the feature with what is at the position. Answers null outside of all requests. */
  at<Params extends TextDocumentPositionParams, Answer>(feature: Feature<Params, Answer>): Answering<Params, Answer> {
    return this.#answering(['textDocument', 'position'], async (params, context) => {
      const { subjects = [] } = (await this.#session.inspect(params.textDocument.uri)) ?? {};
      const holding = subjects.filter(({ text }) => text.holds(params.position));
      const subject = holding.find(({ inspection }) => inspection.kind === 'request') ?? holding[0];
      return subject && feature(subject, params, context);
    });
  }

  /** A handler that calls the feature for each request of a file and joins the answers. */
  over<Params extends DocumentParams, Item>(
    feature: Feature<Params, readonly Item[]>,
    ...needs: readonly Need[]
  ): Answering<Params, Item[]> {
    return this.#answering(['textDocument', ...needs], async (params, context, token) => {
      const snapshot = await this.#session.inspect(params.textDocument.uri);
      if (!snapshot || snapshot.subjects.length === 0) return undefined;
      const answers: (readonly Item[])[] = [];
      const turns = new Turns();
      for (const subject of snapshot.subjects) {
        answers.push((await feature(subject, params, context)) ?? []);
        await turns.next();
        if (token.isCancellationRequested) return undefined;
      }
      return answers.flat();
    });
  }

  /** A handler that calls the feature with a file of any kind, whether or not it exists. */
  about<Params extends DocumentParams, Answer>(
    feature: FileFeature<Params, Answer>,
    ...needs: readonly Need[]
  ): Answering<Params, Answer> {
    return this.#answering(['textDocument', ...needs], async (params, context) => {
      const { uri } = params.textDocument;
      const snapshot = await this.#session.inspect(uri);
      const { subjects = [] } = snapshot ?? {};
      const classification = await this.#session.classify(uri);
      return feature({ uri, classification, known: snapshot !== undefined, subjects }, params, context);
    });
  }

  #answering<Params, Answer>(
    needs: readonly Need[],
    answer: (params: Params, context: FeatureContext, token: CancellationToken) => Promise<Answer | undefined>,
  ): Answering<Params, Answer> {
    return this.#guard.request<Params, Answer | null>(needs, null, async (params, token) => {
      return (await answer(params, await this.#context(), token)) ?? null;
    });
  }
}
