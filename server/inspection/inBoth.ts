import type { Finding, Report } from '../../shared/index.ts';

/** Of a body that may be a create or an update: what is reported of either. */
export function reportBoth(one: Report, other: Report): Report {
  const inBoth = (mine: readonly Finding[], others: readonly Finding[]) => {
    const known = new Set(others.map(keyOf));
    return mine.filter((each) => known.has(keyOf(each)));
  };
  return {
    findings: inBoth(one.findings, other.findings),
    separate: inBoth(one.separate, other.separate),
    ignored: inBoth(one.ignored, other.ignored),
    used: [...new Set([...one.used, ...other.used])],
    conclusive: false,
  };
}

function keyOf({ code, span, message, severity }: Finding): string {
  return JSON.stringify([code, span, message, severity]);
}
