import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fields, profileName, settings } from '../../../shared/index.ts';
import { bodyLevels } from '../../../shared/model/bodyFields.ts';
import { plans } from '../../../shared/model/plan.ts';
import { profileKeys } from '../../../shared/model/profileKeys.ts';
import {
  type ImportAnswer,
  importRequest,
  type StoredAnswer,
  type StoredParams,
  storedRequest,
} from '../../../shared/protocol.ts';
import { codes } from '../../../shared/rules/check.ts';
import type { Translations } from '../../../shared/text.ts';
import { shownOn } from '../../support/pages.ts';
import { profileWith } from '../../support/profiles.ts';
import { triesAll } from '../../support/rotation.ts';
import { levelOf, saved, security } from '../../support/savedResponses.ts';
import { startPair } from '../../support/serverPair.ts';
import type { TestClient } from '../../support/testClient.ts';
import { readJson, taggedPatterns } from '../../support/texts.ts';

const project = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const spanish = readJson<Translations>('l10n/bundle.l10n.es.json');

describe('in Spanish', () => {
  const profile = 'file:///ws/zoom-lock-profile.json';
  const request = 'file:///ws/a.zoom-create.json';
  const start = (test: Parameters<typeof startPair>[0]) =>
    startPair(test, {
      files: { [profile]: profileWith('W locked on · P unlocked · A unlocked') },
      initializationOptions: { translations: spanish },
    });

  it('a finding and its fix', async (test) => {
    const lens = await start(test);
    lens.open(request, '{ "settings": { "waiting_room": false } }');
    await lens.expect(
      request,
      `{ "settings": { "waiting_room": false } }
//                              ^^^^^ waiting-room-overwritten: Zoom guardará waiting_room como true: la cuenta tiene la sala de espera activada y bloqueada.`,
    );
    const titles = (await lens.actions(request, 'false')).map(({ title }) => title);
    assert.ok(titles.includes('Escribir waiting_room: true, como lo guardará Zoom'), titles.join());
  });

  it('a hover', async (test) => {
    const lens = await start(test);
    lens.open(request, '{ "settings": { "waiting_room": false } }');
    assert.equal(
      await lens.hoverText(request, 'waiting_room'),
      `[Escenario de creación 8 de Zoom](https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/#create-a-meeting-api) · Perfil de bloqueo: [zoom-lock-profile.json](file:///ws/zoom-lock-profile.json)

**\`waiting_room\`: se envía \`false\` → se guarda \`true\`**

La cuenta tiene la sala de espera activada y bloqueada. ([documentado](https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/))

Según la referencia actual de la API de Zoom: un código de acceso generado. ([página de Zoom](https://developers.zoom.us/docs/api/meetings/))`,
    );
  });

  it('a finding under a condition', async (test) => {
    const lens = await start(test);
    const update = 'file:///ws/a.zoom-update.json';
    lens.open(update, '{ "settings": { "authentication_option": "opt" } }');
    const finding = (await lens.diagnostics(update)).find(({ code }) => code === 'authentication-option-ignored');
    assert.equal(
      finding?.message,
      'authentication_option no tiene efecto (Zoom no documenta qué ocurre) si la reunión tiene la autenticación desactivada.',
    );
  });
});

/** Each text in marks, its gaps without: what is shown without marks is a value, or words that no translation reaches. */
const marked = Object.fromEntries(
  taggedPatterns.map(({ english }) => [
    english,
    english
      .split(/(\{\d+\})/)
      .map(mark)
      .join(''),
  ]),
);

function mark(part: string): string {
  return part === '' || /^\{\d+\}$/.test(part) ? part : `⟦${part}⟧`;
}

const names = [
  ...fields.map(({ name }) => name),
  ...Object.values(profileKeys).flat(),
  ...codes,
  ...plans,
  ...readdirSync(join(project, 'docs/rules')).map((page) => page.replace('.md', '')),
  ...['settings', 'lock_settings', 'create', 'update', 'true', 'false', 'null'],
  ...bodyLevels.create.flatMap((level) => [...level.names]),
  ...bodyLevels.update.flatMap((level) => [...level.names]),
];

const word = /\p{L}[\p{L}\d_-]*/gu;

/** The words in what the user is shown that are neither translated nor names of Zoom's, nor written by the user. */
function untranslated(shown: string, written: readonly string[] = []): readonly string[] {
  const known = new Set([...names, ...written.flatMap((value) => value.match(word) ?? [])]);
  const plain = withoutMarked(shown).replace(/(\[[^\]]+)?\]\([^)]*\)/g, ' ');
  return (plain.match(word) ?? []).filter((each) => !known.has(each));
}

function withoutMarked(shown: string): string {
  return shown.replace(/⟦[^⟧]*⟧/g, ' ');
}

/** Behind each sign of the text: what an item is called, and what Zoom makes of it. */
async function completionWords(lens: TestClient, uri: string): Promise<readonly (string | undefined)[]> {
  const offsets = [...lens.textOf(uri).matchAll(/[{,:]/g)].slice(0, triesAll ? 40 : 15).map(({ index }) => index + 1);
  const items = (await Promise.all(offsets.map((each) => lens.completions(uri, each)))).flat();
  return items.flatMap(({ label, labelDetails, documentation }) => [
    label,
    labelDetails?.description,
    documentation === undefined ? undefined : String(documentation),
  ]);
}

/** All that the server says about an open document. */
async function allShown(lens: TestClient, uri: string): Promise<readonly string[]> {
  const text = lens.textOf(uri);
  const findings = await lens.diagnostics(uri);
  const actions = text === '' ? [] : await lens.actions(uri, text);
  const places = [...settings, 'settings', ...fields.map(({ name }) => name)].filter((key) =>
    text.includes(`"${key}"`),
  );
  const hovers = await Promise.all(places.map((key) => lens.hoverText(uri, `"${key}"`)));
  const status = await lens.status(uri);
  const params: StoredParams = { textDocument: { uri } };
  const stored = await lens.connection.sendRequest<StoredAnswer | null>(storedRequest, params);
  return [
    ...findings.flatMap(({ message, relatedInformation = [] }) => [
      String(message),
      ...relatedInformation.map((each) => each.message),
    ]),
    ...actions.map(({ title }) => title),
    ...hovers,
    ...(await lens.lenses(uri)),
    ...(await lens.hints(uri)).flatMap(({ label, tooltip }) => [String(label), String(tooltip)]),
    ...(await completionWords(lens, uri)),
    ...(stored ?? []).flatMap(({ texts, problem }) => [...texts.map(({ when }) => when), problem]),
    status?.profileProblem,
    status?.meetingProblem,
  ].filter((each) => typeof each === 'string');
}

describe('every word that is shown goes through the translations', () => {
  const initializationOptions = { translations: marked, runsCommands: true };
  const check = async (lens: TestClient, uri: string, profile = '', meeting = '') => {
    const options = [...(lens.textOf(uri) + meeting).matchAll(/"authentication_option": "(.*?)"/g)].map(
      ([, id = '']) => id,
    );
    const inComments = [...lens.textOf(uri).matchAll(/zoom-request-lens-ignore ([\w-]+)/g)].map(
      ([, code = '']) => code,
    );
    const keys = [...lens.textOf(uri).matchAll(/"([\w-]+)":/g)].map(([, key = '']) => key);
    const characters = [...lens.textOf(uri).matchAll(/"password": "(.*?)"/g)].flatMap(([, passcode = '']) => [
      ...passcode,
    ]);
    const inProfile = profile.match(/(?<=")[^"\n]*(?=")/g) ?? [];
    for (const shown of await allShown(lens, uri))
      assert.deepEqual(
        untranslated(shown, [...options, ...keys, ...characters, ...inProfile, ...inComments]),
        [],
        shown,
      );
  };

  for (const folder of ['enterprise', 'school', 'small-team', 'settings-responses']) {
    it(`examples/${folder}`, async (test) => {
      const paths = readdirSync(join(project, 'examples', folder), { recursive: true, encoding: 'utf8' });
      const files = Object.fromEntries(
        paths
          .filter((path) => /\.jsonc?$/.test(path))
          .map((path) => [`file:///ws/${path.replaceAll('\\', '/')}`, read(`examples/${folder}/${path}`)]),
      );
      const lens = await startPair(test, { files, initializationOptions });
      for (const uri of Object.keys(files)) {
        lens.open(uri);
        await check(lens, uri, files[`file:///ws/${profileName}`]);
      }
    });
  }

  for (const file of readdirSync(join(project, 'docs/rules'))) {
    it(`docs/rules/${file}`, async (test) => {
      for (const { kind, text, situation } of shownOn(read(`docs/rules/${file}`))) {
        const { profile, meeting } = situation;
        const files = {
          ...(profile ? { [`file:///ws/${profileName}`]: profile } : {}),
          ...(meeting ? { 'file:///ws/a.zoom-meeting.json': meeting } : {}),
        };
        const lens = await startPair(test, { files, initializationOptions });
        const uri = `file:///ws/${kind === 'profile' ? profileName : `a.zoom-${kind}.json`}`;
        lens.open(uri, text);
        await check(lens, uri, profile, meeting);
      }
    });
  }

  it('files that cannot be read', async (test) => {
    const request = 'file:///ws/a.zoom-update.json';
    for (const files of [
      { [`file:///ws/${profileName}/x`]: '' },
      { [`file:///ws/${profileName}`]: new Uint8Array([0xff]) },
      { [`file:///ws/${profileName}`]: '{', 'file:///ws/a.zoom-meeting.json': '[]' },
    ]) {
      const lens = await startPair(test, { files, initializationOptions });
      lens.open(request, '{ "settings": { "waiting_room": true ');
      await check(lens, request);
    }
  });

  it('the import of saved responses', async (test) => {
    const lens = await startPair(test, { initializationOptions });
    const ask = async (files: ReturnType<typeof levelOf>) => {
      const answer = await lens.connection.sendRequest<ImportAnswer>(importRequest, {
        files,
        capturedAt: '2026-11-24',
      });
      assert.notEqual(answer.state, 'level');
      if (answer.state === 'level') return;
      const { text, unresolved, notes, modelMatters } =
        answer.state === 'profile' ? answer : { text: '', unresolved: answer.problems, notes: [], modelMatters: [] };
      const comments = text.split('\n').filter((line) => /^ *\/\//.test(line));
      for (const shown of [...comments, ...unresolved, ...notes, ...modelMatters]) {
        const calls = /GET \/\S+|\w+(:\w+)+|[\w-]+\.json/g;
        assert.deepEqual(untranslated(withoutMarked(shown).replace(calls, '')), [], shown);
      }
    };
    await ask(levelOf('account', 'EDU').slice(0, 3));
    await ask([
      ...levelOf('account', 'UUU'),
      ...levelOf('group', 'UUU', 'group-a'),
      ...levelOf('group', 'UEU', 'group-b'),
    ]);
    await ask([saved('a', '{')]);
    await ask([
      saved('account-settings', security({ waiting_room: true })),
      saved('account-settings-b', security({ waiting_room: false })),
    ]);
  });
});
