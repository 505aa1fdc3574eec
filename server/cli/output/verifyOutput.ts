import {
  type Fit,
  isAsPredicted,
  type RuleSet,
  requestPath,
  ruleSets,
  type Verification,
  valueText,
  verifiedFields,
  visible,
} from '../../../shared/index.ts';
import type { AnsweredFile } from '../../inspection/inspection.ts';
import type { Inspector } from '../input/inspector.ts';
import type { Problem } from '../input/problems.ts';
import { findingJson } from './formats/json.ts';
import { printed } from './print.ts';
import { type FindingDetails, printFinding } from './report.ts';
import { type Row, tableText } from './table.ts';

/** A response, the request that it is compared with, and what is found. */
export interface VerifiedResponse {
  readonly path: string;
  readonly answered: AnsweredFile;
  readonly findings: readonly FindingDetails[];
}

/** How many of the responses each rule set agrees with. */
type Tally = Readonly<Record<RuleSet, number>>;

const names: Readonly<Record<RuleSet, string>> = {
  '2020-12-20': "Zoom's tables of December 2020",
  '2025-03-24': "Zoom's current API reference",
};

/** The shape that docs/verify.md promises. */
export function verifyJson(
  verified: readonly VerifiedResponse[],
  inspector: Inspector,
  problems: readonly Problem[],
): string {
  const responses = verified.map((each) => responseJson(each, inspector));
  const tally = tallyOf(verified);
  const rules = ruleSets.map((each) => ({ rules: each, agree: tally[each], of: verified.length }));
  return `${JSON.stringify({ version: 1, responses, rules, better: betterOf(tally) ?? null, problems }, null, 2)}\n`;
}

function responseJson(response: VerifiedResponse, inspector: Inspector) {
  const { path, answered, findings } = response;
  const { uri, name, file, verification } = answered;
  const [only, second] = verification.rules;
  return {
    response: path,
    file: inspector.displayPath(uri),
    ...(name === undefined ? {} : { request: name }),
    operation: file.operation,
    profile: file.profile ? inspector.displayPath(file.profile.uri) : null,
    rules: second ? null : (only ?? null),
    scenario: verification.prediction.scenario,
    agrees: agrees(response),
    fits: verification.fits.map((fit) => ({
      rules: fit.rules,
      agrees: fit.differing.length === 0,
      fields: verifiedFields(verification, fit).map(({ agrees: agree = null, ...field }) => ({
        ...field,
        agrees: agree,
      })),
    })),
    findings: findings.map(findingJson),
  };
}

/** A table for each scenario and rule set, the findings, and which rule set fits better. */
export function verifyText(
  verified: readonly VerifiedResponse[],
  inspector: Inspector,
  width = Number.POSITIVE_INFINITY,
): string {
  if (verified.length === 0) return '';
  const findings = verified.flatMap(({ path, findings }) => findings.map((each) => printFinding(path, each)));
  const blocks = [
    ...tables(verified, inspector, width),
    ...(findings.length > 0 ? [findings.join('\n')] : []),
    summary(verified),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** One response by one rule set, or by both where these do not differ. */
interface Compared {
  readonly response: VerifiedResponse;
  readonly fit: Fit;
}

function tables(verified: readonly VerifiedResponse[], inspector: Inspector, width: number): readonly string[] {
  const groups = new Map<string, Compared[]>();
  for (const response of verified)
    for (const [heading, fit] of comparisons(response.answered)) {
      const group = groups.get(heading) ?? [];
      groups.set(heading, group);
      group.push({ response, fit });
    }
  const sorted = [...groups].sort(([a], [b]) => scenarioIn(a).localeCompare(scenarioIn(b), 'en', { numeric: true }));
  return sorted.map(([heading, group]) => [heading, '', ...tableText(rowsOf(group, inspector), width)].join('\n'));
}

function scenarioIn(heading: string): string {
  return heading.slice(0, heading.indexOf(' · '));
}

function comparisons({ file, verification }: VerifiedResponse['answered']): readonly (readonly [string, Fit])[] {
  const { scenario } = verification.prediction;
  const where =
    scenario === null ? `${file.operation}, in no scenario of Zoom's` : `${file.operation} scenario ${scenario}`;
  const { fits } = verification;
  const [first, second] = fits;
  if (first && first.closest === second?.closest) return [[`${where} · both rule sets`, first]];
  return fits.map((fit) => [`${where} · ${names[fit.rules]}${usedMark(verification, fit)}`, fit] as const);
}

/** Where the profile names a rule set, the other one is shown for comparison. */
function usedMark(verification: Verification, { rules }: Fit): string {
  return verification.rules.includes(rules) ? '' : ', which the lock profile does not name';
}

const heads = ['response', 'request', 'field', 'predicted', 'seen', 'agree'];

function rowsOf(group: readonly Compared[], inspector: Inspector): readonly Row[] {
  const rows = group.flatMap(({ response: { path, answered }, fit }) => {
    const request = requestPath(inspector.displayPath(answered.uri), answered.name);
    return verifiedFields(answered.verification, fit).map(({ name, predicted, seen, agrees: agree }, index) => [
      ...(index === 0 ? [visible(path), visible(request)] : ['', '']),
      name,
      printed(valueText(name, predicted)),
      printed(valueText(name, seen)),
      agree === undefined ? '–' : agree ? 'yes' : 'no',
    ]);
  });
  return [heads, ...rows].map((cells) => ({ cells }));
}

function summary(verified: readonly VerifiedResponse[]): string {
  const agreeing = verified.filter(agrees).length;
  const tally = tallyOf(verified);
  const better = betterOf(tally);
  const counts = ruleSets.map((rules) => `${names[rules]} (${rules}): ${tally[rules]}`);
  const isAlike = tally['2020-12-20'] > 0 ? 'Both rule sets fit equally well.' : 'Neither rule set fits.';
  return [
    `${agreeing} of ${verified.length} ${verified.length === 1 ? 'response agrees' : 'responses agree'} with the prediction.`,
    `By rule set: ${counts.join('; ')}.`,
    better ? `${names[better]} (${better}) ${better === '2020-12-20' ? 'fit' : 'fits'} the responses better.` : isAlike,
  ].join('\n');
}

/** Undefined where both agree with the same number of responses. */
function betterOf(tally: Tally): RuleSet | undefined {
  const [tables, reference] = ruleSets;
  if (tally[tables] === tally[reference]) return undefined;
  return tally[tables] > tally[reference] ? tables : reference;
}

export function agrees({ answered }: VerifiedResponse): boolean {
  return isAsPredicted(answered.verification);
}

function tallyOf(verified: readonly VerifiedResponse[]): Tally {
  const agreeing = (rules: RuleSet) =>
    verified.filter(({ answered }) =>
      answered.verification.fits.some((fit) => fit.rules === rules && fit.differing.length === 0),
    ).length;
  return Object.fromEntries(ruleSets.map((rules) => [rules, agreeing(rules)])) as Tally;
}
