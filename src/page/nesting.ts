import { UserError } from '../user-error.js';
import { isElement, walk } from './walk.js';

/** No page needs more levels, and what looks at a page takes time for the square of them. */
const DEEPEST = 100;
/** The parser's time grows with the square of the depth: at this one it takes half a second. */
const TOO_DEEP = 20_000;

const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
/** Elements without an end, and those whose end may be left out. */
const ENDLESS = new Set(
  (
    'area base body br col colgroup dd dt embed head hr html image img input keygen li link meta optgroup option p ' +
    'param rb rp rt rtc source tbody td tfoot th thead tr track wbr'
  ).split(' '),
);

/** @throws UserError where a page opens so many more elements than it ends that reading it would take minutes */
export function refuseEndlessNesting(html: string): void {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (ENDLESS.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > TOO_DEEP) throw new UserError(`it nests more than ${TOO_DEEP} elements`);
  }
}

/** Moves what is nested too deeply out of its element, to right after it. The text keeps its order. */
export function flatten(root: Element): void {
  let depth = 0;
  for (const { node, ends } of walk(root, () => false)) {
    if (!isElement(node)) continue;
    depth += ends ? -1 : 1;
    if (!ends && depth > DEEPEST) node.after(...node.childNodes);
  }
}
