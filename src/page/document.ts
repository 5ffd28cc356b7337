import { parseHTML } from 'linkedom';
import { flatten, refuseEndlessNesting } from './nesting.js';

const IN_HEAD = new Set(['base', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title']);

/**
 * The document of a page, as a DOM. Nothing of it is run or fetched.
 * The parser adds no missing `<html>`, `<head>` and `<body>` and ends none that is left open, as browsers do:
 * the three are made here, and what the page holds is put into them.
 * @throws UserError where its elements are nested tens of thousands deep
 */
export function parseDocument(html: string): Document {
  refuseEndlessNesting(html);
  const { document } = parseHTML(html);
  const [root, head, body] = (['html', 'head', 'body'] as const).map((name) => document.createElement(name));
  if (!root || !head || !body) throw new Error('the DOM makes no elements');
  const isInHead = (node: Node) =>
    !body.firstChild && (IN_HEAD.has(node.nodeName.toLowerCase()) || !node.textContent?.trim());
  const place = (node: Node): void => {
    const whole = [root, head, body].find(({ nodeName }) => nodeName === node.nodeName);
    if (whole) {
      for (const { name, value } of (node as Element).attributes) whole.setAttribute(name, value);
      for (const child of [...node.childNodes]) place(child);
    } else if (node.nodeType !== node.DOCUMENT_TYPE_NODE) (isInHead(node) ? head : body).append(node);
  };
  for (const node of [...document.childNodes]) {
    if (node.nodeType !== node.DOCUMENT_TYPE_NODE) document.removeChild(node);
    place(node);
  }
  root.append(head, body);
  document.append(root);
  flatten(body);
  return document;
}
