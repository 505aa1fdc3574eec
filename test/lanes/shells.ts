import { runAll } from './lane.ts';

/** The other of the two processes of `npm run test:fast`: all that stands on the engine, and all that ships with it. */
await runAll('{server,docs,packaging,syntaxes}/**/*.test.ts', '*.test.ts');
