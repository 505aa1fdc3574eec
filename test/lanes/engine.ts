import { runAll } from './lane.ts';

/** One of the two processes of `npm run test:fast`: what the engine says. */
await runAll('{spec,shared}/**/*.test.ts');
