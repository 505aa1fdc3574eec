import assert from 'node:assert/strict';
import { it } from 'node:test';
import { expectStories, project, withWorkspace } from './support.ts';

const zoomFile = { 'first.zoom-create.json': '{}\n' };

it('the stories of the lens, in the Node extension host', async () => {
  await withWorkspace('lens', zoomFile, (workspace) => expectStories({ workspace, extension: project }));
});

it('the stories of the lens, in a web worker', async () => {
  await withWorkspace('lens', zoomFile, async (workspace) => {
    const told = await expectStories({ workspace, extension: project, web: true });
    assert.ok(told.length > 5);
  });
});

it('the stories of the lens, in Restricted Mode', async () => {
  await withWorkspace('lens', zoomFile, (workspace) =>
    expectStories({ workspace, extension: project, restricted: true }),
  );
});

it('a workspace without Zoom files stays quiet', async () => {
  const files = { 'readme.md': '# Nothing to see\n' };
  await withWorkspace('quiet', files, (workspace) => expectStories({ workspace, extension: project }));
});
