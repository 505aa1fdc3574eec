/** What reads the code in a fence, by the language that its info string names. */
import type { ReadContainer } from '../containers.ts';

/** The ending of a file in that language, and its reader. */
interface FenceReader {
  readonly ending: string;
  readonly read: ReadContainer;
}

/** Shells are not among them: their variables are known in the fences that follow. */
export const fenceReaders: Readonly<Record<string, FenceReader>> = {};

const shells = `sh bash zsh shell console shell-session shellsession sh-session terminal curl cmd bat batch dos ksh fish
  httpie cli command`.split(/\s+/);

/** Without a language, by the command that it begins with. */
export function isShell(language: string, text: string): boolean {
  if (language !== '' && !['text', 'txt', 'plaintext', 'plain', 'http', 'json'].includes(language))
    return shells.includes(language);
  return /^\s*(?:[$%>] ?)?(?:curl|wget|http|https|xh)\s+[^\s{]/.test(text);
}
