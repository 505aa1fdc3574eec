import assert from 'node:assert/strict';

/**
 * Runs work on so much input that a form that takes the square of it needs twenty seconds or more, and fails if that is what it
 * took. A `timeout` would not: it neither ends nor fails a test that never waits. Counts the processor's time, which a busy
 * machine hardly changes.
 */
export function staysLinear(work: () => void): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  assert.ok(seconds < 10, `it took ${seconds.toFixed(1)} seconds of the processor's time`);
}
