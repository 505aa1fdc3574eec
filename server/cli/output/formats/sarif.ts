import { rules, type Severity, say } from '../../../../shared/index.ts';
import type { Problem } from '../../input/problems.ts';
import type { CheckedFile, Report } from '../checked.ts';
import { fingerprints } from '../fingerprint.ts';
import type { FindingDetails, FixData } from '../report.ts';
import type { Format } from './format.ts';

/** SARIF 2.1.0, as GitHub code scanning and other viewers read it. */
export const sarif: Format = {
  name: 'sarif',
  pages: true,
  detail: () => ({ fixes: true }),
  end: (report: Report) => `${JSON.stringify(logOf(report), null, 2)}\n`,
};

type Level = 'error' | 'warning' | 'note';

const levels: Record<Severity, Level> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

function logOf({ files, problems, version, pages }: Report) {
  const found = rules.filter(({ code }) => pages.has(code));
  const indexes = new Map(found.map(({ code }, at) => [code, at]));
  const driver = {
    name: 'zoom-request-lens',
    fullName: 'Request Lens for Zoom Meetings',
    version,
    semanticVersion: version,
    informationUri: homepage,
    rules: found.map(({ code, severity, summary }) => ({
      id: code,
      shortDescription: { text: say(summary) },
      help: { text: say(summary), markdown: pages.get(code) ?? say(summary) },
      helpUri: pageUri(code, version),
      defaultConfiguration: { level: levels[severity] },
    })),
  };
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          { executionSuccessful: problems.length === 0, toolExecutionNotifications: problems.map(notification) },
        ],
        results: files.flatMap((each) => resultsOf(each, indexes)),
      },
    ],
  };
}

const homepage = 'https://www.npmjs.com/package/zoom-request-lens';

/** The pages of the rules are part of the package. */
function pageUri(code: string, version: string): string {
  return `https://unpkg.com/zoom-request-lens@${version}/docs/rules/${code}.md`;
}

const root = '%SRCROOT%';

function notification({ file, message }: Problem) {
  return { level: 'error', message: { text: file === null ? message : `${file}: ${message}` } };
}

function resultsOf(file: CheckedFile, indexes: ReadonlyMap<string, number>) {
  const prints = fingerprints(file);
  const artifactLocation = locationOf(file.fileInRoot);
  return file.findings.map((finding, at) => ({
    ruleId: finding.code,
    ruleIndex: indexes.get(finding.code) ?? -1,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation, region: regionOf(finding.range) },
        ...(finding.request === undefined ? {} : { logicalLocations: [{ name: finding.request, kind: 'object' }] }),
      },
    ],
    partialFingerprints: { 'zoomRequestLens/v1': prints[at] },
    ...(finding.cause ? { relatedLocations: [causeOf(finding.cause)] } : {}),
    ...(finding.fixes?.length ? { fixes: finding.fixes.map((each) => fixOf(each, artifactLocation)) } : {}),
  }));
}

type ArtifactLocation = ReturnType<typeof locationOf>;

/** A path outside of the repository is absolute. */
function locationOf(path: string) {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: root };
}

function regionOf({ start, end }: FindingDetails['range']) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function causeOf({ fileInRoot, line }: NonNullable<FindingDetails['cause']>) {
  const physicalLocation = { artifactLocation: locationOf(fileInRoot), region: { startLine: line + 1 } };
  return { id: 0, message: { text: 'The line of the lock profile that causes it.' }, physicalLocation };
}

function fixOf({ title, edits }: FixData, artifactLocation: ArtifactLocation) {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    ...(newText === '' ? {} : { insertedContent: { text: newText } }),
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}
