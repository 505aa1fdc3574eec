import { createHash } from 'node:crypto';
import type { BundledPackage } from './packages.ts';

interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Of package-lock.json, by the path of each package. */
export type Lock = Readonly<Record<string, { readonly integrity?: string }>>;

/**
 * The software bill of materials of the bundles: CycloneDX 1.6, as JSON. The same packages give the same text, so it has no
 * timestamp, and a serial number that is made from the rest.
 */
export function sbom(product: Product, packages: readonly BundledPackage[], lock: Lock): string {
  const components = [...new Map(packages.map((each) => [reference(each), component(each, lock)])).values()];
  const bill = {
    metadata: { component: { type: 'application', 'bom-ref': reference(product), ...described(product) } },
    components: components.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [
      { ref: reference(product), dependsOn: components.map((each) => each['bom-ref']) },
      ...components.map((each) => ({ ref: each['bom-ref'] })),
    ],
  };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(bill))}`;
  const head = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber, version: 1 };
  return `${JSON.stringify({ ...head, ...bill }, null, 2)}\n`;
}

function component(bundled: BundledPackage, lock: Lock) {
  const { integrity = '' } = lock[bundled.path] ?? {};
  const [, algorithm, digest = ''] = /^sha(\d+)-(.+)$/.exec(integrity) ?? [];
  const hashes = [{ alg: `SHA-${algorithm}`, content: Buffer.from(digest, 'base64').toString('hex') }];
  return { type: 'library', 'bom-ref': reference(bundled), ...described(bundled), ...(algorithm && { hashes }) };
}

function described({ name, version, license }: Product) {
  const [, group, base = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const purl = reference({ name, version });
  return { ...(group && { group }), name: base, version, licenses: [{ expression: license }], purl };
}

/** The package URL: `pkg:npm/%40scope/name@1.0.0`. */
function reference({ name, version }: Pick<Product, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** A UUID of version 8, the one for numbers that are made in a way of one's own. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
