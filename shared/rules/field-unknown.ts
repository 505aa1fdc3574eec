import type { Change, Fix, Path } from '../finding.ts';
import { nodeAt, objectAt } from '../json/lookup.ts';
import type { Property } from '../json/parse.ts';
import { isKnownField, nameSpelledAs } from '../model/bodyFields.ts';
import { nearestName, spelled } from '../model/nearestName.ts';
import type { RequestBody } from '../model/request.ts';
import type { Operation } from '../model/security.ts';
import { text } from '../text.ts';
import type { Observation, RequestRule } from './rule.ts';
import { homeFrom, isPlainMove, moving, placeAt, type Stray } from './support/strays.ts';

/** A name that Zoom does not document and that is close to one that it does: `passcode`, `waitingRoom`, `wating_room`. */
export const fieldUnknown: RequestRule = {
  code: 'field-unknown',
  severity: 'warning',
  mildSeverity: 'hint',
  summary: text`A field that Zoom does not document, where another one is probably meant.`,
  check({ body, strays, prediction: { operation } }) {
    return strays.flatMap((stray) => {
      const meant = stray.home || isKnownField(stray.property.key) ? undefined : meantBy(stray, operation);
      return meant ? [observe(body, operation, stray, meant)] : [];
    });
  },
};

/** Zoom's own word for it in its pages, but not in its API. */
const isPasscode = ({ key }: Property) => spelled(key).bare === 'passcode';

/** The path of a field of the same object a slip or two away, or of another object with the same name but for case and signs. */
function meantBy({ level, property }: Stray, operation: Operation): Path | undefined {
  if (isPasscode(property)) return level.path.length <= 1 ? ['password'] : undefined;
  const written = spelled(property.key);
  const own = nearestName(written, level.spelled, ({ name }) => (name.length < 14 ? 1 : 2));
  if (own) return [...level.path, own];
  const other = nameSpelledAs(written, operation);
  const home = other && homeFrom(level.path, other, operation);
  return home ? [...home, other] : undefined;
}

function observe(body: RequestBody, operation: Operation, stray: Stray, meant: Path): Observation {
  const { level, property } = stray;
  const key = JSON.stringify(property.key);
  const name = meant.at(-1) ?? '';
  const home = meant.slice(0, -1).join('.');
  const isHere = home === level.path.join('.');
  const there = placeAt(body, meant, [...level.path, property.key]) === 'taken' ? nodeAt(body.root, meant) : undefined;
  const isGiven = there !== undefined && !('value' in there && there.value === '');
  const message = isGiven
    ? text`Zoom does not document ${key}. It reads ${name}, which the request has, too.`
    : isHere
      ? text`Zoom does not document ${key}. Did you mean ${name}?`
      : home
        ? text`Zoom does not document ${key}. Did you mean ${name}, inside "${home}"?`
        : text`Zoom does not document ${key}. Did you mean ${name}, at the top of the body?`;
  const mild = isGiven || !isPasscode(property);
  const fixes = () => {
    if (placeAt(body, meant, [...level.path, property.key]) !== 'free') return [];
    const alike = objectAt(body.root, level.path)?.properties.filter(({ key }) => [property.key, name].includes(key));
    const rename: Change = { op: 'rename-at', offset: property.span.start, key: name };
    const title = isHere ? text`Rename it to ${name}` : text`Replace it with ${meant.join('.')}`;
    // Two of a kind, or a null in the place, cannot be renamed one by one.
    const fix: Fix = { title, changes: [isHere && alike?.length === 1 ? rename : moving(stray, meant)] };
    // A near miss may be meant; what secures a meeting in an update, too.
    const preferred = !mild && operation === 'create';
    return [{ ...fix, preferred, keepsMeaning: preferred && isPlainMove(body, stray, meant, operation) }];
  };
  return { message, mild, span: property.keySpan, fixes };
}
