import type { Cut } from '../article/article.js';
import { withoutInvisible } from '../article/invisible.js';
import { parseDocument } from '../page/document.js';

/** Elements that a browser puts on lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Elements without words, or with words that are not the text's. */
const LEFT_OUT = new Set(
  (
    'audio button canvas embed head iframe input link map meta nav noscript object script select style svg template ' +
    'textarea title video'
  ).split(' '),
);
/** Elements that are left out, and may be shown. */
const CUT = new Map([
  ['figcaption', 'a caption'],
  ['form', 'a form'],
]);

/** Whether a text from a file or a feed is HTML: it has a closing tag, or one that stands alone, or a character reference. */
export function isHtml(text: string): boolean {
  return /<\/[a-z][a-z0-9]*\s*>|<(?:p|br|hr|img)\b[^<>]*>|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/i.test(text);
}

const BREAKS_LINES = new RegExp(`<(?:br|${[...BLOCKS].join('|')})[\\s/>]`, 'i');

/** Where nothing in the HTML breaks lines, its own line feeds do: it is a text with a bold word, or a reference, in it. */
const withLineBreaks = (html: string): string =>
  BREAKS_LINES.test(html) ? html : html.replace(/\r?\n/g, '<br>');

/**
 * The text of a piece of HTML, such as an entry of a feed: each paragraph, heading and list item one line, divided by
 * blank lines, its white space folded as a browser does.
 */
export function readFragment(html: string): { text: string; cuts: Cut[] } {
  const lines = new Lines();
  for (const step of walk(parseDocument(`<html><body>${withLineBreaks(html)}</body></html>`))) {
    if (step.kind === 'words') lines.add(folded(step.text));
    else if (step.kind === 'break') lines.add('\n');
    else if (step.kind === 'block') lines.endLine();
    else lines.cut(step.text, step.reason);
  }
  return lines.finish();
}

type Step =
  | { kind: 'words'; text: string }
  | { kind: 'break' }
  | { kind: 'block' }
  | { kind: 'cut'; text: string; reason: string };

/** The nodes in their order. Without recursion: a file may hold a million elements, each within the other. */
function* walk(root: Document): Generator<Step> {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    const name = node.nodeName.toLowerCase();
    const reason = CUT.get(name);
    let isEntered = false;
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      yield { kind: 'words', text: node.textContent ?? '' };
    } else if (node.nodeType === ELEMENT && reason !== undefined) {
      yield { kind: 'cut', text: node.textContent ?? '', reason };
    } else if (node.nodeType === ELEMENT && !LEFT_OUT.has(name)) {
      if (name === 'br') yield { kind: 'break' };
      if (BLOCKS.has(name)) yield { kind: 'block' };
      isEntered = node.firstChild !== null;
    }
    if (isEntered) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && BLOCKS.has(node.nodeName.toLowerCase())) yield { kind: 'block' };
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
}

const [ELEMENT, TEXT, CDATA] = [1, 3, 4];

/** Lines as they grow, and what was left out between them. */
class Lines {
  private readonly done: string[] = [];
  private readonly cuts: Cut[] = [];
  private length = 0;
  private line = '';

  add(text: string): void {
    this.line += text;
  }

  endLine(): void {
    // Two `<br>` stand for the end of a paragraph.
    const text = this.line
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .replace(/\n{2,}/g, BETWEEN)
      .trim();
    this.line = '';
    if (text === '') return;
    this.length += text.length + (this.done.length > 0 ? BETWEEN.length : 0);
    this.done.push(text);
  }

  cut(text: string, reason: string): void {
    this.endLine();
    const left = folded(text).trim();
    if (left !== '') this.cuts.push({ at: this.length, text: left, reason });
  }

  finish(): { text: string; cuts: Cut[] } {
    this.endLine();
    // A cut stands before the next line, not at the end of the one before.
    const between = (at: number): number => (at > 0 && at < this.length ? at + BETWEEN.length : at);
    return {
      text: this.done.join(BETWEEN),
      cuts: this.cuts.map((cut) => ({ ...cut, at: between(cut.at) })),
    };
  }
}

const BETWEEN = '\n\n';

/** White space as a browser folds it. A no-break space is folded too: for a search it is one like any other. */
const folded = (text: string): string => withoutInvisible(text).replace(/\s+/g, ' ');
