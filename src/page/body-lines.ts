import { withoutInvisible } from '../article/invisible.js';
import { isElement, walk } from './walk.js';

/** A line of a page as a browser shows it: a paragraph, a heading, a list item, a row of a table. */
export interface PageLine {
  text: string;
  /** Whether it opens a paragraph; if not, it follows a line break. */
  opensParagraph: boolean;
  /** What it is made of: the element that each piece of text stands in, and the piece's length in UTF-16 units. */
  pieces: Piece[];
}

interface Piece {
  element: Element;
  length: number;
}

type LineEnd = 'block' | 'row' | 'break';

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section ' +
    'summary table caption tbody thead tfoot ul'
  ).split(' '),
);
/** What a browser does not show, or not as text. */
const UNSEEN = new Set(
  (
    'head script style noscript template iframe object embed svg math canvas audio video map select datalist ' +
    'textarea input progress meter title noframes'
  ).split(' '),
);
const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** A row of a table longer than this, in UTF-16 units, is layout: each of its cells is a block. */
const LONG_ROW = 300;

/** The lines of a page in their order. White space is folded as a browser folds it; nothing else is changed. */
export function pageLines(root: Element): PageLine[] {
  const lines: PageLine[] = [];
  let line = new OpenLine();
  let opensParagraph = true;
  let preformatted: Node | null = null;
  let endedBy: LineEnd = 'block';
  const endLine = (by: LineEnd): void => {
    const closed = line.close(opensParagraph);
    lines.push(...closed);
    // Two line breaks in a row divide paragraphs, as an empty line between them does.
    const isEmptyLine = closed.length === 0 && by === 'break' && endedBy === 'break';
    opensParagraph = by === 'block' || isEmptyLine || (closed.length === 0 && opensParagraph);
    endedBy = by;
    line = new OpenLine();
  };
  for (const { node, ends } of walk(root, isUnseen)) {
    if (isElement(node)) {
      const name = node.localName;
      if (BLOCKS.has(name)) endLine('block');
      else if (name === 'tr') endLine('row');
      else if (name === 'br' && !ends) endLine('break');
      else if (name === 'td' || name === 'th') line.endCell();
      if (name === 'pre')
        preformatted = ends ? (preformatted === node ? null : preformatted) : (preformatted ?? node);
    } else if (node.nodeType === 3 && node.parentElement) {
      const text = node.nodeValue ?? '';
      const [first = '', ...rest] = preformatted ? text.split('\n') : [text];
      line.add(first, node.parentElement);
      for (const next of rest) {
        endLine('break');
        line.add(next, node.parentElement);
      }
    }
  }
  endLine('block');
  return lines;
}

export function isUnseen(element: Element): boolean {
  return (
    UNSEEN.has(element.localName) ||
    element.hasAttribute('hidden') ||
    HIDING_STYLE.test(element.getAttribute('style') ?? '')
  );
}

/** A line while its text is read. */
class OpenLine {
  #texts: string[] = [];
  #pieces: Piece[] = [];
  /** How many pieces there are before each end of a cell. */
  #cellEnds: number[] = [];
  #length = 0;
  #endsInSpace = true;

  add(text: string, element: Element): void {
    const folded = text.replace(/[ \t-\r\u0085\u2028\u2029]+/g, ' ');
    const added = this.#endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (added === '') return;
    this.#texts.push(added);
    this.#pieces.push({ element, length: added.length });
    this.#length += added.length;
    this.#endsInSpace = added.endsWith(' ');
  }

  endCell(): void {
    const last = this.#pieces.at(-1);
    if (!last) return;
    this.add(' ', last.element);
    this.#cellEnds.push(this.#pieces.length);
  }

  close(opensParagraph: boolean): PageLine[] {
    const ends = this.#length > LONG_ROW ? this.#cellEnds : [];
    const cells = [0, ...ends].map((start, i) => ({ start, end: ends[i] ?? this.#pieces.length }));
    return cells.flatMap(({ start, end }, i): PageLine[] => {
      const text = withoutInvisible(this.#texts.slice(start, end).join('')).trim();
      const pieces = this.#pieces.slice(start, end);
      return text === '' ? [] : [{ text, opensParagraph: opensParagraph || i > 0, pieces }];
    });
  }
}
