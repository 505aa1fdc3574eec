import { describe, it } from 'node:test';
import { expectProfileFindings } from '../../support/markers.ts';

const code = 'profile-path-outside';
const profile = (meeting: string) =>
  `{ "requests": [{ "files": "a.json", "operation": "update", "meeting": ${JSON.stringify(meeting)} }] }`;

describe(code, () => {
  it('on the path', () => {
    expectProfileFindings(
      `${profile('../m.json')}
//                                                                    ^^^^^^^^^^^ ${code}: This path leads outside the workspace folder or repository, so it is not followed. Paths are relative to the profile.`,
      { outside: ['../m.json'] },
    );
  });

  it('silent: inside, or not known', () => {
    expectProfileFindings(profile('m.json'), { outside: ['../m.json'] });
    expectProfileFindings(profile('../m.json'));
  });
});
