/** What is not known about a request, in words. */
import {
  dependsOnUnknown,
  joined,
  profileKeyOf,
  type RequestContext,
  settings,
  type Text,
  text,
} from '../../shared/index.ts';
import type { RequestInspection } from './inspection.ts';
import { literally } from './markdown.ts';

/** The profile says whether passcodes are locked, but not whether that setting applies or the one for personal meeting IDs. */
export function dependsOnPersonalId({ account, profile }: Pick<RequestContext, 'account' | 'profile'>): boolean {
  return account.personal === 'unknown' && profile?.settings.passcode.locks.length === 1;
}

/** The settings whose lock is not known. The passcode is not one where only the meeting decides which of its two settings applies. */
export function unknownLocks(
  context: Pick<RequestContext, 'account' | 'profile'>,
): readonly (typeof settings)[number][] {
  const onPersonalId = dependsOnPersonalId(context);
  return settings.filter((each) => context.account.locks[each].length > 1 && !(onPersonalId && each === 'passcode'));
}

export function unknownText({ file, context }: Pick<RequestInspection, 'file' | 'context'>): Text {
  const { account } = context;
  const isEitherSetting = dependsOnPersonalId(context);
  const open = unknownLocks(context).map((each) => profileKeyOf(each, account));
  const ofPersonal = account.ifPersonal && account.ifPersonal.locks.passcode.length > 1 ? ['personalMeetingId'] : [];
  const locks = [...open, ...ofPersonal];
  const assumes = (part: string) =>
    context.prediction.cases.some(({ assumed }) => Object.keys(assumed).some((fact) => fact.startsWith(part)));
  const mistyped = context.body.mistyped.map(({ name }) => name);
  const later = Object.keys(context.body.open).filter((name) => !mistyped.includes(name));
  const unknown = [
    ...(locks.length > 0 ? [text`whether the account locks ${locks.map(literally).join(', ')}`] : []),
    ...(isEitherSetting
      ? [text`whether the meeting uses the personal meeting ID, which has its own passcode setting`]
      : []),
    ...(assumes('rules') ? [text`which of Zoom's rules apply`] : []),
    ...(assumes('default_password') ? [text`whether ${literally('default_password')} has an effect`] : []),
    ...(assumes('enabled.') ? [text`which options the account has on by default`] : []),
    ...(later.length > 0 ? [text`what is filled in for ${later.map(literally).join(', ')}`] : []),
    ...(mistyped.length > 0 ? [text`how Zoom reads ${mistyped.map(literally).join(', ')}`] : []),
    ...(file.operation === 'update' && !context.meeting ? [text`the current meeting`] : []),
  ];
  if (unknown.length === 0) return text`Nothing unknown`;
  const all = text`Unknown: ${joined(unknown, '; ')}`;
  return dependsOnUnknown(context.prediction) ? all : text`${all}. It makes no difference here.`;
}
