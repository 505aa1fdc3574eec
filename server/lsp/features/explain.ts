import { joined } from '../../../shared/index.ts';
import { commands, type DocumentParams } from '../../../shared/protocol.ts';
import { explanation } from '../../inspection/explanation.ts';
import type { CommandLink } from '../../inspection/requestExplanation.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** The explanation of a file as Markdown; undefined for one that is neither open nor in the workspace. */
export async function explain(
  file: FileSubject,
  _: DocumentParams,
  context: FeatureContext,
): Promise<string | undefined> {
  const commandLink = context.runsCommands ? linkToCommand : undefined;
  return file.known ? explanation(file, { ...context, commandLink }) : undefined;
}

/** VS Code decodes the arguments twice. Parentheses would end the link. */
const linkToCommand: CommandLink = (words, command, ...args) => {
  const query = encodeURIComponent(encodeURIComponent(JSON.stringify(args)));
  const safe = query.replaceAll('(', '%28').replaceAll(')', '%29');
  return joined(['[', words, `](command:${commands[command]}?${safe})`], '');
};
