import { oneLine } from '../article/invisible.js';

const LONGEST = 2000;
const MOST_NODES = 2000;

/**
 * The beginning of the text in an element, as one line of at most 2,000 characters. What stands in a thousand nested
 * elements is not put together a thousand times.
 */
export function elementText(element: Element): string {
  let text = '';
  let node: Node | null = element;
  for (let visited = 0; node && visited < MOST_NODES && text.length < LONGEST; visited++) {
    if (node.nodeType === 3) text += (node.nodeValue ?? '').slice(0, LONGEST);
    if (node.nodeName === 'BR') text += ' ';
    let next: Node | null = node.firstChild;
    while (!next && node && node !== element) {
      next = node.nextSibling;
      node = node.parentNode;
    }
    node = next;
  }
  return oneLine(text).slice(0, LONGEST);
}
