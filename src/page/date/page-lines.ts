import { withoutInvisible } from '../../article/invisible.js';

/** A line of a page's text: what stands between two block elements or line breaks, or a date in an attribute. */
export interface PageLine {
  /** White space folded; of a paragraph the first 300 characters or so. */
  text: string;
  /** The innermost elements that hold its text, with the offsets at which they begin to. */
  pieces: [Piece, ...Piece[]];
}

interface Piece {
  start: number;
  element: Element;
}

const LONGEST_LINE = 300;
/** More than any page for people has; what follows is not read. */
const MOST_LINES = 20_000;
const MOST_NODES = 1_000_000;

const UNSEEN = words('script style noscript template select svg iframe textarea object title');
const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strong sub sup time tt u var',
);
/** With a time: other titles are for people. */
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:/;

/**
 * The lines of a page in their order, at most 20,000. The document is not changed, and each node is visited once.
 */
export function pageLines(document: Document): PageLine[] {
  const lines: PageLine[] = [];
  let text = '';
  let pieces: Piece[] = [];
  const endLine = (): void => {
    const [first, ...others] = pieces;
    if (first) lines.push({ text: text.trimEnd(), pieces: [first, ...others] });
    text = '';
    pieces = [];
  };
  const addText = (added: string, element: Element | null): void => {
    if (text.length >= LONGEST_LINE || element === null) return;
    const folded = withoutInvisible(added.slice(0, 4 * LONGEST_LINE))
      .replace(/\s+/g, ' ')
      .slice(0, LONGEST_LINE);
    const seen = text === '' || text.endsWith(' ') ? folded.trimStart() : folded;
    if (seen.trim() !== '') pieces.push({ start: text.length, element });
    text += seen;
  };
  let visited = 0;
  for (const root of document.children) {
    let node: Node | null = root;
    while (node && visited++ < MOST_NODES && lines.length < MOST_LINES) {
      if (node.nodeType === TEXT) addText(node.nodeValue ?? '', node.parentElement);
      if (isBlock(node)) endLine();
      const element: Element | null = node.nodeType === ELEMENT ? (node as Element) : null;
      const stated = element && hiddenDate(element);
      if (element && stated) lines.push({ text: stated, pieces: [{ start: 0, element }] });
      const child: Node | null = element && !UNSEEN.has(element.localName) ? element.firstChild : null;
      if (child) {
        node = child;
        continue;
      }
      while (node && node !== root && !node.nextSibling) {
        node = node.parentNode;
        if (node && isBlock(node)) endLine();
      }
      node = node && node !== root ? node.nextSibling : null;
    }
    endLine();
  }
  return lines;
}

/** The innermost element that holds what stands at an offset of a line. */
export function elementAt({ pieces }: PageLine, offset: number): Element {
  return (pieces.findLast(({ start }) => start <= offset) ?? pieces[0]).element;
}

/** `<time datetime>`, and `<abbr title>` and the like, from before there was such an element (the hAtom microformat). */
function hiddenDate(element: Element): string | null {
  const isTime = element.localName === 'time';
  const value =
    element
      .getAttribute(isTime ? 'datetime' : 'title')
      ?.slice(0, LONGEST_LINE)
      .trim() ?? '';
  return value !== '' && (isTime || MOMENT.test(value)) ? value : null;
}

const ELEMENT = 1;
const TEXT = 3;

const isBlock = (node: Node): boolean =>
  node.nodeType === ELEMENT && !INLINE.has((node as Element).localName);

function words(text: string): Set<string> {
  return new Set(text.split(' '));
}
