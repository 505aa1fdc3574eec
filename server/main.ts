#!/usr/bin/env node
/** One program for both: a process (the command line, and the language server), and a web worker (the language server). */
if ('importScripts' in globalThis) import('./browser.ts');
else import('./process.ts');
