import type { Fix, Path } from '../finding.ts';
import { nodeAt } from '../json/lookup.ts';
import type { JsonNode } from '../json/parse.ts';
import { bodyLevels } from '../model/bodyFields.ts';
import { bodySpan } from '../model/request.ts';
import { text } from '../text.ts';
import type { Observation, RequestContext, RequestRule } from './rule.ts';
import { isPlainMove, moving, placeAt, type Stray } from './support/strays.ts';

/** A field of the body in an object in which Zoom does not read it: it has no effect there, and nothing says so. */
export const fieldMisplaced: RequestRule = {
  code: 'field-misplaced',
  severity: 'warning',
  summary: text`A field is in a place where Zoom does not read it.`,
  check(context) {
    const misplaced = context.strays.filter(({ home }) => home);
    return isBareSettings(context, misplaced)
      ? [wrapping(context)]
      : misplaced.map((each) => observe(context, each, each.home as Path));
  },
};

function observe(context: RequestContext, stray: Stray, home: Path): Observation {
  const { key, keySpan, span } = stray.property;
  const message =
    home.length > 0
      ? text`${key} has no effect here: Zoom reads it only inside "${home.join('.')}".`
      : text`${key} has no effect here: Zoom reads it only at the top of the body.`;
  return { message, span: keySpan, fixes: () => fixesFor(context, stray, home), unread: [span] };
}

function fixesFor({ body, prediction }: RequestContext, stray: Stray, home: Path): readonly Fix[] {
  const { key, value } = stray.property;
  const change = moving(stray, [...home, key]);
  const inside = home.join('.');
  switch (placeAt(body, [...home, key], [...stray.level.path, key])) {
    case 'free':
      return [
        {
          title: inside ? text`Move ${key} into "${inside}"` : text`Move ${key} to the top of the body`,
          changes: [change],
          preferred: true,
          keepsMeaning: isPlainMove(body, stray, change.to, prediction.operation),
        },
      ];
    case 'taken':
      return [
        {
          title: inside
            ? text`Remove the field: ${key} is inside "${inside}" already`
            : text`Remove the field: ${key} is at the top of the body already`,
          changes: [{ op: 'remove', path: [...stray.level.path, key] }],
          // What is filled in later, or says something else, is removed only by a fix for just that.
          preferred: isSame(value, nodeAt(body.root, [...home, key])),
        },
      ];
    default:
      return [];
  }
}

function isSame(a: JsonNode | undefined, b: JsonNode | undefined): boolean {
  return a !== undefined && b !== undefined && 'value' in a && 'value' in b && a.value === b.value;
}

/** The body has fields of `settings`, and none of its own or of another object. */
function isBareSettings({ body, prediction }: RequestContext, misplaced: readonly Stray[]): boolean {
  const own = bodyLevels[prediction.operation].find(({ path }) => path.length === 0)?.names;
  const atTop = misplaced.filter(({ level }) => level.path.length === 0);
  const allInSettings = atTop.length > 1 && atTop.every(({ home }) => String(home) === 'settings');
  return body.isComplete && allInSettings && body.root?.properties.every(({ key }) => !own?.has(key)) === true;
}

function wrapping({ body, strays, prediction: { operation } }: RequestContext): Observation {
  const keys = new Set(body.root?.properties.map(({ key }) => key).filter((key) => key !== '$schema'));
  const changes = [...keys].map((key) => ({ op: 'move' as const, path: [key], to: ['settings', key] }));
  const keepsMeaning = strays.every((each) => isPlainMove(body, each, ['settings', each.property.key], operation));
  return {
    message: text`These fields have no effect here: Zoom reads them only inside "settings".`,
    span: bodySpan(body),
    fixes: () => [{ title: text`Move all of them into "settings"`, changes, preferred: true, keepsMeaning }],
    unread: strays.filter(({ home }) => home).map(({ property }) => property.span),
  };
}
