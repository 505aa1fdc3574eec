import { join } from '../../files/uris.ts';
import type { Terminal } from '../terminal.ts';

/** The page of a rule as Markdown; undefined where it is not installed. */
export async function rulePage(code: string, { world, rulesFolder }: Terminal): Promise<string | undefined> {
  const read = await world.read(join(rulesFolder, `${code}.md`));
  return read.state === 'text' ? read.text : undefined;
}
