import { everyComponent, type Message } from './limits.js';
import { lettersOf, type Node, nodesOf } from './render.js';

/** What stands in quotations in a message, and what of it in bold. */
export function quotationsOf({ components }: Message): { text: string; bold: string }[] {
  return everyComponent(components)
    .flatMap((part) => (part.type === 10 ? nodesOf(part.content) : []))
    .filter(({ type }) => type === 'blockQuote')
    .map((quotation) => ({ text: lettersOf([quotation]), bold: boldOf([quotation]) }));
}

function boldOf(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'strong') return lettersOf([node]);
      return Array.isArray(node.content) ? boldOf(node.content) : '';
    })
    .join('');
}
