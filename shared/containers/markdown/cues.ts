/** What the text around a fence says about the body in it. */
import type { Operation } from '../../model/security.ts';
import type { Target } from '../containers.ts';
import { endpointOf } from '../endpoint.ts';

export interface Cue {
  /** The endpoints that it mentions, each once. */
  readonly targets: readonly (Target | 'other')[];
  /** Which half of the exchange it announces. */
  readonly announces: 'request' | 'response' | undefined;
  /** What its words say is done to a meeting. */
  readonly operation: Operation | undefined;
  /** The JSON files that it names, without their folders. */
  readonly files: readonly string[];
}

export const noCue: Cue = { targets: [], announces: undefined, operation: undefined, files: [] };

/** Of a longer text, only its end is about what follows. */
const longestCue = 4000;

export function cueIn(text: string, namesZoom: boolean): Cue {
  const words = wordsIn(text.slice(-longestCue));
  return {
    targets: targetsIn(words, namesZoom),
    announces: announcedBy(words),
    operation: operationOf(words),
    files: words.filter((word) => /\.jsonc?$/i.test(word)).map((word) => word.slice(word.lastIndexOf('/') + 1)),
  };
}

/** Without the signs of Markdown, and the brackets, quotes and punctuation around each. */
function wordsIn(text: string): readonly string[] {
  const plain = text.replace(
    /[`*|]|\]\(|&nbsp;|<\/?(?:summary|details|b|strong|code|br|td|th|tr|p|h\d)(?=[\s>/])/gi,
    ' ',
  );
  return plain.split(/\s+/).map(bareWord);
}

/** Of a placeholder, `<userId>`, the brackets stay. */
function bareWord(word: string): string {
  let start = 0;
  let end = word.length;
  while (
    start < end &&
    `"'“”‘’([<>_#`.includes(word.charAt(start)) &&
    !/^<\w[\w-]*>/.test(word.slice(start, start + 50))
  )
    start++;
  while (start < end && `"'“”‘’,.;:!?)]`.includes(word.charAt(end - 1))) end--;
  const bare = word.slice(start, end);
  return bare.endsWith('>') && !bare.includes('<') ? bare.slice(0, -1) : bare;
}

const methodWord = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** A method belongs to the URL behind it; where there is none, to the one before it. */
function targetsIn(words: readonly string[], namesZoom: boolean): Cue['targets'] {
  const found = new Map<string, Target | 'other'>();
  let method: string | undefined;
  let url: string | undefined;
  const add = () => {
    const target = url === undefined ? undefined : mentioned(method, url, namesZoom);
    if (target) found.set(JSON.stringify(target), target);
    url = undefined;
    method = undefined;
  };
  for (const word of words) {
    if (methodWord.test(word)) {
      if (method !== undefined) add();
      method = word;
      if (url !== undefined) add();
    } else if (word.includes('/')) {
      if (url !== undefined) add();
      url = word;
      if (method !== undefined) add();
    }
  }
  add();
  return [...found.values()];
}

/** A link to a page is not an endpoint: what goes elsewhere counts where a method, or an API, is named. */
function mentioned(method: string | undefined, url: string, namesZoom: boolean): Target | 'other' | undefined {
  const target = endpointOf(method, url, namesZoom);
  return target === 'other' && method === undefined && !/\/v\d+\/|\/\/api\./.test(url) ? undefined : target;
}

const responseWord =
  /^(?:respon(?:se|ses|d|ds)|return(?:s|ed)?|answer(?:s|ed)?|results?|outputs?|reply|replies|receives?|20[014])$/i;
const foreignResponse = /respuesta|antwort|réponse|resposta|レスポンス|响应|返回|응답/i;
const requestWord = /^requests?$|solicitud|petición|anfrage|requête|リクエスト|请求|요청/i;
const bodyWord = /^(?:body|payload|sends?|input|params|parameters|arguments|data)$/i;

/** Where both are named, the last one is what follows. */
function announcedBy(words: readonly string[]): Cue['announces'] {
  const request = words.findLastIndex((word) => requestWord.test(word));
  const response = words.findLastIndex((word) => responseWord.test(word) || foreignResponse.test(word));
  if (response > request) return 'response';
  return request >= 0 || words.some((word) => bodyWord.test(word)) ? 'request' : undefined;
}

const creates = /^(?:creat|schedul|add|new$)/i;
const updates = /^(?:updat|edit|chang|modif|patch)/i;

/** "Create a meeting", "updateMeeting", "meeting_create"; undefined where neither is named, or both are. */
export function operationIn(text: string): Operation | undefined {
  return operationOf(wordsIn(text));
}

function operationOf(words: readonly string[]): Operation | undefined {
  const parts = words.flatMap((word) => word.split(/[_.#/-]|(?<=[a-z])(?=[A-Z])/));
  const meetings = parts.flatMap((part, at) => (/^meetings?$/i.test(part) ? at : []));
  const isNear = (verb: RegExp) =>
    meetings.some((at) => parts.slice(Math.max(at - 6, 0), at + 2).some((part) => verb.test(part)));
  if (meetings.length > longestList || isNear(creates) === isNear(updates)) return undefined;
  return isNear(creates) ? 'create' : 'update';
}

/** A text that names meetings more often than this is not about one of them. */
const longestList = 50;
