import type { Subject } from '../inspection/subject.ts';
import type { ClientFeatures } from './client.ts';

/**
 * Keeps back findings about what a text lacks while it is being typed: it may be what is written next. One that
 * is shown already stays.
 */
export class Typing {
  readonly #delay: number;
  readonly #reportAgain: (uri: string, client: ClientFeatures) => void;
  readonly #opened = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #holding = new Set<string>();
  #client: ClientFeatures | undefined;
  readonly #showing = new Set<string>();

  /** `reportAgain` is called when something that was kept back may be reported. */
  constructor(delay: number, reportAgain: (uri: string, client: ClientFeatures) => void) {
    this.#delay = delay;
    this.#reportAgain = reportAgain;
  }

  /** The first time, it was opened. A client that cannot be notified later gets them at once. */
  changed(uri: string, client: ClientFeatures): void {
    this.#client = client;
    const { pullsDiagnostics, refreshesDiagnostics } = client;
    const isOpened = !this.#opened.has(uri);
    this.#opened.add(uri);
    if (isOpened || this.#delay === 0 || (pullsDiagnostics && !refreshesDiagnostics)) return;
    clearTimeout(this.#timers.get(uri));
    const timer = setTimeout(() => this.paused(uri), this.#delay);
    // In Node, it must not keep a server alive whose client is gone.
    timer.unref?.();
    this.#timers.set(uri, timer);
  }

  /** Nothing is being typed in it at the moment. */
  paused(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (this.#holding.delete(uri) && this.#client) this.#reportAgain(uri, this.#client);
  }

  closed(uri: string): void {
    this.#opened.delete(uri);
    this.#holding.delete(uri);
    this.#showing.delete(uri);
    this.paused(uri);
  }

  /** The subjects of a file with the findings that may be reported now. */
  reportable(subjects: readonly Subject[]): readonly Subject[] {
    const uri = subjects[0]?.text.uri ?? '';
    const waits = subjects.some(({ inspection }) => inspection.findings.some(({ awaitsPause }) => awaitsPause));
    if (waits && this.#timers.has(uri) && !this.#showing.has(uri)) {
      this.#holding.add(uri);
      return subjects.map(withoutWaiting);
    }
    if (waits) this.#showing.add(uri);
    else this.#showing.delete(uri);
    return subjects;
  }
}

function withoutWaiting({ text, inspection }: Subject): Subject {
  const findings = inspection.findings.filter(({ awaitsPause }) => !awaitsPause);
  return { text, inspection: { ...inspection, findings } };
}
