import type { SavedResponse } from '../../shared/import/recogniseResponse.ts';

/** Saved responses in the shapes of Zoom's reference, with made-up values. */

type Flags = Readonly<Record<string, unknown>>;

export function saved(name: string, content: unknown, level?: SavedResponse['level']): SavedResponse {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
  return { name: `${name}.json`, text, level };
}

export const security = (flags: Flags) => ({ meeting_security: flags });

export const signIn = {
  id: 'signIn_Qe5Xr',
  name: 'Signed in',
  type: 'enforce_login',
  default_option: true,
  visible: true,
};
export const domains = {
  id: 'domains_Ub2Kp',
  name: 'Pupils',
  type: 'enforce_login_with_domains',
  domains: 'pupils.example.net,secret.example.net',
  default_option: false,
  visible: false,
};

export const flat = (on: unknown, options: readonly object[] = [domains, signIn]) => ({
  meeting_authentication: on,
  allow_authentication_exception: true,
  authentication_options: options,
});

export const nested = (on: unknown) => ({ authentication_options: { meeting_authentication: flat(on) } });

export const requirement = {
  length: 7,
  have_letter: true,
  have_number: true,
  have_special_character: true,
  have_upper_and_lower_characters: false,
  only_allow_numeric: false,
  consecutive_characters_length: 6,
  weak_enhance_detection: true,
};

/**
 * The four calls that settle one level: Waiting Room, passcode, authentication and, as Zoom always includes it, the passcode
 * of personal meeting IDs, as `E`, `D` or `U`.
 */
export function levelOf(level: 'account' | 'group', locks: string, name: string = level): readonly SavedResponse[] {
  const [w = 'U', p = 'U', a = 'U', pmi = 'U'] = [...locks];
  const on = (letter: string) => letter === 'E';
  const locked = (letter: string) => letter !== 'U';
  return [
    saved(
      `${name}-settings-meeting_security`,
      security({
        auto_security: true,
        waiting_room: on(w),
        meeting_password: on(p),
        pmi_password: on(pmi),
        meeting_password_requirement: requirement,
      }),
    ),
    saved(`${name}-settings-meeting_authentication`, flat(on(a))),
    saved(
      `${name}-lock_settings-meeting_security`,
      security({
        auto_security: true,
        waiting_room: locked(w),
        meeting_password: locked(p),
        pmi_password: locked(pmi),
      }),
    ),
    saved(`${name}-lock_settings`, { schedule_meeting: { meeting_authentication: locked(a), join_before_host: true } }),
  ];
}
