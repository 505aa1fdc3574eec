import type { Fault } from './schema.ts';

/** An error in the shape that Zoom's reference documents: `{ code, message, errors? }`. */
interface ZoomError {
  readonly status: 400 | 401 | 403 | 404 | 413 | 500 | 501;
  readonly body: { readonly code: number; readonly message: string; readonly errors?: readonly Fault[] };
}

function error(status: ZoomError['status'], code: number, message: string, errors?: readonly Fault[]): ZoomError {
  return { status, body: { code, message, ...(errors ? { errors } : {}) } };
}

/** Those of Zoom's reference first; then those that it does not document, as docs/serve.md says. */
export const errors = {
  token: error(401, 124, 'Invalid access token.'),
  meeting: (id: string) => error(404, 3001, `Meeting does not exist: ${id}.`),
  validation: (faults: readonly Fault[]) => error(400, 300, 'Validation Failed.', faults),
  notJson: error(400, 300, 'Request Body should be a valid JSON object.'),
  meetingId: error(400, 300, 'Invalid meeting id.'),
  endpoint: error(404, 2300, 'This API endpoint is not recognized.'),
  tooLarge: error(413, 300, 'The request body is too large.'),
  host: error(403, 300, 'The stand-in answers to localhost alone.'),
  unknown: (what: string) => error(501, 501, `What Zoom stores is not known: ${what}.`),
  option: (option: string) => error(501, 501, `The stand-in has no settings for option=${option}.`),
  failed: error(500, 500, 'The stand-in failed. This is an error of zoom-request-lens.'),
} as const;

export type { ZoomError };
