/** Lock profiles as texts. */

const names: Readonly<Record<string, string>> = { W: 'waitingRoom', P: 'passcode', A: 'authentication' };

const states: Readonly<Record<string, object>> = {
  'locked on': { enabled: true, locked: true },
  'locked off': { enabled: false, locked: true },
  unlocked: { enabled: true, locked: false },
};

interface More {
  /** False: the account does without the requirement of one security option. */
  readonly required?: false;
  /** Zoom's `meeting_password_requirement`. */
  readonly requirement?: object;
  readonly options?: readonly object[];
  readonly rules?: '2025-03-24';
}

/** `W locked on · P locked off · A unlocked`; a setting that is left out is unknown. Zoom's tables apply, unless `rules` names others. */
export function profileWith(locks: string, { required, requirement, options, rules }: More = {}): string {
  const settings = Object.fromEntries(
    locks
      .split(' · ')
      .filter(Boolean)
      .map((each) => {
        const state = states[each.slice(2)];
        const name = names[each.charAt(0)];
        if (!state || !name) throw new Error(`Not a lock: ${each}`);
        return [name, state];
      }),
  );
  const { passcode, authentication } = settings;
  const withRequirement = requirement && { passcode: { ...passcode, requirement } };
  const withOptions = options && { authentication: { ...authentication, options } };
  const free = required === false && { account: { plan: 'enterprise' }, requireSecurityOption: { enabled: false } };
  return JSON.stringify({ rules: rules ?? '2020-12-20', ...settings, ...withRequirement, ...withOptions, ...free });
}

export const signedIn = { id: 'opt-signed-in', name: 'Anyone signed in', default: true };
export const staff = { id: 'opt-staff', name: 'Staff', default: false };
