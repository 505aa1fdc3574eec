import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sbom } from '../../packaging/sbom.ts';

const product = { name: 'lens', version: '1.0.0', license: 'MIT' };
const bundled = { name: '@s/a', version: '2.0.0', license: 'ISC', texts: ['You may.'], path: 'node_modules/@s/a' };
// Two bytes, 0x01 0xff, stand for the 64 of a real hash.
const lock = { 'node_modules/@s/a': { integrity: 'sha512-Af8=' } };

describe('the bill of materials', () => {
  it('names a package by its URL, with its licence and the hash that the lock file has', () => {
    const { serialNumber, ...bill } = JSON.parse(sbom(product, [bundled, bundled], lock));
    assert.match(serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const expression = (licence: string) => [{ expression: licence }];
    const [own, other] = ['pkg:npm/lens@1.0.0', 'pkg:npm/%40s/a@2.0.0'];
    assert.deepEqual(bill, {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': own,
          name: 'lens',
          version: '1.0.0',
          licenses: expression('MIT'),
          purl: own,
        },
      },
      components: [
        {
          type: 'library',
          'bom-ref': other,
          group: '@s',
          name: 'a',
          version: '2.0.0',
          licenses: expression('ISC'),
          purl: other,
          hashes: [{ alg: 'SHA-512', content: '01ff' }],
        },
      ],
      dependencies: [{ ref: own, dependsOn: [other] }, { ref: other }],
    });
  });

  it('of the same packages in another order is the same text; of others it has another number', () => {
    const second = { ...bundled, name: 'b', path: 'node_modules/b' };
    assert.equal(sbom(product, [bundled, second], lock), sbom(product, [second, bundled], lock));
    const number = (text: string) => JSON.parse(text).serialNumber;
    assert.notEqual(number(sbom(product, [bundled], lock)), number(sbom(product, [second], lock)));
  });

  it('of what is built names the packages of the notices, each with a hash', () => {
    const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
    const { components } = JSON.parse(read('dist/sbom.cdx.json'));
    const named = [...read('THIRD-PARTY-NOTICES.txt').matchAll(/^-{100}\n\n(\S+ \S+) \(/gm)].map(([, name]) => name);
    type Component = { group?: string; name: string; version: string; hashes?: readonly unknown[] };
    const nameOf = ({ group, name, version }: Component) => `${group ? `${group}/` : ''}${name} ${version}`;
    assert.deepEqual(components.map(nameOf).sort(), named.toSorted());
    assert.ok(components.every(({ hashes }: Component) => hashes?.length === 1));
  });
});
