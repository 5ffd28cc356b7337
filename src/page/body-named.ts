import type { Rule } from './verdict.js';

/** What holds more than this of an article is no furniture, whatever its name. */
const MOST = 0.3;
/** Nor are all elements of one kind together, where they hold more than this: the article is a gallery, say. */
const MOST_OF_A_KIND = 0.5;

/** Leaves out what the page's own names say to be furniture. */
export const leaveOutNamed: Rule = (lines, verdicts) => {
  const lengths = new Map<Element | string, number>();
  const add = (key: Element | string, length: number) => lengths.set(key, (lengths.get(key) ?? 0) + length);
  const kept = lines.filter((_, i) => verdicts[i] === null);
  const total = kept.reduce((sum, { text }) => sum + text.length, 0);
  for (const { named, text } of kept) for (const { element } of named) add(element, text.length);
  const boxes = lines.map(({ named, around }, i) => {
    if (verdicts[i] !== null) return undefined;
    // A message of a social network is a quotation.
    const isQuotation = around.some(({ localName }) => localName === 'blockquote');
    return named.find(
      ({ element, reason }) =>
        (lengths.get(element) ?? 0) < total * MOST && !(isQuotation && reason === 'a share bar'),
    );
  });
  boxes.forEach((box, i) => {
    if (box) add(box.reason, lines[i]?.text.length ?? 0);
  });
  return boxes.map((box, i) =>
    box && (lengths.get(box.reason) ?? 0) < total * MOST_OF_A_KIND ? box.reason : (verdicts[i] ?? null),
  );
};
