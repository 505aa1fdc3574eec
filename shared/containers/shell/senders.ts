/** Commands that send a body: curl, wget, httpie, and functions around them. */
import { type Command, plainText, type Word, withoutStart } from './word.ts';

/** What a command sends, as it is written. */
export interface Sent {
  readonly method: string | undefined;
  /** One of them is the URL. */
  readonly urls: readonly Word[];
  readonly body: SentBody | undefined;
}

/** stdin: what is put into the command. text: also what a variable in it leads to. form: no JSON. */
type SentBody =
  | { readonly from: 'text' | 'path'; readonly word: Word }
  | { readonly from: 'stdin' }
  | { readonly from: 'form'; readonly word: Word };

/** Undefined for a command that sends nothing. */
export function sentBy({ words, input, inputPath }: Command, isPiped: boolean): Sent | undefined {
  const [first, ...args] = words;
  const name = first && plainText(first)?.replace(/^.*\//, '');
  const hasInput = isPiped || input !== undefined || inputPath !== undefined;
  if (name === 'curl') return byCurl(args);
  if (name === 'wget') return byWget(args);
  if (name === 'http' || name === 'https' || name === 'xh' || name === 'xhs') return byHttpie(args, hasInput);
  return args.length > 2 ? byWrapper(args) : undefined;
}

interface Option {
  readonly name: string;
  readonly value: Word | undefined;
}

/** Those of curl that take a value behind one letter. */
const lettersWithValue = 'AbcCdDeEFHKmoPQrtTuUwxXyYzZ';
const namesWithValue =
  /^--(?:request|data(?:-\w+)?|json|url|header|output|user|form|method|body-\w+|post-\w+|raw|auth|write-out|max-time|retry|user-agent|oauth2-bearer)$/;

function optionsIn(
  args: readonly Word[],
  letters: string,
): { readonly options: readonly Option[]; readonly others: readonly Word[] } {
  const options: Option[] = [];
  const others: Word[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as Word;
    const [lead] = word.parts;
    const text = lead?.kind === 'text' && lead.quote === 'bare' ? lead.text : '';
    const long = /^--[\w-]{1,40}/.exec(text)?.[0];
    if (long !== undefined && text[long.length] === '=')
      options.push({ name: long, value: withoutStart(word, long.length + 1) });
    else if (long !== undefined)
      options.push({ name: long, value: namesWithValue.test(long) ? args[++at] : undefined });
    else if (/^-./.test(text)) {
      const letter = [...text].findIndex((each, index) => index > 0 && letters.includes(each));
      const isAttached = letter > 0 && (letter + 1 < text.length || word.parts.length > 1);
      const value = isAttached ? withoutStart(word, letter + 1) : letter > 0 ? args[++at] : undefined;
      options.push({ name: `-${letter > 0 ? text[letter] : text.slice(1)}`, value });
      if (letter > 1) for (const each of text.slice(1, letter)) options.push({ name: `-${each}`, value: undefined });
    } else others.push(word);
  }
  return { options, others };
}

const data = ['-d', '--data', '--data-ascii', '--data-binary', '--data-raw', '--json'];
const forms = ['--data-urlencode', '-F', '--form', '--form-string'];

function byCurl(args: readonly Word[]): Sent {
  const { options, others } = optionsIn(args, lettersWithValue);
  const bodies = options.filter(({ name }) => data.includes(name) || forms.includes(name));
  const isQuery = options.some(({ name }) => name === '-G' || name === '--get');
  const method = optionValue(options, '-X', '--request') ?? (isQuery ? 'GET' : bodies.length > 0 ? 'POST' : undefined);
  const urls = [...options.flatMap(({ name, value }) => (name === '--url' && value ? value : [])), ...others];
  return { method, urls, body: isQuery ? undefined : curlBody(bodies) };
}

function curlBody([first, second]: readonly Option[]): SentBody | undefined {
  if (!first?.value) return undefined;
  // What is given in several pieces is joined with `&`.
  if (forms.includes(first.name) || second) return { from: 'form', word: first.value };
  return first.name === '--data-raw' ? { from: 'text', word: first.value } : textOrFile(first.value);
}

/** `@body.json`, `@-` */
function textOrFile(word: Word): SentBody {
  const [lead] = word.parts;
  if (lead?.kind !== 'text' || !lead.text.startsWith('@')) return { from: 'text', word };
  const path = withoutStart(word, 1);
  return plainText(path) === '-' ? { from: 'stdin' } : { from: 'path', word: path };
}

function byWget(args: readonly Word[]): Sent {
  const { options, others } = optionsIn(args, 'OoUaeitTQPDA');
  const text = options.find(({ name }) => name === '--post-data' || name === '--body-data')?.value;
  const path = options.find(({ name }) => name === '--post-file' || name === '--body-file')?.value;
  const isPost = options.some(({ name }) => name.startsWith('--post-'));
  const method = optionValue(options, '--method') ?? (isPost ? 'POST' : undefined);
  return { method, urls: others, body: text ? { from: 'text', word: text } : path && { from: 'path', word: path } };
}

function byHttpie(args: readonly Word[], hasInput: boolean): Sent {
  const { options, others } = optionsIn(args, 'aAso');
  const raw = options.find(({ name }) => name === '--raw')?.value;
  const [first, ...rest] = others;
  const verb = first && methodIn(first);
  const items = verb ? rest : others;
  const path = items.slice(1).find((each) => plainText(each)?.startsWith('@'));
  const fields = items.slice(1).find((each) => /^[\w[\]]+:?=/.test(leadOf(each)));
  const given = raw ? ({ from: 'text', word: raw } as const) : path && textOrFile(path);
  const body =
    given ?? (fields ? ({ from: 'form', word: fields } as const) : hasInput ? ({ from: 'stdin' } as const) : undefined);
  return { method: verb ?? (body ? 'POST' : undefined), urls: items.slice(0, 1), body };
}

/** `api POST "/users/me/meetings" "$BODY"`: a function of the script. */
function byWrapper(args: readonly Word[]): Sent | undefined {
  const verb = args.findIndex((each) => methodIn(each) !== undefined);
  const method = verb < 0 ? undefined : methodIn(args[verb] as Word);
  const others = args.filter((_, at) => at !== verb);
  const url = others.findIndex((each) =>
    /meetings/.test(each.parts.map((part) => ('text' in part ? part.text : '')).join('')),
  );
  const body = others[url + 1];
  if (url < 0 || !method || !body) return undefined;
  return { method, urls: [others[url] as Word], body: textOrFile(body) };
}

function optionValue(options: readonly Option[], ...names: readonly string[]): string | undefined {
  const value = options.find(({ name }) => names.includes(name))?.value;
  return value && plainText(value)?.toUpperCase();
}

function methodIn(word: Word): string | undefined {
  const text = plainText(word) ?? '';
  return /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/i.test(text) ? text.toUpperCase() : undefined;
}

function leadOf({ parts: [first] }: Word): string {
  return first?.kind === 'text' ? first.text : '';
}
