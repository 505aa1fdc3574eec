/** The responses of Zoom's settings endpoints, as far as they decide what is stored of a meeting. */
import { enforcementOf, isRequired, type Lock, type Profile } from '../../shared/index.ts';
import type { JsonObject } from './schema.ts';

/** Undefined for an `option` that the stand-in does not have. */
export function settingsAnswer(profile: Profile, option: string | undefined): JsonObject | undefined {
  const { waitingRoom, passcode, authentication } = valuesOf(profile);
  switch (option) {
    case undefined:
      return {
        schedule_meeting: {
          require_password_for_scheduling_new_meetings: passcode,
          require_password_for_instant_meetings: passcode,
          ...(profile.usePersonalId === undefined ? {} : { use_pmi_for_scheduled_meetings: profile.usePersonalId }),
          meeting_password_requirement: profile.passcodeRequirement,
        },
        in_meeting: { waiting_room: waitingRoom },
      };
    case 'meeting_security':
      return {
        meeting_security: {
          auto_security: isRequired(profile),
          waiting_room: waitingRoom,
          meeting_password: passcode,
          ...personalPasscode(profile, (lock, enabled) => enabled ?? lock === 'enabled-locked'),
          meeting_password_requirement: profile.passcodeRequirement,
        },
      };
    case 'meeting_authentication':
      return {
        meeting_authentication: authentication,
        allow_authentication_exception: false,
        authentication_options: (profile.options ?? []).map(({ id, name, default: isDefault }) => ({
          id,
          ...(name === undefined ? {} : { name }),
          type: 'enforce_login',
          default_option: isDefault,
          visible: true,
        })),
      };
    default:
      return undefined;
  }
}

export function lockSettingsAnswer(profile: Profile, option: string | undefined): JsonObject | undefined {
  const { waitingRoom, passcode, authentication } = enforcementOf(profile).locks;
  const isLocked = ([lock]: readonly Lock[]) => lock !== 'unlocked';
  switch (option) {
    case undefined:
      return {
        schedule_meeting: {
          meeting_authentication: isLocked(authentication),
          require_password_for_scheduling_new_meetings: isLocked(passcode),
          require_password_for_instant_meetings: isLocked(passcode),
        },
      };
    case 'meeting_security':
      return {
        meeting_security: {
          auto_security: isRequired(profile),
          waiting_room: isLocked(waitingRoom),
          meeting_password: isLocked(passcode),
          ...personalPasscode(profile, (lock) => lock !== 'unlocked'),
        },
      };
    default:
      return undefined;
  }
}

/** An unlocked setting of which the profile does not say the value counts as off: by the rules in use, it has no effect. */
function valuesOf(profile: Profile): Readonly<Record<keyof Profile['settings'], boolean>> {
  const { locks } = enforcementOf(profile);
  const value = (setting: keyof Profile['settings']) =>
    profile.settings[setting].enabled ?? locks[setting][0] === 'enabled-locked';
  return { waitingRoom: value('waitingRoom'), passcode: value('passcode'), authentication: value('authentication') };
}

/** Left out where the profile does not say it. */
function personalPasscode(
  { personalPasscode: { locks, enabled } }: Profile,
  read: (lock: Lock, enabled: boolean | undefined) => boolean,
): JsonObject {
  const [lock, another] = locks;
  return lock === undefined || another !== undefined ? {} : { pmi_password: read(lock, enabled) };
}
