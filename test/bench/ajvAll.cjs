// Reads all JSON files of a folder, parses them and validates them against the schema of a create request.
const { readdirSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [, , folder, modules, schemas] = process.argv;
const load = createRequire(join(modules, 'x.js'));
const Ajv = load('ajv').default;
const read = (name) => JSON.parse(readFileSync(join(schemas, name), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
ajv.addSchema(read('zoom-meeting-body.schema.json'), 'zoom-meeting-body.schema.json');
const validate = ajv.compile(read('zoom-create.schema.json'));
let wrong = 0;
for (const name of readdirSync(folder)) {
  if (!name.endsWith('.zoom-create.json')) continue;
  if (!validate(JSON.parse(readFileSync(join(folder, name), 'utf8')))) wrong += 1;
}
process.stdout.write(`${wrong}\n`);
