/**
 * Returns a function that asks for the job. It is run a while after it was asked for, once for all who asked until then, and
 * never twice at the same time. The job must not fail.
 */
export function oneAtATime(job: () => Promise<void>, wait: () => Promise<void>): () => void {
  let isAsked = false;
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    while (isAsked) {
      await wait();
      isAsked = false;
      await job();
    }
    isRunning = false;
  };
  return () => {
    isAsked = true;
    if (!isRunning) void run();
  };
}
