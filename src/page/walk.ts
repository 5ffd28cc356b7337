/**
 * Visits the nodes below one in their order, and each element a second time when it ends. It keeps no stack of its own,
 * as pages are nested a hundred thousand deep.
 * @param skips whether what an element holds is left out
 */
export function* walk(
  root: Element,
  skips: (element: Element) => boolean,
): Generator<{ node: Node; ends: boolean }> {
  let node: Node = root;
  let ends = false;
  for (;;) {
    yield { node, ends };
    if (ends && node === root) return;
    const child: Node | null = ends || (isElement(node) && skips(node)) ? null : node.firstChild;
    if (child) {
      node = child;
    } else if (!ends && isElement(node)) {
      ends = true;
    } else if (node.nextSibling) {
      node = node.nextSibling;
      ends = false;
    } else if (node.parentNode) {
      node = node.parentNode;
      ends = true;
    } else return;
  }
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
