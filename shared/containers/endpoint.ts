/** What a method and a URL in someone's file say about the body that goes there. */
import type { Target } from './containers.ts';

/** The part of a URL that a reader does not know: a variable, a call. It stands for anything, slashes included. */
export const unknownPart = '\uFFFC';

/**
 * The target of a request; 'other' for any other endpoint than "create a meeting" and "update a meeting"; undefined where the
 * text is no URL or path, or says nothing. `method` undefined: the file does not name it. `namesZoom`: whether the file mentions
 * Zoom, which decides where a host is spelled out and is not Zoom's: many send their bodies through a server of their own.
 */
export function endpointOf(method: string | undefined, url: string, namesZoom: boolean): Target | 'other' | undefined {
  const { host, path, query } = partsOf(url.trim());
  const spelledHost = host.includes(unknownPart) || /[{}<>$%]/.test(host) ? '' : host.toLowerCase();
  const isForeign = spelledHost !== '' && !/zoom|^localhost|^127\.|^\[::1\]/.test(spelledHost);
  const isReached = !isForeign || (namesZoom && !otherProducts.test(spelledHost));
  const found = isReached ? targetAt(path, query) : undefined;
  if (!found) return path.includes('/') ? 'other' : undefined;
  const verb = method?.toUpperCase();
  return verb === undefined || verb === methodOf[found.operation as 'create' | 'update'] ? found : 'other';
}

/** What is certain of a request that goes to one of several URLs: only those that are ours count, if any is. */
export function endpointOfOne(
  method: string | undefined,
  urls: readonly string[],
  namesZoom: boolean,
): Target | 'other' | undefined {
  const all = urls.map((each) => endpointOf(method, each, namesZoom));
  const [first, ...others] = all.filter((each) => each !== undefined && each !== 'other');
  if (!first || others.length === 0) return first ?? all[0];
  const isSame = others.every(({ operation }) => operation === first.operation);
  const isOccurrence = [first, ...others].every(({ occurrence }) => occurrence);
  return { operation: isSame ? first.operation : undefined, occurrence: isOccurrence };
}

/** The host may be missing, a variable or a placeholder; then the path begins at the first slash behind it. */
const urlParts = /^(?:(?:[a-z][a-z+.-]*:)?\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i;

function partsOf(url: string): { readonly host: string; readonly path: string; readonly query: string } {
  const [, host, path = '', query = ''] = urlParts.exec(url) ?? [];
  const slash = path.indexOf('/');
  if (host !== undefined || slash < 0 || !isHost(path.slice(0, slash))) return { host: host ?? '', path, query };
  return { host: path.slice(0, slash), path: path.slice(slash), query };
}

/** `api.zoom.us`, `example.com:8080`: what a URL begins with whose scheme is left out. */
function isHost(step: string): boolean {
  const [name = ''] = step.split(':', 1);
  const labels = name.split('.');
  return labels.length > 1 && labels.every((each) => /^[\w-]+$/.test(each)) && /^[a-z]{2,}$/i.test(labels.at(-1) ?? '');
}

/** They have meetings of their own, at paths that read the same. */
const otherProducts =
  /webex|microsoft|office|google|getgo|gotomeeting|goto\.com|ringcentral|bluejeans|whereby|daily\.co|calendly|hubspot/;

const methodOf = { create: 'POST', update: 'PATCH' } as const;

function targetAt(path: string, query: string): Target | undefined {
  const steps = path.replace(/\/$/, '').split('/');
  const [owner, user, meetings] = [steps.at(-3), steps.at(-2), steps.at(-1)];
  if (meetings === 'meetings' && user && isCalled('users', owner))
    return otherSteps.includes(steps.at(-4) ?? '') ? undefined : { operation: 'create', occurrence: false };
  // /users/me/meetings/{id} is not an endpoint; /report/meetings/{id} and /metrics/meetings/{id} are others.
  const isOther = steps.some(
    (step, at) => otherSteps.includes(step) || (step === 'users' && steps[at + 2] === 'meetings'),
  );
  if (!meetings || !isCalled('meetings', user) || isOther) return undefined;
  const occurrence = /(?:^|&)occurrence_id=/.test(query);
  return { operation: 'update', occurrence, ...(/^\d{5,12}$/.test(meetings) && { meetingId: meetings }) };
}

/** The last two are where Zoom's documentation has pages about the endpoints. */
const otherSteps = ['report', 'metrics', 'past', 'archive_files', 'docs', 'api-reference'];

function isCalled(name: string, step: string | undefined): boolean {
  return step === name || (step?.endsWith(unknownPart + name) ?? false);
}

/**
 * Whether a text mentions Zoom by name: its host, its product, a variable or function named after it. Most texts do not, and
 * are searched twice.
 */
export function namesZoom(text: string): boolean {
  return (text.includes('oom') && (text.includes('zoom') || text.includes('Zoom'))) || text.includes('ZOOM');
}
