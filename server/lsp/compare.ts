import { accountOf, requestPath, type Text } from '../../shared/index.ts';
import type { CompareParams } from '../../shared/protocol.ts';
import { nameOf } from '../files/uris.ts';
import { type ComparedRequest, comparisonPage } from '../inspection/comparison.ts';
import { inspectOnce } from '../inspection/inspect.ts';
import { isBody } from '../inspection/inspection.ts';
import type { Session } from './session.ts';

/** The page that compares the requests of a file under several lock profiles; null where there are none. */
export async function compare(
  session: Session,
  { textDocument: { uri }, accounts }: CompareParams,
  say: (text: Text) => string,
): Promise<string | null> {
  const requests = await comparedRequests(session, uri, accounts);
  return requests.length > 0 ? say(comparisonPage(requests)) : null;
}

/** The requests of a file under the plain lock profile and those of the accounts; empty where there are none. */
async function comparedRequests(
  session: Session,
  uri: string,
  accounts: readonly string[],
): Promise<readonly ComparedRequest[]> {
  const { text } = (await session.inspect(uri)) ?? {};
  if (!text) return [];
  const file = { uri: text.uri, text: text.getText(), root: session.folders.rootOf(uri) };
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
