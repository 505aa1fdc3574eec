import { runLane } from './lane.ts';

runLane('lsp');
