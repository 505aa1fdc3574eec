import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { circlesIn, filesIn, functionsOf, type Source, sourcesIn } from './support/sources.ts';

const product = sourcesIn('client', 'server', 'shared');

/**
 * Who may import whom. The first row that fits a file counts; an entry ends in a slash for all below it. Packages are
 * named in full. What a row does not name, its files do not import.
 */
// biome-ignore format: a table is read by its columns
const directions: readonly (readonly [who: RegExp, may: readonly string[], why: string])[] = [
  [/^client\/node\.ts$/,       ['client/', 'shared/protocol.ts', 'vscode', 'vscode-languageclient', 'vscode-languageclient/node'],
                                                                                                             'processes are known here alone'],
  [/^client\/browser\.ts$/,    ['client/', 'shared/protocol.ts', 'vscode', 'vscode-languageclient', 'vscode-languageclient/browser'],
                                                                                                             'workers are known here alone'],
  [/^client\//,                ['client/', 'shared/protocol.ts', 'shared/fileKind.ts', 'shared/model/looksLikeBody.ts', 'shared/writing/profileTemplate.ts', 'shared/text.ts', 'vscode', 'vscode-languageclient'],
                                                                                                             'the client starts the server; it judges nothing itself'],
  [/^server\/main\.ts$/,       ['server/languageServer.ts', 'server/commandLine.ts'],                       'the fork between the two programs of the process'],
  [/^server\/languageServer\.ts$/, ['server/lsp/stdio.ts', 'server/files/nodeWorld.ts', 'server/process.ts', 'package.json', 'node:crypto'],
                                                                                                             'the language server in a process'],
  [/^server\/commandLine\.ts$/, ['server/cli/', 'server/files/nodeWorld.ts', 'server/process.ts', 'package.json', 'node:crypto', 'node:fs', 'vscode-uri'],
                                                                                                             'the command line in a process'],
  [/^server\/process\.ts$/,    ['server/cli/output/print.ts', 'vscode-uri'],                                       'the process: nothing else reads it'],
  [/^server\/worker\.ts$/,     ['server/lsp/', 'server/files/', 'package.json', 'vscode-languageserver/browser'],
                                                                                                             'the language server in a web worker'],
  [/^server\/files\/(nodeWorld|replaceFile)/, ['server/files/', 'shared/index.ts', 'shared/containers/readers.ts', 'node:fs', 'node:path', 'vscode-uri'],
                                                                                                             'the one door to the disk'],
  [/^server\/files\/clientWorld/, ['server/files/', 'shared/index.ts', 'shared/protocol.ts', 'vscode-languageserver'],
                                                                                                             'the one door to files that only the client sees'],
  [/^server\/files\//,         ['server/files/', 'shared/index.ts', 'shared/protocol.ts', 'vscode-uri'],
                                                                                                             'what the outside world holds: nothing about what it means'],
  [/^server\/inspection\//,    ['server/inspection/', 'server/files/', 'shared/index.ts', 'vscode-languageserver-textdocument'],
                                                                                                             'what one file is and what we make of it: both shells stand on it'],
  [/^server\/lsp\/stdio\.ts$/, ['server/lsp/', 'vscode-languageserver', 'vscode-languageserver-protocol/node', 'node:net', 'node:events'], 'the language server of the process, loaded only where it is spoken to'],
  [/^server\/lsp\/features\//, ['server/lsp/features/', 'server/lsp/feature.ts', 'server/lsp/convert.ts', 'server/lsp/changes.ts', 'server/lsp/places.ts', 'server/inspection/', 'server/files/uris.ts', 'shared/index.ts', 'shared/protocol.ts', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument'],
                                                                                                             'a feature is a function from an inspection'],
  [/^server\/lsp\//,           ['server/lsp/', 'server/inspection/', 'server/files/', 'shared/index.ts', 'shared/protocol.ts', 'vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument', 'vscode-uri'],
                                                                                                             'the language server: no Node, nothing of the command line'],
  [/^server\/standIn\/standIn\.ts$/, ['server/standIn/', '@hono/node-server'],                             'the one place that listens'],
  [/^server\/standIn\/bodySchemas\.ts$/, ['server/standIn/', 'shared/index.ts', 'docs/schemas/'],        'the schemas that the editor uses, too'],
  [/^server\/standIn\//,      ['server/standIn/', 'shared/index.ts', 'hono', 'hono/body-limit'],                            'the stand-in: it knows neither files nor the command line'],
  [/^server\/cli\/arguments\/options\.ts$/, ['shared/index.ts', 'node:util'],                            'parseArgs'],
  [/^server\/cli\/arguments\/paths\.ts$/, ['vscode-uri'],                                                  'paths as typed'],
  [/^server\/cli\/arguments\//, ['server/cli/arguments/', 'server/cli/terminal.ts', 'server/inspection/', 'server/files/', 'shared/index.ts'],
                                                                                                             'what was typed: it reads no file'],
  [/^server\/cli\/input\//,    ['server/cli/input/', 'server/cli/arguments/', 'server/cli/terminal.ts', 'server/inspection/', 'server/files/', 'shared/index.ts', 'vscode-languageserver-textdocument'],
                                                                                                             'the files that the arguments name, inspected: it prints nothing'],
  [/^server\/cli\/output\/style\.ts$/, ['node:util'],                                                      'styleText'],
  [/^server\/cli\/output\/fingerprint\.ts$/, ['server/cli/output/', 'node:crypto'],                        'a hash'],
  [/^server\/cli\/output\/diff\.ts$/, ['server/cli/output/', 'server/inspection/', 'shared/index.ts', 'diff'], 'the one place that compares texts line by line'],
  [/^server\/cli\/output\//,   ['server/cli/output/', 'server/cli/input/', 'server/cli/arguments/', 'server/cli/terminal.ts', 'server/inspection/', 'server/files/', 'shared/index.ts', 'vscode-languageserver-textdocument'],
                                                                                                             'what was found, as data and as text: it knows no command'],
  [/^server\/cli\/commands\/serve\.ts$/, ['server/cli/', 'server/inspection/', 'server/files/', 'server/standIn/standIn.ts', 'shared/index.ts'], 'loads the stand-in, which nothing else does'],
  [/^server\/cli\/console\.ts$/, ['server/cli/terminal.ts', 'server/files/', 'node:readline/promises', 'node:tty'], 'the streams of the process, which hands them in'],
  [/^server\/cli\/terminal\.ts$/, ['server/files/world.ts', 'shared/index.ts'],                            'what a command may use of its process'],
  [/^server\/cli\//,           ['server/cli/', 'server/inspection/', 'server/files/', 'shared/index.ts'],
                                                                                                             'the command line speaks no protocol'],
  [/^shared\/(fileKind|protocol|text)\.ts$/, [],                                                             'plain data at the bottom'],
  [/^shared\/(finding|json\/objectText)\.ts$/, ['shared/text.ts'],                                         'plain data that holds texts'],
  [/^shared\/writing\/profileTemplate\.ts$/, ['shared/json/objectText.ts', 'shared/text.ts'],                 'a text that the client writes: nothing more is bundled with it'],
  [/^shared\/json\//,          ['shared/json/', 'shared/finding.ts', 'shared/text.ts', 'jsonc-parser'],     'text and trees: nothing about Zoom'],
  [/^shared\/model\//,         ['shared/model/', 'shared/json/', 'shared/fileKind.ts', 'shared/finding.ts', 'shared/text.ts'],    'what requests and profiles say: nothing about what follows'],
  [/^shared\/import\//,        ['shared/import/', 'shared/model/', 'shared/json/', 'shared/text.ts'],       'what saved responses say: the engine and its rules know only the profile it becomes'],
  [/^shared\/engine\//,        ['shared/engine/', 'shared/model/'],                                        'what Zoom stores: nothing about texts, and no words'],
  [/^shared\/explain\//,       ['shared/explain/', 'shared/engine/', 'shared/model/', 'shared/text.ts'],    'what Zoom stores, in words'],
  [/^shared\/rules\/(check|report)\.ts$/, ['shared/rules/', 'shared/engine/', 'shared/model/', 'shared/json/', 'shared/finding.ts', 'shared/text.ts'],
                                                                                                             'the list of the rules, and what is left of their findings'],
  [/^shared\/rules\//,         ['shared/rules/rule.ts', 'shared/rules/support/', 'shared/engine/', 'shared/explain/', 'shared/model/', 'shared/json/', 'shared/finding.ts', 'shared/text.ts'],
                                                                                                             'a rule stands alone: it can be read, moved and deleted without another'],
  [/^shared\/containers\/code\/languages\//, ['shared/containers/code/languages/', 'shared/containers/code/ir.ts', 'shared/containers/code/language.ts', 'shared/containers/code/movedSpans.ts', 'shared/containers/changed.ts', 'shared/json/', 'shared/finding.ts', '@lezer/common', '@lezer/javascript', '@lezer/python', '@lezer/lr', '@lezer/php'],
                                                                                                             'from a text to the tree: nothing about requests'],
  [/^shared\/containers\/code\/outline\//, ['shared/containers/code/outline/', 'shared/containers/code/ir.ts', 'shared/model/security.ts'],
                                                                                                             'what a part of the code says by itself: it is kept while the part stays as it is'],
  [/^shared\/containers\/code\/values\//, ['shared/containers/code/values/', 'shared/containers/code/outline/', 'shared/containers/code/ir.ts', 'shared/containers/code/language.ts', 'shared/containers/code/movedSpans.ts', 'shared/json/', 'shared/finding.ts'],
                                                                                                             'what variables and calls are worth: nothing about where it is sent'],
  [/^shared\/containers\//,    ['shared/containers/', 'shared/model/', 'shared/json/', 'shared/fileKind.ts', 'shared/finding.ts', 'jsonc-parser', '@lezer/common', '@lezer/markdown', '@lezer/javascript', '@lezer/python', '@lezer/lr', '@lezer/php'],
                                                                                                             'where the requests of a file are: nothing about what Zoom makes of them'],
  [/^shared\/writing\//,       ['shared/'],                                                                'what we write: above all the rest'],
  [/^shared\/index\.ts$/,      ['shared/'],                                                                'the door to the engine'],
];

/** Modules without a test file of their own name, and where they are tested instead. */
const testedElsewhere: Readonly<Record<string, string>> = {
  'shared/containers/parts.ts':
    'what moves with a part, and names: test/shared/containers/{http,postman,containers.properties}.test.ts',
  'shared/containers/variables.ts':
    'test/shared/containers/{http,postman}.test.ts, and against others: the .oracle tests beside them',
  'shared/containers/http/body.ts': 'test/shared/containers/http.test.ts',
  'shared/containers/http/lines.ts': 'each kind of line: test/shared/containers/http.test.ts',
  'shared/containers/http/section.ts': 'test/shared/containers/http.test.ts and http.oracle.test.ts',
  'shared/containers/postman/formEdit.ts': 'test/shared/containers/postman/form.test.ts',
  'shared/containers/postman/items.ts': 'test/shared/containers/postman.test.ts and postman.oracle.test.ts',
  'shared/containers/postman/folders.ts': 'names and variables: test/shared/containers/postman.test.ts',
  'shared/containers/postman/request.ts': 'test/shared/containers/postman.test.ts and postman.oracle.test.ts',
  'shared/engine/dimensions.ts': 'how cases are merged: test/shared/engine/cases.test.ts',
  'server/inspection/comparison.ts':
    'as a page and as a table: test/server/lsp/compare.test.ts and test/server/cli/commands/compare.test.ts',
  'server/worker.ts': 'runs in a web worker only: test/vscode',
  'server/languageServer.ts': 'test/server/main.test.ts starts it',
  'server/commandLine.ts': 'test/server/main.test.ts starts it',
  'server/process.ts': 'test/server/main.test.ts starts it',
  'server/files/world.ts': 'an interface, and decode: test/server/files/nodeWorld.test.ts',
  'server/inspection/inspection.ts': 'types, and whose they are: test/server/inspection/{inspect,ignoreUsage}.test.ts',
  'server/inspection/inspectRequest.ts': 'one request of a file: test/server/inspection/inspect.test.ts',
  'server/inspection/profileInForce.ts': 'test/server/inspection/classify.test.ts',
  'server/inspection/fileToInspect.ts':
    'types, and what becomes of a file that is too large: test/server/lsp/tooLarge.test.ts',
  'server/cli/input/responses.ts': 'which responses a path stands for: test/server/cli/commands/verify.test.ts',
  'server/cli/commands/recordResponse.ts': '`verify --record`: test/server/cli/commands/verify.test.ts',
  'server/cli/output/verifyOutput.ts': 'what verify prints: test/server/cli/commands/verify.test.ts',
  'shared/rules/support/ignoreMarks.ts': 'what is ignored: test/shared/rules/report.test.ts',
  'shared/rules/support/verification.ts':
    'test/shared/rules/prediction-mismatch.test.ts and test/server/cli/commands/verify.test.ts',
  'server/inspection/subject.ts': 'pairs: test/server/lsp/bodies.test.ts',
  'shared/containers/code/sending/curl.ts': 'test/shared/containers/php.test.ts',
  'shared/containers/code/outline/requestKeys.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/formats.ts': 'test/shared/containers/code/languages/php.test.ts',
  'shared/containers/code/languages/php/expressions.ts': 'test/shared/containers/code/languages/php.test.ts',
  'shared/containers/code/languages/php/impliedArrays.ts': 'test/shared/containers/php.test.ts',
  'shared/containers/code/languages/php/objects.ts': 'test/shared/containers/code/languages/php.test.ts',
  'shared/containers/code/languages/php/statements.ts': 'test/shared/containers/code/languages/php.test.ts',
  'shared/containers/code/languages/php/texts.ts': 'test/shared/containers/code/languages/php.test.ts',
  'shared/containers/code/languages/python/expressions.ts': 'test/shared/containers/code/languages/python.test.ts',
  'shared/containers/code/languages/python/objects.ts': 'test/shared/containers/code/languages/python.test.ts',
  'shared/containers/code/languages/python/routes.ts': 'test/shared/containers/code/languages/python.test.ts',
  'shared/containers/code/languages/python/statements.ts': 'test/shared/containers/code/languages/python.test.ts',
  'shared/containers/code/languages/python/texts.ts': 'test/shared/containers/code/languages/python.test.ts',
  'shared/containers/code/languages/reading.ts': 'test/shared/containers/code/languages/python.test.ts',
  'shared/json/codeWriting.ts': 'types alone',
  'shared/rules/support/passcodeFromVariable.ts':
    'titles and edits of the fixes: test/shared/containers/codeFixes.test.ts',
  'shared/containers/code/values/bodyTree.ts': 'every value and step: test/shared/containers/javascript.test.ts',
  'shared/containers/code/codeDocument.ts': 'what is a body’s own: test/shared/containers/javascript.test.ts',
  'shared/containers/code/codeShape.ts': 'every decoy: test/shared/containers/javascript.test.ts',
  'shared/containers/code/collector.ts': 'bodies once each: test/shared/containers/javascript.test.ts',
  'shared/containers/code/values/drafts.ts': 'open values and steps: test/shared/containers/javascript.test.ts',
  'shared/containers/code/outline/events.ts': 'variables and steps: test/shared/containers/javascript.test.ts',
  'shared/containers/code/finder.ts': 'what is found first: test/shared/containers/javascript.test.ts',
  'shared/containers/code/ir.ts': 'types alone',
  'shared/containers/code/outline/libraryCalls.ts':
    'copies, merges and texts: test/shared/containers/javascript.test.ts',
  'shared/containers/code/language.ts': 'types alone',
  'shared/containers/code/values/made.ts': 'filters and instances: test/shared/containers/python.test.ts',
  'shared/containers/code/movedSpans.ts': 'bodies that move: test/shared/containers/code/languages/functions.test.ts',
  'shared/containers/code/outline/callNames.ts': 'names of requests: test/shared/containers/javascript.test.ts',
  'shared/containers/code/outline/outline.ts':
    'functions that stay as they are: test/shared/containers/code/languages/functions.test.ts',
  'shared/containers/code/readCode.ts': 'files that are too large: test/shared/containers/javascript.test.ts',
  'shared/containers/code/values/records.ts': 'named arguments and instances: test/shared/containers/python.test.ts',
  'shared/containers/code/requestName.ts': 'names of requests: test/shared/containers/javascript.test.ts',
  'shared/containers/code/values/returns.ts': 'builders: test/shared/containers/javascript.test.ts',
  'shared/containers/code/values/roots.ts':
    'variables, builders and parameters: test/shared/containers/javascript.test.ts',
  'shared/containers/code/values/scopes.ts': 'blocks and functions: test/shared/containers/javascript.test.ts',
  'shared/containers/code/outline/seenCall.ts': 'calls of every client: test/shared/containers/javascript.test.ts',
  'shared/containers/code/sending/sending.ts': 'calls of every client: test/shared/containers/javascript.test.ts',
  'shared/containers/code/operationComments.ts': 'comments: test/shared/containers/javascript.test.ts',
  'shared/containers/code/values/steps.ts': 'every step: test/shared/containers/javascript.test.ts',
  'shared/containers/code/sending/urlLeads.ts':
    'URLs in variables: test/shared/containers/code/outline/urlSources.test.ts',
  'shared/containers/code/sending/urls.ts': 'URLs and methods: test/shared/containers/javascript.test.ts',
  'shared/containers/code/values/variables.ts': 'branches and loops: test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/javascript.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/javascript/expressions.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/javascript/objects.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/javascript/statements.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/javascript/text.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/lezer.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/code/languages/written.ts': 'test/shared/containers/javascript.test.ts',
  'shared/containers/readers.ts': 'a list',
  'shared/containers/settle.ts': 'test/server/lsp/documents.test.ts',
  'server/inspection/containerExplanation.ts': 'test/server/lsp/documents.test.ts',
  'server/inspection/shownBody.ts': 'test/server/lsp/documents.test.ts',
  'server/inspection/inBoth.ts': 'test/server/inspection/inspectContainer.test.ts',
  'server/files/repository.ts': 'test/server/cli/input/inspector.test.ts',
  'server/inspection/explanation.ts': 'the page: test/server/lsp/features/explain.test.ts',
  'server/inspection/requestExplanation.ts': 'one half of the page: test/server/lsp/features/explain.test.ts',
  'server/inspection/textView.ts': 'test/server/lsp/convert.test.ts',
  'server/lsp/stdio.ts': 'test/server/main.test.ts speaks to it as a process',
  'server/lsp/feature.ts': 'types alone',
  'server/lsp/folders.ts': 'test/server/lsp/session.folders.test.ts',
  'server/lsp/hasProfile.ts': 'test/server/lsp/registrations.test.ts',
  'server/lsp/options.ts': 'types and two numbers, which test/support/serverPair.ts replaces for sessions in tests',
  'server/lsp/client.ts': 'test/server/lsp/capabilities.test.ts, session.stale.test.ts and features/inlayHints.test.ts',
  'server/lsp/snapshot.ts': 'a value: every session in test/server/lsp/session.*.test.ts',
  'server/lsp/places.ts': 'test/server/lsp/features/{hover,definition,references,codeLens}.test.ts',
  'server/lsp/guard.ts': 'what it refuses and catches: test/server/lsp/failures.test.ts',
  'server/lsp/answers.ts': 'which request is asked about: test/server/lsp/bodies.test.ts and failures.test.ts',
  'server/lsp/workspaceDiagnostics.ts': 'test/server/lsp/workspace.test.ts asks for it',
  'server/lsp/unlisted.ts': 'test/server/lsp/features/profileCompletion.test.ts',
  'server/lsp/sessionContext.ts': 'every feature in test/server/lsp/features',
  'server/lsp/server.ts': 'the wiring: every session in test/server/lsp/session.*.test.ts',
  'server/lsp/handlers.ts': 'one line an event: every session in test/server/lsp/session.*.test.ts',
  'server/lsp/changes.ts':
    'what it finds is shown by test/server/lsp/features/{inlayHints,requestLens,semanticTokens}.test.ts',
  'server/lsp/features/edits.ts':
    'the edits of every fix: features/codeActions.test.ts and ignoreFixes.test.ts beside it',
  'server/inspection/fileFixes.ts':
    'test/server/lsp/features/sourceActions.test.ts and test/server/cli/commands/fix.test.ts',
  'server/cli/output/checked.ts': 'what is counted: test/server/cli/commands/check.test.ts',
  'server/cli/output/columns.ts': 'widths and breaks: table.test.ts and excerpt.test.ts beside it',
  'server/cli/arguments/command.ts': 'types, and a guard',
  'server/cli/commands/commands.ts': 'a list: test/server/cli/arguments/arguments.test.ts',
  'server/cli/output/fingerprint.ts': 'test/server/cli/output/formats/sarif.test.ts',
  'server/cli/commands/help.ts': 'test/server/cli/arguments/arguments.test.ts',
  'server/cli/input/inspectionOptions.ts': 'types alone',
  'server/cli/input/notChecked.ts': 'two messages: test/server/cli/{commands/listFiles,bodies}.test.ts',
  'server/cli/arguments/options.ts': 'a list: arguments.test.ts beside it',
  'server/cli/output/outputs.ts': 'formats/formats.test.ts beside it and test/server/cli/arguments/arguments.test.ts',
  'server/cli/output/predictionJson.ts': 'test/server/cli/commands/predict.test.ts',
  'server/cli/output/predictionText.ts': 'test/server/cli/commands/predict.test.ts',
  'server/cli/input/problems.ts': 'test/server/cli/commands/check.test.ts',
  'server/cli/output/rulePage.ts': 'formats/sarif.test.ts beside it and test/server/cli/commands/explain.test.ts',
  'server/cli/arguments/selection.ts': 'arguments.test.ts beside it and test/server/cli/input/collect.test.ts',
  'server/cli/output/style.ts': 'formats/text.test.ts beside it',
  'server/cli/arguments/suggestions.ts': 'arguments.test.ts beside it',
  'server/cli/output/formats/format.ts': 'types alone',
  'server/cli/output/formats/json.ts': 'stands whole in test/server/cli/commands/check.test.ts',
  'server/cli/cli.ts': 'every test in test/server/cli goes through it; its branches are in arguments/arguments.test.ts',
  'server/cli/input/overrides.ts': 'test/server/cli/input/inspector.test.ts',
  'server/cli/output/report.ts': 'its two forms stand whole in test/server/cli/commands/check.test.ts',
  'server/cli/terminal.ts': 'types; what is refused: test/server/cli/commands/{init,import,serve}.test.ts',
  'server/standIn/errors.ts': 'each in test/server/standIn/app.test.ts',
  'server/standIn/bodySchemas.ts': 'test/server/standIn/requestBody.test.ts',
  'server/standIn/meeting.ts': 'test/server/standIn/app.test.ts and rows.test.ts',
  'server/standIn/tokens.ts': 'test/server/standIn/app.test.ts',
  'server/standIn/settings.ts': 'test/server/standIn/app.test.ts imports them',
  'shared/engine/facts.ts': 'types, and how facts are named',
  'shared/engine/unknowns.ts': 'every combination: predict.test.ts and openValues.test.ts beside it',
  'shared/engine/outcome.ts': 'every outcome: test/spec, law.test.ts and law.properties.test.ts',
  'shared/explain/table.ts':
    'what it makes is shown by test/server/lsp/features/hover.test.ts and test/server/cli/commands/predict.test.ts',
  'shared/import/endpoints.ts': 'a table and its words: test/shared/import/unresolved.test.ts',
  'shared/import/findResponses.ts': 'each shape and wrapping: test/shared/import/recogniseResponse.test.ts',
  'shared/import/readResponse.ts': 'what is read from each shape: test/shared/import/recogniseResponse.test.ts',
  'shared/import/scopes.ts': 'agreeing and disagreeing responses: test/shared/import/importProfile.test.ts',
  'shared/containers/markdown/fences.ts': 'test/shared/containers/markdown.test.ts',
  'shared/json/tree.ts': 'types; changedProperty in parse.test.ts',
  'shared/containers/shape.ts': 'test/shared/containers/markdown.test.ts',
  'shared/containers/markdown/codeText.ts': 'edits of what is in fences: test/shared/containers/markdown.test.ts',
  'shared/containers/markdown/cues.ts': 'every phrase: test/shared/containers/markdown.test.ts',
  'shared/containers/markdown/fencedJson.ts': 'test/shared/containers/markdown.test.ts',
  'shared/containers/markdown/info.ts': 'test/shared/containers/markdown.test.ts',
  'shared/containers/markdown/leaves.ts': 'every block: test/shared/containers/markdown/blocks.test.ts',
  'shared/containers/markdown/lines.ts': 'tabs and blanks: test/shared/containers/markdown/blocks.test.ts',
  'shared/containers/markdown/nesting.ts': 'lists and quotes: test/shared/containers/markdown/blocks.test.ts',
  'shared/containers/markdown/outline.ts': 'test/shared/containers/markdown.test.ts',
  'shared/containers/shell/ansi.ts': 'escapes: test/shared/containers/shell.test.ts',
  'shared/containers/shell/body.ts': 'maps and edits: test/shared/containers/shell.test.ts',
  'shared/containers/shell/interpreter.ts': 'variables and functions: test/shared/containers/shell.test.ts',
  'shared/containers/shell/script.ts': 'what is read and what is not: test/shared/containers/shell.test.ts',
  'shared/containers/shell/scriptReader.ts': 'every way to write a command: test/shared/containers/shell.test.ts',
  'shared/containers/shell/senders.ts': 'every command: test/shared/containers/shell.test.ts',
  'shared/containers/shell/values.ts': 'variables and files: test/shared/containers/shell.test.ts',
  'shared/containers/shell/word.ts': 'types and two cuts: test/shared/containers/shell.test.ts',
  'shared/containers/shell/wordReader.ts': 'every quote: test/shared/containers/shell.test.ts',
  'shared/json/syntaxMessage.ts': 'a table of words: test/shared/json/parse.test.ts',
  'shared/rules/support/dependents.ts':
    'what each asks: the tests of the rules about it; what fixes leave without effect: secureFixes.test.ts beside it',
  'shared/rules/support/ignored.ts':
    'test/shared/rules/{waiting-room-options,authentication-domains,authentication-exception}-ignored.test.ts',
  'shared/model/segments.ts': 'what matches: test/shared/model/pattern.test.ts',
  'shared/model/reader.ts': 'what it reads and complains of: test/shared/model/profile.test.ts',
  'shared/finding.ts': 'types alone',
  'shared/index.ts': 'the list of what is exported',
  'shared/protocol.ts': 'names and types, spoken in every session',
};

describe('imports go one way', () => {
  for (const { file, imports } of product) {
    it(file, () => {
      const row = directions.find(([who]) => who.test(file));
      assert.ok(row, 'no row says what this file may import');
      const [, may, why] = row;
      const wrong = imports.filter(
        (each) => !may.some((one) => (one.endsWith('/') ? each.startsWith(one) : each === one)),
      );
      assert.deepEqual(wrong, [], why);
    });
  }

  it('every row speaks of some file', () => {
    for (const [who] of directions)
      assert.ok(
        product.some(({ file }) => who.test(file)),
        String(who),
      );
  });

  it('no circle anywhere', () => assert.deepEqual(circlesIn(product), []));
});

describe('shared/ is pure', () => {
  const impure =
    /\b(process|globalThis|window|self|navigator|localStorage|console|Buffer|require|fetch|crypto|performance)\b[.([]|\b(setTimeout|setInterval|setImmediate|queueMicrotask)\(|\bMath\.random\b|\bDate\b|\basync\b|\bawait\b/;
  for (const { file, code } of product.filter((each) => each.file.startsWith('shared/'))) {
    it(file, () => assert.doesNotMatch(code, impure));
  }
});

describe('the code', () => {
  const everywhere = (what: string, wrong: (source: Source) => readonly string[]) => {
    it(what, () =>
      assert.deepEqual(
        product.flatMap((each) => wrong(each).map((found) => `${each.file}: ${found}`)),
        [],
      ),
    );
  };
  const matches =
    (pattern: RegExp) =>
    ({ code }: Source) =>
      [...code.matchAll(pattern)].map(([found]) => found.trim());

  everywhere('has no enum, namespace or decorator', matches(/^\s*(export )?(const )?(enum|namespace) \w+|^\s*@\w+/gm));
  everywhere('has no any', matches(/(:|<|\bas|\||=) ?any\b|\bany\[\]/g));
  everywhere('has no variable at module level', matches(/^(export )?(let|var) \w+/gm));
  everywhere('names no interface with an I', matches(/\binterface I[A-Z]\w*/g));
  everywhere('shows messages by client/messages.ts alone, which makes no links of names', ({ file, code }) =>
    file === 'client/messages.ts' ? [] : (code.match(/\bshow(Information|Warning|Error)Message\b/g) ?? []),
  );
  everywhere('has no default export', matches(/^export default/gm));
  everywhere('turns off no check', ({ text }) =>
    [...text.matchAll(/@ts-\w+|biome-ignore (?!format)\S+/g)].map(([found]) => found),
  );
  everywhere('keeps no collection at module level but tables that never change', ({ code }) => {
    const collections = [...code.matchAll(/^(?:export )?const (\w+)[^\n]*= new (?:Map|Set|WeakMap|WeakSet)\b/gm)];
    return collections.flatMap(([, name]) => {
      return new RegExp(`\\b${name}\\.(set|add|delete|clear)\\(|new \\w+\\(\\)`).test(code) ? [name ?? ''] : [];
    });
  });
  everywhere('stays under 250 lines a file', ({ text }) => {
    const lines = text.split('\n').length - 1;
    return lines < 250 ? [] : [`${lines} lines`];
  });
  everywhere('stays under 60 lines a function', (source) =>
    functionsOf(source).flatMap(({ name, lines }) => (lines < 60 ? [] : [`${name}, ${lines} lines`])),
  );
});

describe('each module has its test', () => {
  const tests = filesIn('test');
  for (const { file } of product.filter((each) => !each.file.startsWith('client/'))) {
    const own = tests.filter(
      (each) => each.startsWith(`test/${file.replace(/\.ts$/, '')}.`) && each.endsWith('.test.ts'),
    );
    if (own.length > 0) it(file, () => assert.equal(testedElsewhere[file], undefined, 'no exception is needed'));
    else it(`${file}: ${testedElsewhere[file] ?? 'none'}`, () => assert.ok(testedElsewhere[file]));
  }

  it('every exception is a module', () => {
    const files = product.map(({ file }) => file);
    assert.deepEqual(
      Object.keys(testedElsewhere).filter((each) => !files.includes(each)),
      [],
    );
  });
});

describe('the patterns see what they are for', () => {
  it('a circle of three modules, and none between those that only lead into it', () => {
    const module = (file: string, ...imports: string[]): Source => ({ file, imports, text: '', code: '' });
    const modules = [module('in', 'a'), module('a', 'b', 'leaf'), module('b', 'c'), module('c', 'a'), module('leaf')];
    assert.deepEqual(circlesIn(modules), [['a', 'b', 'c']]);
  });

  it('functions of a known file', () => {
    const source = product.find(({ file }) => file === 'server/files/uris.ts') as Source;
    assert.equal(functionsOf(source).find(({ name }) => name === 'canonicalFolder')?.lines, 3);
  });

  it('imports, the dynamic ones and the re-exports included', () => {
    const importsOf = (file: string) => product.find((each) => each.file === file)?.imports ?? [];
    assert.ok(importsOf('shared/index.ts').includes('shared/rules/context.ts'));
    assert.ok(importsOf('client/node.ts').includes('vscode-languageclient/node'));
    assert.ok(product.flatMap(({ imports }) => imports).length > 200);
  });
});
