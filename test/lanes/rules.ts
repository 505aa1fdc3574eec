import { runLane } from './lane.ts';

runLane('rules');
