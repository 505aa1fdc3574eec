/**
 * README.md as the installed extension has it, twice. On the extension's own page VS Code shows no picture of the package and
 * follows no link into it: there both are left out. The page "overview" of the command Show Documentation has the links, and the first picture.
 */
export function packedPages(readme: string): { readonly readme: string; readonly overview: string } {
  const text = withoutSections(readme);
  return { readme: withoutPictures(withoutLinks(text)), overview: insideDocs(text) };
}

/** What is for a clone of the repository. */
const forClones = ['Try it', 'Install', 'Contributing'];

function withoutSections(markdown: string): string {
  const sections = markdown.split(/^(?=## )/m);
  return sections.filter((section) => !forClones.some((title) => section.startsWith(`## ${title}\n`))).join('');
}

/** The page of a rule is opened by its code in the Problems panel; any other is named. */
function withoutLinks(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(docs\/rules\/[\w-]+\.md\)/g, '`$1`')
    .replace('[SECURITY.md](SECURITY.md)', '`SECURITY.md`')
    .replace(/\[([^\]]*)\]\(docs\/([\w-]+)\.md(?:#[\w-]+)?\)/g, '$1 (page _$2_)');
}

const pointer =
  'The command _Zoom Requests: Show Documentation…_ opens the pages that are named here; the page _overview_ has a picture.';

function withoutPictures(markdown: string): string {
  return markdown.replace(/^!\[.*\n/m, `${pointer}\n`).replace(/^!\[.*\n\n/gm, '');
}

/** With the first picture: the others would be a tenth of the package. */
function insideDocs(markdown: string): string {
  const [first = '', ...others] = markdown.split(/^(?=!\[)/m);
  const [second = '', ...rest] = others;
  const text = [first, second, ...rest.map((each) => each.replace(/^!\[.*\n\n/, ''))].join('');
  return text.replaceAll('](docs/', '](').replaceAll('](SECURITY.md', '](../SECURITY.md');
}
