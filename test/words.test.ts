import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { sourcesIn } from './support/sources.ts';
import { clientPatterns, readJson, taggedPatterns } from './support/texts.ts';

/** Phrases that readers stumbled over, as they were in texts. Whole phrases: their single words may be right elsewhere. */
const retired: readonly string[] = [
  ', and the request gives it',
  'passcodes need',
  'need no run of',
  'insists on',
  'does not insist',
  'in the request secures the meeting, so Zoom leaves',
  'By its tables of December 2020',
  'Since March 2025 Zoom',
  'hold as they are written',
  'Inferred from http',
  'Zoom sees to',
  'does not step in',
  'Zoom steps in:',
  'Whether Zoom steps in',
  'how the meeting stands now',
  'it changes nothing here',
  'nothing that matters',
  'not at hand',
  'holds for the requests in its folder',
  'Its name is none of',
  'what differs is not reported',
  'what does not hold under all of them',
  'both possibilities are worked out',
  'is no key that the lens knows',
  'counts as left out',
  'counts as none',
  'is mended',
  'to mend it',
  'Mend it',
  'it is read as on',
  'licence',
  'A pro account',
  'Zoom ignores it',
  'Zoom ignores this option',
  'The response is empty: read it',
  'obody can join before the host',
  'Replace it by',
  'Leave open whether',
  'profile says so here',
  'that does not turn it on leaves it off',
  'leaves alone what it does not name',
  'all the same',
  'will still have a passcode',
  'is no request but',
  'There is no request, lock profile or meeting file',
  'is no Zoom request',
  'There is no Zoom request',
  'is no valid JSON',
  'is no answer of GET',
  'an error that Zoom answered',
  'make the call again',
  'the profile holds for hosts',
  'the value that users begin with',
  'differently: say which one',
  'tells whether',
  'There is no response to import',
  'Nothing to report in',
  'Which command?',
  'Only an update request that is saved',
  'Open the file that this is about',
  'There is something to know',
  'this is not known',
  'Neither its name nor its content tells',
  'wrong use',
  'shall secure the meeting',
  'From nothing to the first finding',
  'Say what your account locks',
  'make it of saved responses',
  'The values stand in',
  'Take the slashes off',
  'need not be told',
  'is not told anywhere',
  'gives up on any question',
  'Shows behind a value',
  // Spanish
  'tiene sin código de acceso',
  'ninguna serie de',
  'Administración de cuentas',
  'ID personales de reunión',
  'ID personal de reunión',
  'ajuste',
  'lo que guarda Zoom depende"',
  'lo que Zoom haría',
  'tal como están escritas',
  'lo dice aquí',
  'tiene el bloqueo puesto',
];

const root = join(import.meta.dirname, '..');
const read = (file: string) => ({ file, text: readFileSync(join(root, file), 'utf8') });

/** Everything with words that a reader meets; the command line's own are not texts to translate. */
function whatReadersMeet(): readonly { readonly file: string; readonly text: string }[] {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((each) => /\.(md|svg|json)$/.test(each))
    .map((each) => join('docs', each));
  const others = ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md', 'examples/README.md'];
  const names = readdirSync(root).filter((each) => /^package\.nls.*\.json$/.test(each));
  const bundles = readdirSync(join(root, 'l10n')).map((each) => `l10n/${each}`);
  return [
    ...[...taggedPatterns, ...clientPatterns()].map(({ file, english }) => ({ file, text: english })),
    ...sourcesIn('server/cli'),
    ...[...pages, ...others, ...names].map(read),
    ...bundles.map((file) => ({ file, text: JSON.stringify(Object.values(readJson<object>(file))) })),
  ];
}

it('texts have no phrase that was retired', () => {
  const found = whatReadersMeet().flatMap(({ file, text }) => {
    const words = text.replace(/\s+/g, ' ');
    return retired.filter((each) => words.includes(each)).map((each) => `${file}: ${each}`);
  });
  assert.deepEqual(found, []);
});

it('the phrases are looked for in all that a reader meets', () => {
  const files = new Set(whatReadersMeet().map(({ file }) => file.split(/[\\/]/)[0]));
  for (const each of ['shared', 'server', 'client', 'docs', 'l10n', 'examples', 'README.md', 'package.nls.es.json'])
    assert.ok(files.has(each), each);
});
