#!/usr/bin/env node
/** The process: the command line, or the language server. Either is a bundle of its own, and only one is loaded. */

// Nearly every editor talks to a server over standard input and output.
if (process.argv[2] === 'lsp' && process.argv.length === 3) process.argv.push('--stdio');
const [first, ...others] = process.argv.slice(2);
const namesTransport = [first, ...others].some((each) => /^--(stdio|node-ipc|socket|pipe)\b/.test(each ?? ''));

// Another command is run, whatever else the arguments hold: nothing at all would look like a check that found nothing.
if (namesTransport && (first === 'lsp' || first?.startsWith('-'))) import('./languageServer.ts');
else import('./commandLine.ts');
