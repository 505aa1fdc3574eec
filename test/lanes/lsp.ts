import { runLane } from './lane.ts';

await runLane('lsp');
