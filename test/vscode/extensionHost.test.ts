import { describe, it } from 'node:test';
import { tellStories } from './stories.ts';

describe('the stories', () => {
  it('all of them, in the Node extension host; a workspace without Zoom files stays quiet', () =>
    tellStories('node', {}, 'lens', 'quiet'));

  it('those that touch files and one of each feature, in a web worker, which gets the readers from the client', () =>
    tellStories('worker', { web: true }, 'lens'));
});
