import type { Location, ReferenceParams } from 'vscode-languageserver-protocol';
import { propertiesAround } from '../../../shared/index.ts';
import type { Subject } from '../../inspection/subject.ts';
import type { FeatureContext } from '../feature.ts';

/** From a setting of the lock profile to the fields that it overwrites; undefined on anything else. */
export async function references(
  { text, inspection }: Subject,
  { position }: ReferenceParams,
  { governedBy }: FeatureContext,
): Promise<Location[] | undefined> {
  if (inspection.kind !== 'profile') return undefined;
  const [setting] = propertiesAround(inspection.document, text.offsetAt(position));
  if (!setting) return undefined;
  const overwritten = (await governedBy(text.uri)).flatMap((each) => each.overwritten);
  return overwritten.filter(({ key }) => key === setting.key).map(({ location }) => location);
}
