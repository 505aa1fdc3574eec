/** Texts typed by accident, pasted by mistake or crafted on purpose: long repetitions around a cursor. */
export interface HostileText {
  readonly part: string;
  readonly where: string;
  readonly text: string;
  /** Of the cursor. */
  readonly offset: number;
}

const runs: Readonly<Record<string, string>> = {
  letters: 'x',
  blanks: ' ',
  tabs: '\t',
  'line breaks': '\n',
  'carriage returns': '\r',
  backslashes: '\\',
  quotes: '"',
  'escaped quotes': '\\"',
  backticks: '`',
  bars: '\\|',
  slashes: '/',
  comments: '/**/',
  'open comments': '/*',
  'line comments': '// a\n',
  'comments that ignore': '/* zoom-request-lens-ignore passcode-generated */',
  'rows of comments that ignore': '/**/ // zoom-request-lens-ignore waiting-room-overwritten\n',
  braces: '{',
  'closing braces': '}',
  brackets: '[',
  'closing brackets': ']',
  colons: ':',
  commas: ',',
  words: 'true ',
  strings: '"a" ',
  names: '"a":',
  duplicates: '"waiting_room": true,',
  'open strings': '"waiting_room\n',
  surrogates: '\uD83D',
};

/** Each repetition before and after the cursor, in a string, between properties and as a value. */
export function hostileTexts(count: number): readonly HostileText[] {
  return Object.entries(runs).flatMap(([name, part]) => {
    const many = part.repeat(count);
    const drawn: Readonly<Record<string, readonly [string, string]>> = {
      'in an open string before the cursor': [`{ "settings": { "waiting_room": "${many}`, ''],
      'in an open string behind the cursor': ['{ "settings": { "wai', `${many}\n, "waiting_room": false } }`],
      'between properties before the cursor': [`{ "settings": { "a": 1, ${many}`, '\n"waiting_room": false } }'],
      'between properties behind the cursor': ['{ "settings": { "waiting_room": false, ', `${many} } }`],
      'in an open string that follows a name': ['{ "settings": { "waiting_room"', ` "${many}\n} }`],
      'in an open string that follows a value': ['{ "settings": { "waiting_room": ', ` "${many}\n} }`],
      'as a value': [`{ "password": ${JSON.stringify(many)}, "settings": { "waiting_room": fal`, 'se } }'],
      alone: [many, many],
    };
    return Object.entries(drawn).map(([where, [before, behind]]) => ({
      part: name,
      where,
      text: before + behind,
      offset: before.length,
    }));
  });
}
