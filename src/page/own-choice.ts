import type { PlacedLine } from './placed-line.js';
import { weightOf } from './prose.js';

/** How much of a paragraph's weight each element around its own container gets, from the nearest outwards. */
const SHARES = [1, 0.7];

/** The element that holds most of a page's paragraphs closely around them, or null where there are none. */
export function mainElement(prose: PlacedLine[]): Element | null {
  const weights = new Map<Element, number>();
  for (const { text, container } of prose) {
    let element = container;
    for (const share of SHARES) {
      if (!element || element.localName === 'html') break;
      weights.set(element, (weights.get(element) ?? 0) + weightOf(text) * share);
      element = element.parentElement;
    }
  }
  const [heaviest] = [...weights].sort(([, a], [, b]) => b - a);
  return heaviest?.[0] ?? null;
}
