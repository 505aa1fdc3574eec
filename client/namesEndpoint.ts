const meetings = '/meetings';

/** In characters: of a URL in front of that. */
const reach = 100;

/**
 * Whether a document or code says where Zoom's requests go: `/users/…/meetings`, or meetings at Zoom's host. The one search of
 * its text where no lock profile governs it.
 */
export function namesEndpoint(text: string): boolean {
  for (let at = text.indexOf(meetings); at >= 0; at = text.indexOf(meetings, at + 1)) {
    const before = text
      .slice(Math.max(0, at - reach), at)
      .split(/\s/)
      .at(-1);
    if (before?.toLowerCase().includes('zoom.us') || before?.split('/').at(-2) === 'users') return true;
  }
  return false;
}
