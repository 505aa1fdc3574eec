// biome-ignore-all lint/suspicious/noTemplateCurlyInString: those are placeholders
/** Bodies of which some values are filled in later, and every way to fill them in. */

export type OpenField =
  | 'waiting_room'
  | 'password'
  | 'meeting_authentication'
  | 'authentication_option'
  | 'default_password';

const openFields: readonly OpenField[] = [
  'waiting_room',
  'password',
  'meeting_authentication',
  'authentication_option',
  'default_password',
];

/** Values as they are written; undefined: not given. */
export type Written = Readonly<Partial<Record<OpenField, string>>>;

/** The placeholder of each field. */
export const placeholders: Readonly<Record<OpenField, string>> = {
  waiting_room: '{{waitingRoom}}',
  password: '"{{passcode}}"',
  meeting_authentication: '${AUTHENTICATION}',
  authentication_option: '"<option>"',
  default_password: '%DEFAULT%',
};

/** What may be filled in; null is equivalent to not given. */
const values: Readonly<Record<OpenField, readonly string[]>> = {
  waiting_room: ['true', 'false', 'null'],
  password: ['"abc123"', 'null'],
  meeting_authentication: ['true', 'false', 'null'],
  authentication_option: ['"opt-sent"', 'null'],
  default_password: ['true', 'false', 'null'],
};

export const combinations: readonly (readonly OpenField[])[] = openFields.reduce<readonly (readonly OpenField[])[]>(
  (sofar, name) => sofar.concat(sofar.map((each) => [...each, name])),
  [[]],
);

const { TEST_ALL } = process.env;

/** Every n-th item, starting with a different one for each combination; all of them in `npm run test:all`. */
export function inTurn<T>(
  all: readonly T[],
  every: number,
  turn: number,
): readonly { readonly each: T; readonly at: number }[] {
  const rows = all.map((each, at) => ({ each, at }));
  return TEST_ALL === undefined ? rows.filter(({ at }) => at % every === turn % every) : rows;
}

/** Every way to fill in the open fields. */
export function fillings(open: readonly OpenField[]): readonly Written[] {
  return open.reduce<readonly Written[]>(
    (sofar, name) => sofar.flatMap((each) => values[name].map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

export function bodyText(written: Written): string {
  const member = (name: OpenField) => (written[name] === undefined ? [] : [`"${name}": ${written[name]}`]);
  const top = (['password', 'default_password'] as const).flatMap(member);
  const settings = (['waiting_room', 'meeting_authentication', 'authentication_option'] as const).flatMap(member);
  return `{ ${[...top, `"settings": { ${settings.join(', ')} }`].join(', ')} }`;
}

/** The text with its placeholders replaced. */
export function filledIn(text: string, filling: Written): string {
  return openFields.reduce(
    (sofar, name) => sofar.replace(placeholders[name], () => filling[name] ?? placeholders[name]),
    text,
  );
}
