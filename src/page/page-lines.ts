/** A line of the visible text: what stands between two block elements or line breaks. */
export interface PageLine {
  /** White space folded; at most 300 characters, the rest of a paragraph is left out. */
  text: string;
  /** The innermost element that holds the start of the line. */
  element: Element;
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
  'head',
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
  let parts: string[] = [];
  let length = 0;
  let holder: Element | null = null;
  const endLine = (): void => {
    const text = parts.join('').replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
    if (text !== '' && holder) lines.push({ text, element: holder, isAttribute: false });
    parts = [];
    length = 0;
    holder = null;
  };
  const root = document.body ?? document.documentElement;
  let node: Node | null = root;
  for (let visited = 0; node && visited < MOST_NODES && lines.length < MOST_LINES; visited++) {
    let isEntered = false;
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      if (length <= LONGEST_LINE && text.trim() !== '') {
        holder ??= node.parentElement;
        length += text.trim().length;
      }
      // What is not kept still divides words.
      if (length <= 2 * LONGEST_LINE) parts.push(text.slice(0, 4 * LONGEST_LINE));
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const name = element.localName;
      isEntered = !UNSEEN.has(name);
      if (isEntered && !INLINE.has(name)) endLine();
      const stated = name === 'time' ? element.getAttribute('datetime') : null;
      if (stated) lines.push({ text: stated.trim().slice(0, 60), element, isAttribute: true });
    }
    const child: Node | null = isEntered ? node.firstChild : null;
    if (child) node = child;
    else {
      while (node && node !== root && !node.nextSibling) {
        if (node.nodeType === 1 && !INLINE.has((node as Element).localName)) endLine();
        node = node.parentNode;
      }
      if (node && node !== root && node.nodeType === 1 && !INLINE.has((node as Element).localName)) endLine();
      node = node && node !== root ? node.nextSibling : null;
    }
  }
  endLine();
  return lines;
}
