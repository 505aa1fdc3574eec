import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../shared/model/security.ts';
import { projectRoot } from '../host/paths.ts';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly deprecated?: boolean;
  readonly deprecationMessage?: string;
  readonly doNotSuggest?: boolean;
  readonly properties?: Readonly<Record<string, Schema | false>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly defaultSnippets?: readonly {
    readonly label: string;
    readonly description?: string;
    readonly body: unknown;
  }[];
}

export const operations: readonly Operation[] = ['create', 'update'];

export const schemaText = (file: string) => readFileSync(join(projectRoot, 'docs', 'schemas', file), 'utf8');

export const schemaOf = (operation: Operation): Schema => JSON.parse(schemaText(`zoom-${operation}.schema.json`));

/** The snippets for a whole body, as they are inserted if nothing is filled in. */
export function resolvedSnippets() {
  return operations.flatMap((operation) =>
    (schemaOf(operation).defaultSnippets ?? []).map(({ label, body }) => ({ operation, label, text: resolved(body) })),
  );
}

function resolved(body: unknown): string {
  return JSON.stringify(body, null, 2)
    .replaceAll('$RANDOM_HEX', '4f09c2')
    .replaceAll(/"\^\$\{\d+:([^}]*)\}"/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1');
}
