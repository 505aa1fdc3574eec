import hooks from 'node:async_hooks';

/**
 * Node's test runner follows every promise, to name the test of an error that is not awaited: a quarter of the time of the lanes
 * lsp and cli. Here such an error fails the lane without the name of a test. Nothing else of the runner uses the hook; where
 * it is not created in this way, the lanes are only slower.
 */
const { createHook } = hooks;
hooks.createHook = () => unused;
const unused: ReturnType<typeof createHook> = { enable: () => unused, disable: () => unused };
export const { it } = await import('node:test');
hooks.createHook = createHook;
