/** The language server in a web worker: it can read files only through the editor. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import packageJson from '../package.json' with { type: 'json' };
import { clientWorld } from './files/clientWorld.ts';
import { startServer } from './lsp/server.ts';

const scope = self as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, {
  world: clientWorld(connection, runModule),
  random: uniform,
  version: packageJson.version,
  rulesFolder: undefined,
});

/** In a function of its own: a script of a worker shares its names with all others. */
function runModule(code: string): unknown {
  const place: { zoomRequestLens?: { readonly exports: unknown } } & typeof globalThis = globalThis;
  const module = { exports: {} };
  place.zoomRequestLens = module;
  const script = ['(module => {', code, '\n})(self.zoomRequestLens);'];
  const address = URL.createObjectURL(new Blob(script, { type: 'text/javascript' }));
  try {
    importScripts(address);
  } finally {
    URL.revokeObjectURL(address);
    delete place.zoomRequestLens;
  }
  return module.exports;
}

/** Uniformly distributed: numbers from the last, incomplete range are rejected. */
function uniform(below: number): number {
  const limit = 2 ** 32 - (2 ** 32 % below);
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number < limit ? number % below : uniform(below);
}
