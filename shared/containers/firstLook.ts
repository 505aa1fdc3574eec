/** Whether a file is worth reading. Most are not, and there may be tens of thousands of them. */
import type { ContainerKind } from '../fileKind.ts';
import { fieldsOfSettings } from '../model/bodyFields.ts';
import { namesZoom } from './endpoint.ts';

/**
 * Whether a text may hold requests: it has the path of an endpoint, a comment of ours, or the name Zoom and a field of a
 * body's `settings` or the name of a function that makes a meeting. Searches the text and does nothing else.
 */
export function mayHoldRequests(kind: ContainerKind, text: string): boolean {
  if (kind === 'postman') return text.includes('meetings');
  if (text.includes('meetings') && (text.includes('/meetings') || text.includes('meetings/'))) return true;
  if (!namesZoom(text)) return false;
  return ownWords.test(text) || wrappers.test(text) || fieldsOfSettings.some((each) => text.includes(each));
}

/** `json zoom-create` of a fence, `// zoom: update` of a comment. */
const ownWords = /zoom[-:] ?(?:create|update)/;

/** `createMeeting`, `update_zoom_meeting`, `meetings.create`. */
const wrappers = /(?:create|schedule|add|update|edit)_?(?:zoom_?)?meeting|meetings?(?:\.|->|::)(?:create|update)/i;
