import type { BundledPackage } from './packages.ts';

const introduction = `Third-party notices

The programs in dist/ contain code of the packages below, each under the licence that follows its name.
`;

/** In the order of the packages' names; those of two copies of one version are written once. */
export function notices(packages: readonly BundledPackage[]): string {
  return [introduction, ...new Set(packages.map(notice).sort())].join(`\n${'-'.repeat(100)}\n\n`);
}

function notice({ name, version, license, texts }: BundledPackage): string {
  return `${name} ${version} (${license})\n\n${texts.join('\n\n').replace(/\r\n?/g, '\n')}\n`;
}
