import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  agreedCharacters,
  generatePasscode,
  maxPasscodeLength,
  type PasscodeRequirement,
  printableCharacters,
  type Random,
  unmetRequirements,
} from '../../../shared/model/passcode.ts';
import { say } from '../../../shared/text.ts';

describe('unmetRequirements', () => {
  /** `met` meets the requirement, `unmet` does not, for the reason that contains the words. */
  const table: readonly [PasscodeRequirement, readonly string[], readonly string[], string][] = [
    [{ length: 6 }, ['123456', 'abcdefghij', '🙂🙂🙂🙂🙂🙂'], ['12345', '', '🙂🙂🙂🙂🙂'], 'at least 6 characters'],
    [{ have_letter: true }, ['a', '1Z1'], ['', '123@', 'é'], 'a letter'],
    [{ have_number: true }, ['0', 'a9'], ['', 'abc', '٣'], 'a digit'],
    [{ have_special_character: true }, ['@', 'a_1', 'a-'], ['', 'aZ09'], 'a special character'],
    [{ have_upper_and_lower_characters: true }, ['aB', 'B1a', 'a\nB'], ['', 'ab', 'AB', 'a1'], 'upper and lower case'],
    [{ only_allow_numeric: true }, ['0123', ''], ['1a', '1@', ' 1'], 'digits only'],
  ];
  for (const [requirement, met, unmet, words] of table) {
    it(JSON.stringify(requirement), () => {
      for (const passcode of met) assert.deepEqual(unmetRequirements(passcode, requirement), [], passcode);
      for (const passcode of unmet) {
        const [first, ...others] = unmetRequirements(passcode, requirement);
        assert.ok(first && say(first).includes(words), `${passcode}: ${first && say(first)}`);
        assert.deepEqual(others, []);
      }
    });
  }

  it('false, 0 and what is left out ask for nothing', () => {
    const nothing: PasscodeRequirement = {
      length: 0,
      have_letter: false,
      have_number: false,
      have_special_character: false,
      have_upper_and_lower_characters: false,
      only_allow_numeric: false,
      consecutive_characters_length: 0,
    };
    for (const passcode of ['', 'aaaaaaaa', '12345678', ' ']) {
      assert.deepEqual(unmetRequirements(passcode, nothing), []);
      assert.deepEqual(unmetRequirements(passcode, {}), []);
    }
  });

  it('a weak passcode is not refused', () => {
    assert.deepEqual(unmetRequirements('111111', { weak_enhance_detection: true }), []);
  });

  it('all that is missing, in one go', () => {
    const all = { length: 4, have_letter: true, have_number: true, have_special_character: true };
    assert.equal(unmetRequirements('', all).length, 4);
  });
});

describe('runs of consecutive characters', () => {
  const runs: readonly string[] = [
    '1111',
    'aaaa',
    '@@@@',
    '1234',
    '4321',
    'abcd',
    'dcba',
    'AbCd',
    'qwer',
    'rewq',
    'ASDF',
    'lkjh',
    'zxcv',
    'mnbv',
    '7890',
    '0987',
  ];
  // Beside each other in the character table, but no run to a person: 9 and :, Z and [, @ and A.
  const noRuns: readonly string[] = [
    '1112',
    '1243',
    'abce',
    'a1b2',
    'qwes',
    'qazw',
    'poqw',
    '789:',
    '?@AB',
    'XYZ[',
    'zabc',
    '9012',
    '1357',
    'aceg',
    '',
  ];

  for (const run of runs) {
    it(`${run} is a run of four, wherever it is`, () => {
      for (const passcode of [run, `x9${run}`, `${run}9x`, `-${run}-`]) {
        assert.equal(unmetRequirements(passcode, { consecutive_characters_length: 4 }).length, 1, passcode);
      }
      assert.deepEqual(unmetRequirements(run, { consecutive_characters_length: 5 }), []);
    });
  }

  for (const text of noRuns) {
    it(`"${text}" holds no run of four`, () => {
      assert.deepEqual(unmetRequirements(text, { consecutive_characters_length: 4 }), []);
    });
  }

  it('n forbids n, and allows n - 1', () => {
    for (const n of [4, 5, 6, 7, 8]) {
      const requirement = { consecutive_characters_length: n };
      assert.deepEqual(unmetRequirements('12345678'.slice(0, n - 1), requirement), []);
      assert.deepEqual(
        unmetRequirements('12345678'.slice(0, n), requirement).map((each) => say(each)),
        [`at most ${n - 1} equal or consecutive characters in a row`],
      );
    }
  });

  it('1 is no rule: every passcode would break it', () => {
    assert.deepEqual(unmetRequirements('aa', { consecutive_characters_length: 1 }), []);
  });
});

describe('characters and length', () => {
  it('the agreed ones, the printable ones, and all others', () => {
    assert.equal(maxPasscodeLength, 10);
    for (let code = 0; code < 0x180; code++) {
      const character = String.fromCharCode(code);
      const agreed = /[A-Za-z0-9]/.test(character) || '@-_*'.includes(character);
      assert.equal(agreedCharacters.test(character), agreed, character);
      assert.equal(printableCharacters.test(character), code >= 0x20 && code <= 0x7e, character);
    }
    assert.equal(printableCharacters.test('a\n'), false);
    assert.equal(agreedCharacters.test('a\n'), false);
  });
});

/** A linear congruential generator: the same numbers in every run. */
function numbers(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const flags = ['have_letter', 'have_number', 'have_special_character', 'have_upper_and_lower_characters'] as const;
const runLengths = [0, 4, 5, 6, 7, 8];

/** Every combination of the keys. */
const requirements: readonly PasscodeRequirement[] = Array.from({ length: 32 }, (_, bits) => bits).flatMap((bits) =>
  Array.from({ length: 12 }, (_, length) => length).flatMap((length) =>
    runLengths.map((run) => ({
      length,
      ...Object.fromEntries(flags.map((flag, at) => [flag, (bits & (1 << at)) !== 0])),
      only_allow_numeric: (bits & 16) !== 0,
      consecutive_characters_length: run,
    })),
  ),
);

function isSatisfiable(requirement: PasscodeRequirement): boolean {
  const { length = 0, only_allow_numeric, have_letter, have_special_character } = requirement;
  const contradicts =
    only_allow_numeric && (have_letter || have_special_character || requirement.have_upper_and_lower_characters);
  return length <= 10 && !contradicts;
}

describe('generatePasscode', () => {
  it('meets every requirement that can be met, and no other is answered', () => {
    const random = numbers(1);
    for (const requirement of requirements) {
      const passcode = generatePasscode(requirement, random);
      const about = `${JSON.stringify(requirement)}: ${passcode}`;
      assert.equal(passcode !== undefined, isSatisfiable(requirement), about);
      if (passcode === undefined) continue;
      assert.deepEqual(unmetRequirements(passcode, requirement), [], about);
      assert.ok(agreedCharacters.test(passcode) && passcode.length <= 10 && passcode.length >= 8, about);
    }
  });

  it('the strictest that can be met is met every time', () => {
    const random = numbers(2);
    for (const only_allow_numeric of [true, false]) {
      for (let time = 0; time < 1000; time++) {
        const strict = { length: 10, only_allow_numeric, consecutive_characters_length: 2 };
        assert.ok(generatePasscode(strict, random), `time ${time}`);
      }
    }
  });

  it('gives up where the source of numbers is stuck, instead of trying for ever', () => {
    assert.equal(
      generatePasscode({ consecutive_characters_length: 4, only_allow_numeric: true }, () => 0),
      undefined,
    );
  });

  it('asks for whole numbers of a positive range only', () => {
    const asked: number[] = [];
    const random = numbers(3);
    generatePasscode({ have_special_character: true, have_upper_and_lower_characters: true }, (below) => {
      asked.push(below);
      return random(below);
    });
    assert.ok(asked.length > 0 && asked.every((below) => Number.isInteger(below) && below > 0));
  });

  it('the same numbers give the same passcode, other numbers another', () => {
    const made = Array.from({ length: 1000 }, (_, seed) => generatePasscode({}, numbers(seed)));
    assert.equal(made[7], generatePasscode({}, numbers(7)));
    assert.equal(new Set(made).size, made.length);
  });

  it('characters that are easily confused are left out', () => {
    const random = numbers(4);
    const all = Array.from({ length: 500 }, () => generatePasscode({ have_upper_and_lower_characters: true }, random));
    assert.doesNotMatch(all.join(''), /[lIO01o]/);
  });

  it('every place holds every kind of character about equally often', () => {
    const random = numbers(5);
    const digits = new Array<number>(8).fill(0);
    const first = new Map<string, number>();
    for (let time = 0; time < 8000; time++) {
      const passcode = generatePasscode({}, random) as string;
      [...passcode].forEach((character, at) => {
        if (/[0-9]/.test(character)) digits[at] = (digits[at] ?? 0) + 1;
      });
      first.set(passcode[0] as string, (first.get(passcode[0] as string) ?? 0) + 1);
    }
    const mean = digits.reduce((a, b) => a + b) / 8;
    for (const count of digits) assert.ok(Math.abs(count - mean) < mean * 0.1, `${digits}`);
    const letters = [...first].filter(([character]) => /[a-z]/.test(character)).map(([, count]) => count);
    assert.ok(Math.max(...letters) < 2 * Math.min(...letters), `${letters}`);
  });
});
