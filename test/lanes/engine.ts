import { runLane } from './lane.ts';

runLane('engine');
