/** The rows, what they leave silent, and what came after them, as one Markdown table of all 26 combinations of locks. */
import { newerRows } from './newerRules.ts';
import type { CreateRow, FlagCell, TextCell, UpdateRow } from './scenarioTable.ts';
import { type Filled, filledCreate, filledUpdate } from './silentCells.ts';

/** What is stored, in words; inferred where Zoom's page is silent. */
interface Part {
  readonly words: string;
  readonly inferred: boolean;
}

export function lockTable(): string {
  const combinations = newerRows.map(([locks]) => locks);
  const lines = combinations.map((locks) =>
    [locksCell(locks), createCell(filledCreate(locks)), newerCell(locks), updateCell(filledUpdate(locks))].join(' | '),
  );
  return [
    '| Waiting Room, passcode, authentication | create | create since March 2025 | update |',
    '| --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

const locked: Readonly<Record<string, string>> = { E: '**on**', D: '**off**', U: 'open' };

function locksCell(locks: string): string {
  return [...locks].map((letter) => locked[letter]).join(', ');
}

function createCell({ row, silent }: Filled<CreateRow>): string {
  const part = partsOf(row, silent);
  return lined(
    `scenario ${row[0]}`,
    ['W', [part(2), part(3), part(4)], ['true', 'false', 'not sent']],
    ['P', [part(5), part(6)], ['sent', 'not sent']],
    ['A', [part(7), part(8), part(9), part(10)], ['true with option', 'true', 'false', 'not sent']],
    hasAuthentication(row.slice(7, 11)) ? ['option', [part(11), part(12)], ['sent', 'not sent']] : undefined,
    row[13],
  );
}

function updateCell({ row, silent }: Filled<UpdateRow>): string {
  const part = partsOf(row, silent);
  return lined(
    `scenario ${row[0]}`,
    ['W', [part(2), part(3), part(4)], ['true', 'false', 'not sent']],
    ['P', [part(5), part(7), part(6)], ['sent', '""', 'not sent']],
    ['A', [part(8), part(9), part(10), part(11)], ['true with option', 'true', 'false', 'not sent']],
    hasAuthentication(row.slice(8, 12)) ? ['option', [part(12), part(13)], ['sent', 'not sent']] : undefined,
    row[14],
  );
}

function hasAuthentication(cells: readonly unknown[]): boolean {
  return cells.some((cell) => cell !== 'off');
}

const words: Readonly<Record<FlagCell | TextCell, string>> = {
  on: 'on',
  off: 'off',
  sent: 'as sent',
  own: 'as the meeting has it',
  new: 'generated',
  default: "Zoom's default",
  'own|new': "the meeting's, else generated",
  'own|default': "the meeting's, else Zoom's default",
  'sent|own': "as sent with A true, else the meeting's",
  '–': '',
};

function partsOf(row: CreateRow | UpdateRow, silent: ReadonlySet<number>): (at: number) => Part {
  return (at) => ({ words: words[row[at] as FlagCell | TextCell], inferred: silent.has(at) });
}

type Field = readonly [name: string, parts: readonly Part[], whens: readonly string[]] | undefined;

function lined(head: string, ...rest: readonly [...Field[], string]): string {
  const fields = rest.slice(0, -1).flatMap((field) => (field ? [fieldText(field as NonNullable<Field>)] : []));
  const rule = steppingIn[rest.at(-1) as string] ?? '';
  return [head, ...fields, ...(rule ? [rule] : [])].join('<br>');
}

/** One word where nothing that is sent makes a difference; else what is sent, and what becomes of it. */
function fieldText([name, parts, whens]: NonNullable<Field>): string {
  const groups = new Map<string, { readonly part: Part; readonly when: string[] }>();
  parts.forEach((part, at) => {
    const key = `${part.words} ${part.inferred}`;
    const group = groups.get(key) ?? { part, when: [] };
    group.when.push(whens[at] as string);
    groups.set(key, group);
  });
  const texts = [...groups.values()].map(({ part, when }) => {
    const marked = part.inferred ? `_${part.words}_` : part.words;
    return groups.size === 1 ? marked : `${when.join(' or ')} → ${marked}`;
  });
  return `${name}: ${texts.join('; ')}`;
}

/** The rules of the rows, by their shorthand there; they go before the cells. */
const steppingIn: Readonly<Record<string, string>> = {
  'no P given: W on': 'no passcode sent: W on',
  'W false, A false: W on': 'W and A false: W on',
  'W false, P empty: W on': 'W false and P empty: W on',
  'nothing enabled: W on': 'nothing sent turns an option on: W on',
  'no P given, A false: P new': 'no passcode sent and A false: P generated',
  'P refused, A false: as before, else P new':
    'P null or "" and A false: as the meeting was, else P generated (_also where P is not sent_)',
  'W false, P refused, A false: as before, else W on':
    'W false, P null or "" and A false: as the meeting was, else W on (_also where P is not sent_)',
};

/** What the account's own values change: nothing where a lock decides, or where Zoom turns the option on whatever they are. */
function newerCell(locks: string): string {
  const { row } = filledCreate(locks);
  const [, waitingRoom, unsaid] = newerRows.find(([each]) => each === locks) ?? [];
  const changes = [
    ...(waitingRoom === 'account' && row[4] !== 'on' ? ['W: neither it nor P sent → _as the account has it_'] : []),
    ...(unsaid === 'account' && row[6] !== 'new' ? ['P: not sent → generated if the account has passcodes on'] : []),
  ];
  return changes.join('<br>') || 'the same';
}
