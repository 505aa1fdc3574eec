import { it } from 'node:test';
import { tellStories } from './stories.ts';

/** Apart from the others of their kind: it fills the time in which these are still at work, and nothing else is. */
it('a handful of the stories, in Restricted Mode', () => tellStories('restricted', { restricted: true }, 'lens'));
