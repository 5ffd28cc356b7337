import { withoutInvisible } from '../article/invisible.js';

/** A line of the visible text: what stands between two block elements or line breaks. */
export interface PageLine {
  /** White space folded; of a paragraph the first 300 characters or so. */
  text: string;
  /** The elements that hold its text, innermost, each with the offset at which it starts. */
  pieces: { start: number; element: Element }[];
  /** Whether `text` is not seen but stands in an attribute: `<time datetime>`. */
  isAttribute: boolean;
}

const LONGEST_LINE = 300;
/** More than any page for people has; what follows is not read. */
const MOST_LINES = 20_000;
const MOST_NODES = 1_000_000;

const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'select',
  'svg',
  'iframe',
  'textarea',
  'object',
  'title',
]);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strong sub sup time tt u var'.split(
    ' ',
  ),
);

/**
 * The lines of a page in their order. The document is not changed, and each node is visited once.
 * @returns at most 20,000 lines
 */
export function pageLines(document: Document): PageLine[] {
  const lines: PageLine[] = [];
  let line: PageLine = { text: '', pieces: [], isAttribute: false };
  const endLine = (): void => {
    line.text = line.text.trimEnd();
    if (line.text !== '') lines.push(line);
    line = { text: '', pieces: [], isAttribute: false };
  };
  const addText = (text: string, element: Element): void => {
    if (line.text.length >= LONGEST_LINE) return;
    const folded = withoutInvisible(text.slice(0, 4 * LONGEST_LINE))
      .replace(/\s+/g, ' ')
      .slice(0, LONGEST_LINE);
    const added = line.text === '' || line.text.endsWith(' ') ? folded.trimStart() : folded;
    if (added === '') return;
    if (added !== ' ') line.pieces.push({ start: line.text.length, element });
    line.text += added;
  };
  let visited = 0;
  for (const root of document.children) {
    let node: Node | null = root;
    while (node && visited++ < MOST_NODES && lines.length < MOST_LINES) {
      if (node.nodeType === 3 && node.parentElement) addText(node.nodeValue ?? '', node.parentElement);
      const element: Element | null = node.nodeType === 1 ? (node as Element) : null;
      if (element && isBlock(element)) endLine();
      const stated = element && hiddenDate(element);
      if (element && stated) {
        const text = stated.trim().slice(0, LONGEST_LINE);
        lines.push({ text, pieces: [{ start: 0, element }], isAttribute: true });
      }
      const child: Node | null = element && !UNSEEN.has(element.localName) ? element.firstChild : null;
      if (child) node = child;
      else {
        while (node && node !== root && !node.nextSibling) {
          node = node.parentNode;
          if (node && isBlock(node)) endLine();
        }
        node = node && node !== root ? node.nextSibling : null;
      }
    }
    endLine();
  }
  return lines;
}

/** `<time datetime>`, and `<abbr title>` and the like before there was such an element (the hAtom microformat). */
function hiddenDate(element: Element): string | null {
  const value = element.getAttribute(element.localName === 'time' ? 'datetime' : 'title');
  return value !== null && (element.localName === 'time' || /^\d{4}-\d\d-\d\d[T ]\d\d:/.test(value))
    ? value
    : null;
}

/** The innermost element that holds what stands at an offset of a line. */
export function elementAt({ pieces }: PageLine, offset: number): Element | null {
  return pieces.findLast(({ start }) => start <= offset)?.element ?? pieces[0]?.element ?? null;
}

const isBlock = (node: Node): boolean => node.nodeType === 1 && !INLINE.has((node as Element).localName);
