/** What a request may say, where some of its values are filled in later. */
import { hostMayUsePersonalId, type Profile } from '../model/profile.ts';
import { personalFacts, type RequestBody, usesPersonalId } from '../model/request.ts';
import type { Meeting, Operation, PersonalUse, Sent } from '../model/security.ts';
import type { Enforcement } from './enforcement.ts';
import type { Condition, FactValue } from './facts.ts';

/** What the request says if its open values are filled in in one way. */
export interface PossibleRequest {
  readonly sent: Sent;
  /** It uses the personal meeting ID, where that depends on an open value. */
  readonly usesPersonalId?: boolean;
  readonly assumed: Condition;
}

const statedFields = [
  'waiting_room',
  'password',
  'meeting_authentication',
  'authentication_option',
  'default_password',
] as const;

/**
 * Everything that the request may say, as far as it decides what is stored: an open boolean is true, false or not given, an
 * open string is given or not. `personal`: how the use of the personal meeting ID depends on open values.
 */
export function possibleRequests(
  operation: Operation,
  {
    sent,
    open,
    namesTemplate = false,
  }: Pick<RequestBody, 'sent' | 'open'> & Partial<Pick<RequestBody, 'namesTemplate'>>,
  { ifPersonal }: Enforcement,
  personal: readonly PersonalCase[],
): readonly PossibleRequest[] {
  const names = statedFields.filter((name) => operation === 'create' || name !== 'default_password');
  const filled = names.reduce<readonly PossibleRequest[]>(
    (sofar, name) => {
      const placeholder = open[name];
      return placeholder === undefined ? sofar : sofar.flatMap((each) => assumingEach(each, name, placeholder));
    },
    ifPersonal
      ? personal.map(({ use, assumed }) => ({ sent, usesPersonalId: use === true, assumed }))
      : [{ sent, assumed: {} }],
  );
  // An update of one occurrence does not apply a template.
  const mayCount = namesTemplate && !sent.occurrence && filled.some((each) => each.sent.waiting_room === undefined);
  return mayCount ? filled.flatMap(withEachTemplate) : filled;
}

function withEachTemplate(request: PossibleRequest): readonly PossibleRequest[] {
  return [true, false].map((template) => ({
    ...request,
    sent: { ...request.sent, template },
    assumed: { ...request.assumed, 'template.waiting_room': template },
  }));
}

function assumingEach(request: PossibleRequest, name: (typeof statedFields)[number], placeholder: string) {
  const isText = name === 'password' || name === 'authentication_option';
  const given = isText ? [[true, placeholder] as const] : [[true, true] as const, [false, false] as const];
  const assume = (value: FactValue): Condition => ({ ...request.assumed, [`request.${name}`]: value });
  return [
    ...given.map(([fact, value]) => ({
      ...request,
      sent: { ...request.sent, [name]: value },
      assumed: assume(fact),
    })),
    { ...request, assumed: assume(null) },
  ];
}

/** In the place of a passcode that is yet to be made. */
export const placeholderPasscode = 'a-passcode';

/** The same request with these fields added or replaced. */
export function sending(requests: readonly PossibleRequest[], more: Sent): readonly PossibleRequest[] {
  return requests.map((each) => ({ ...each, sent: { ...each.sent, ...more } }));
}

/** One way to fill in `use_pmi` and `type`, and whether the meeting uses the personal meeting ID then. */
interface PersonalCase {
  readonly use: PersonalUse;
  readonly assumed: Condition;
}

type Said = Pick<Meeting, 'type' | 'use_pmi'>;

/** A type with which a meeting may use the personal meeting ID, and one with which it may not. */
const possibleTypes: readonly (readonly [FactValue, Said])[] = [
  [true, { type: 2 }],
  [false, { type: 1 }],
  [null, {}],
];
const possibleUses: readonly (readonly [FactValue, Said])[] = [
  [true, { use_pmi: true }],
  [false, { use_pmi: false }],
  [null, {}],
];
const settled: readonly (readonly [undefined, Said])[] = [[undefined, {}]];

/** What the host's own setting may be, which counts for a create that does not say whether it uses the personal meeting ID. */
const possibleSettings: readonly (readonly [boolean, Said])[] = [
  [true, { use_pmi: true }],
  [false, { use_pmi: false }],
];

/** One case where neither value is open, and the profile settles what counts if there is none. */
export function personalCases(
  operation: Operation,
  body: RequestBody,
  meeting?: Meeting,
  profile?: Profile,
): readonly PersonalCase[] {
  const { use_pmi, type } = body.open;
  const hostDecides =
    operation === 'create' && personalFacts(body).use_pmi === undefined && profile && hostMayUsePersonalId(profile);
  const ways = (use_pmi === undefined ? settled : possibleUses).flatMap(([usesIt, said]) =>
    (hostDecides && said.use_pmi === undefined ? possibleSettings : settled).map(([usual, saidOfHost]) => ({
      said: { ...saidOfHost, ...said },
      assumed: {
        ...(usesIt === undefined ? {} : { 'request.use_pmi': usesIt }),
        ...(usual === undefined ? {} : { 'user.use_pmi': usual }),
      },
    })),
  );
  return ways.flatMap(({ said, assumed }) =>
    (type === undefined ? settled : possibleTypes).map(([mayUseIt, saidOfType]) => ({
      use: usesPersonalId(operation, body, meeting, { ...said, ...saidOfType }, profile?.usePersonalId),
      assumed: { ...assumed, ...(mayUseIt === undefined ? {} : { 'request.type': mayUseIt }) },
    })),
  );
}
