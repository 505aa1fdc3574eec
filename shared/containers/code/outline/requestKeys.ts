/** What people call the parts of a request: arguments, keys of options. */

import type { Expression } from '../ir.ts';
import { pathOf } from './events.ts';

export const urlKeys = ['url', 'uri', 'path', 'endpoint', 'pathname', 'href', 'route', 'resource', 'URL'];
export const methodKeys = ['method', 'verb', 'httpMethod', 'type', 'customMethod'];
export const bodyKeys =
  `body data json payload form content jsonBody json_body requestBody request_body RequestBody bodyParams
  body_params postData post_data jsonData json_data requestData request_data bodyJson body_json`.split(/\s+/);

/** What is a part of the URL, and no body. */
export const queryKeys = 'params query qs searchParams search_params queryParams query_params urlParams'.split(' ');
/** Of an object that is the headers of a request. */
const headers = ['Authorization', 'authorization', 'Content-Type', 'content-type', 'Accept', 'accept'];
export const describing = [...bodyKeys, ...queryKeys, ...headers, 'method', 'headers', 'auth', 'timeout', 'signal'];

/** Of a body, at its top. */
export const fields = ['topic', 'type', 'start_time', 'settings', 'duration', 'password', 'agenda'];

export function isCallback(value: Expression): boolean {
  return (
    value.kind === 'name' && /^(?:cb|callback|done|next|resolve|on[A-Z]\w{0,50}|handle[A-Z]\w{0,50})$/.test(value.name)
  );
}

export function isHeaders(value: Expression): boolean {
  return /headers?$/i.test(pathOf(value).at(-1) ?? '');
}
