import { accountOf, requestPath } from '../../shared/index.ts';
import { nameOf } from '../files/uris.ts';
import type { ComparedRequest } from '../inspection/comparison.ts';
import { inspectOnce } from '../inspection/inspect.ts';
import { isBody } from '../inspection/inspection.ts';
import type { Session } from './session.ts';

/** The requests of a file under the plain lock profile and those of the accounts; empty where there are none. */
export async function comparedRequests(
  session: Session,
  uri: string,
  accounts: readonly string[],
): Promise<readonly ComparedRequest[]> {
  const { text } = (await session.inspect(uri)) ?? {};
  if (!text) return [];
  const file = { uri: text.uri, text: text.getText(), root: session.rootOf(uri) };
  const under = async (account: string | undefined) =>
    (await inspectOnce(session.files, { ...file, overrides: { account } })).filter(isBody);
  const [plain = [], ...others] = await Promise.all([undefined, ...accounts].map(under));
  return plain.map((inspection, at) => {
    const all = [inspection, ...others.flatMap((each) => each[at] ?? [])];
    return {
      path: requestPath(nameOf(uri), inspection.name),
      accounts: all.map((each) => ({ profile: profileLabel(nameOf(each.file.profile?.uri ?? '')), inspection: each })),
    };
  });
}

/** The account, where the file is named after one. */
function profileLabel(fileName: string): string {
  return accountOf(fileName) ?? fileName;
}
