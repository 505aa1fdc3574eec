import MarkdownIt from 'markdown-it';
import { marked } from 'marked';

const markdownIt = new MarkdownIt({ html: true, linkify: true });

/** Two engines that differ in what they take for a table, a link or an escape; both as generous as they can be. */
const engines: Readonly<Record<string, (markdown: string) => string>> = {
  'markdown-it': (markdown) => markdownIt.render(markdown),
  marked: (markdown) => marked.parse(markdown, { async: false, gfm: true }),
};

/**
 * The elements that each engine makes of a text, links with their targets. Code is left out, since how much of it there is
 * depends on its content.
 */
export function elementsIn(markdown: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(engines).map(([name, render]) => [name, tagsOf(render(markdown))]));
}

function tagsOf(html: string): readonly string[] {
  const tags = [...html.matchAll(/<(\/?[a-z][a-z0-9]*)([^>]*)>/gi)];
  return tags.filter(([, name]) => !/^\/?code$/.test(name ?? '')).map(([, name, attributes]) => `${name}${attributes}`);
}

/** What a reader sees: the text of each element of a kind. */
export function textsOf(markdown: string, element: string): readonly string[] {
  const html = marked.parse(markdown, { async: false, gfm: true });
  return [...html.matchAll(new RegExp(`<${element}[ >][^]*?</${element}>`, 'g'))].map(([found]) => textOf(found));
}

function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'", '#124': '|' };
  return html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (found, name: string) => entities[name] ?? found);
}
