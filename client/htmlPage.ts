import * as vscode from 'vscode';

/** Markdown as such a page. */
export async function renderedPage(markdown: string): Promise<string> {
  const body = await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  return htmlPage(body.replace(/ title="command:[^"]*"/g, ''));
}

/** A page without scripts that looks like VS Code's preview of Markdown, in the colours of the theme. */
export function htmlPage(body: string): string {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>`;
}

const style = `
body { padding: 0 26px 2em; overflow-wrap: break-word; font: 14px/1.6 var(--markdown-font-family, var(--vscode-font-family)); }
h1, h2, h3 { font-weight: 600; line-height: 1.25; margin: 1.4em 0 0.6em; }
h1 { font-size: 2em; margin-top: 0.6em; }
h2 { font-size: 1.5em; }
h1, h2 { padding-bottom: 0.3em; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-panel-border)); }
h3 { font-size: 1.2em; }
code { font-family: var(--vscode-editor-font-family), monospace; }
a { text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
/* On the ground of code, the colour of a link cannot be read in every theme. */
a code { padding: 0; color: inherit; background: none; }
/* A wide table scrolls, and not the page. */
table { display: block; overflow-x: auto; border-collapse: collapse; margin-bottom: 1em; }
th { text-align: left; border-bottom: 1px solid var(--vscode-foreground); }
th, td { padding: 5px 10px; }
td { border-top: 1px solid var(--vscode-widget-border, var(--vscode-panel-border)); }
`;
