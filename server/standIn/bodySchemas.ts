/** The schemas of the bodies that the editor uses, with the four fields that Request Lens checks itself there. */
import create from '../../docs/schemas/zoom-create.schema.json' with { type: 'json' };
import common from '../../docs/schemas/zoom-meeting-body.schema.json' with { type: 'json' };
import update from '../../docs/schemas/zoom-update.schema.json' with { type: 'json' };
import type { Operation } from '../../shared/index.ts';
import { defaultsOf, type JsonObject, type Schema } from './schema.ts';

type Properties = Readonly<Record<string, Schema>>;

interface BodySchema {
  readonly properties: Properties;
  readonly settings: Properties;
  /** What a new meeting has where the body does not say. */
  readonly defaults: { readonly fields: JsonObject; readonly settings: JsonObject };
  /** Everything that is required of the body. */
  readonly all: Schema;
}

const securityFields: Schema = {
  type: 'object',
  properties: {
    password: { type: 'string' },
    settings: {
      type: 'object',
      properties: {
        waiting_room: { type: 'boolean' },
        meeting_authentication: { type: 'boolean' },
        authentication_option: { type: 'string' },
      },
    },
  },
};

export const bodySchemas: Readonly<Record<Operation, BodySchema>> = {
  create: schemaOf(create as unknown as Part),
  update: schemaOf(update as unknown as Part),
};

/** `allOf` refers to what both have in common. */
interface Part {
  readonly properties: Properties & { readonly settings: { readonly properties: Properties } };
}

function schemaOf(own: Part): BodySchema {
  const shared = common as unknown as Part;
  const properties = { ...shared.properties, ...own.properties };
  const settings = { ...shared.properties.settings.properties, ...own.properties.settings.properties };
  return {
    properties,
    settings,
    defaults: { fields: defaultsOf({ properties }), settings: defaultsOf({ properties: settings }) },
    all: { allOf: [securityFields, { properties: shared.properties }, { properties: own.properties }] },
  };
}
