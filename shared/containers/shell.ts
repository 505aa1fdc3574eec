/** The requests that a shell script sends, with curl, wget, httpie or functions around them. */
import { type Contained, type ReadContainer, uniqueNames } from './containers.ts';
import { namesZoom } from './endpoint.ts';
import { type FoundInScript, readScript } from './shell/script.ts';
import { Values } from './shell/values.ts';

export const readShell: ReadContainer = function* ({ text, parse, known }) {
  const around = { values: new Values(known), namesZoom: namesZoom(text), isConsole: false, parse };
  return inOrder(yield* readScript({ text, outer: undefined }, around));
};

function inOrder({ requests, files, passedOver }: FoundInScript): Contained {
  const ordered = requests.toSorted((a, b) => (a.map.pieces[0]?.file ?? 0) - (b.map.pieces[0]?.file ?? 0));
  const names = uniqueNames(ordered.map(({ name, target }) => name || (target.operation ?? 'request')));
  return { requests: ordered.map((each, at) => ({ ...each, name: names[at] as string })), files, passedOver };
}
