import type { PlacedLine } from './placed-line.js';
import { endsSentence, isProse, weightOf } from './prose.js';

/** For each line of a page why it is left out, or null where it is the article's. */
export type Verdicts = (string | null)[];
export type Rule = (lines: PlacedLine[], verdicts: Verdicts, titles: string[]) => Verdicts;

/** What holds more than this of an article is not furniture, whatever its name. */
const MOST = 0.3;
const HEADING = /^h[1-6]$/;

export const leaveOutNamed: Rule = (lines, verdicts) => {
  const lengths = new Map<Element, number>();
  let total = 0;
  lines.forEach(({ text, named }, i) => {
    if (verdicts[i] !== null) return;
    total += text.length;
    for (const { element } of named) lengths.set(element, (lengths.get(element) ?? 0) + text.length);
  });
  const boxes = lines.map(({ named, around }, i) =>
    verdicts[i] === null
      ? named.find(
          ({ element, reason }) =>
            (lengths.get(element) ?? 0) < total * MOST &&
            !(reason === 'a share bar' && around.some(({ localName }) => localName === 'blockquote')),
        )
      : undefined,
  );
  const byReason = new Map<string, number>();
  boxes.forEach((box, i) => {
    if (box) byReason.set(box.reason, (byReason.get(box.reason) ?? 0) + (lines[i]?.text.length ?? 0));
  });
  return boxes.map((box, i) =>
    box && (byReason.get(box.reason) ?? 0) < total * 0.5 ? box.reason : (verdicts[i] ?? null),
  );
};

/** Quotations and paragraphs that the reader view lost among others of the article. */
export const takeBackQuotations: Rule = (lines, verdicts) => {
  const first = verdicts.indexOf(null);
  const last = verdicts.lastIndexOf(null);
  const containers = new Set(lines.filter((_, i) => verdicts[i] === null).map(({ container }) => container));
  return lines.map(({ around, linked, text, container }, i) => {
    const isWithin = i > first && i < last + 3;
    const isQuotation =
      around.some(({ localName }) => localName === 'blockquote') && around.some((e) => containers.has(e));
    const isParagraph = containers.has(container) && isProse(text) && linked < 0.3;
    return isWithin && (isQuotation || isParagraph) ? null : (verdicts[i] ?? null);
  });
};

export const leaveOutLinks: Rule = (lines, verdicts) => {
  const isLink = lines.map(({ text, linkedInside, around }) => {
    if (around.some(({ localName }) => localName === 'table')) return false;
    if (linkedInside >= 0.9) return true;
    const label = /^\W{0,2}[^:]{1,40}:/.exec(text)?.[0].length ?? 0;
    return label > 0 && linkedInside > 0 && linkedInside * text.length >= (text.length - label) * 0.85;
  });
  return lines.map(({ opensParagraph }, i) => {
    if (verdicts[i] !== null) return verdicts[i] ?? null;
    const alone = opensParagraph || isLink[i - 1] || isLink[i + 1];
    return isLink[i] && alone ? 'a link to another page' : null;
  });
};

/** What stands before the first sentence and is neither beside it nor a sentence: the title, its kicker, dates. */
export const leaveOutHead: Rule = (lines, verdicts, titles) => {
  const first = lines.findIndex(
    ({ text, block }, i) => verdicts[i] === null && isProse(text) && !isHeading(block),
  );
  const beside = lines[first]?.container;
  return lines.map(({ text, container, block }, i) => {
    if (verdicts[i] !== null || i >= first) return verdicts[i] ?? null;
    if ((block?.localName === 'h1' && !isProse(text)) || titles.includes(text)) return 'the title';
    if (weightOf(text) < 60 && /\b(?:19|20)\d\d\b|\d:\d\d/.test(text) && !endsSentence(text))
      return 'a date line';
    if (container === beside || isProse(text)) return null;
    return 'a line above the article';
  });
};

export const leaveOutTail: Rule = (lines, verdicts) => {
  const isKept = (i: number) => verdicts[i] === null;
  let last = lines.length - 1;
  const found = [...verdicts];
  const bodies = new Set(
    lines.filter((line, i) => isKept(i) && isProse(line.text)).map(({ container }) => container),
  );
  for (; last >= 0; last--) {
    const line = lines[last];
    if (!line || !isKept(last)) continue;
    const { text, container, block, hasContact, linked } = line;
    if (isHeading(block) && !isProse(text)) found[last] = 'a heading without a text';
    else if (hasContact && linked > 0) found[last] = 'a note on the author';
    else if (!endsSentence(text) && !bodies.has(container) && !isItem(line))
      found[last] = 'a line below the article';
    else break;
  }
  return found;
};

export const leaveOutLabels: Rule = (lines, verdicts) => {
  const bodies = new Set(
    lines.filter((line, i) => verdicts[i] === null && isProse(line.text)).map(({ container }) => container),
  );
  return lines.map((line, i) => {
    if (verdicts[i] !== null) return verdicts[i] ?? null;
    const { text, container, block, isEmphasised, isAtPicture } = line;
    if (
      isAtPicture &&
      (isEmphasised || !bodies.has(container)) &&
      weightOf(text) < 200 &&
      !isItem(line) &&
      !isHeading(block)
    )
      return 'a caption';
    if (bodies.has(container) || isHeading(block) || isItem(line)) return null;
    return weightOf(text) < 30 && !endsSentence(text) ? 'a label' : null;
  });
};

/** Headings right above a list of links. */
export const leaveOutListHeadings: Rule = (lines, verdicts) =>
  lines.map(({ text, block }, i) => {
    const below = verdicts.slice(i + 1, i + 3);
    const isAbove = below.length === 2 && below.every((reason) => reason === 'a link to another page');
    return verdicts[i] === null && isAbove && weightOf(text) < 60 && !endsSentence(text)
      ? 'a heading of links'
      : (verdicts[i] ?? null);
  });

function isHeading(block: Element | null): boolean {
  return block !== null && HEADING.test(block.localName);
}

function isItem({ around }: PlacedLine): boolean {
  return around.some(({ localName }) => /^(?:li|dd|dt|td|th|pre|blockquote)$/.test(localName));
}
