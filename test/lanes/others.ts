import { runLane } from './lane.ts';

runLane('others');
