/** In the user's time zone, as a profile has it: `2026-11-24`, which is how Swedish dates are written. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}
