import { isProse, type Line, SENTENCE_END, wordsOf } from './line.js';

const MENU_WORDS = 3;
/** So many short lines in a row are no heading any more. */
const MENU_LINES = 5;

const isShort = ({ text }: Line): boolean => !SENTENCE_END.test(text) && wordsOf(text).length <= MENU_WORDS;

/**
 * Lines of a page's menu, before the first sentence: those that the page says again, but not within the article (what
 * an article repeats itself, as an interview its "Q", is its own), and five or more in a row, of a word or two each.
 * @param end the first line after the article
 */
export function menuLines(lines: Line[], end: number): Set<Line> {
  const firstProse = Math.max(
    0,
    lines.findIndex((line) => isProse(line.text)),
  );
  const head = lines.slice(0, firstProse);
  const short = head.filter(isShort);
  const own = new Set(lines.slice(firstProse, end).map(({ text }) => text));
  const tail = new Set(lines.slice(end).map(({ text }) => text));
  const seen = new Set<string>();
  const twice = new Set(short.map(({ text }) => text).filter((text) => seen.size === seen.add(text).size));
  const repeated = short.filter(({ text }) => (tail.has(text) || twice.has(text)) && !own.has(text));
  return new Set([...repeated, ...runsOfShort(head, firstProse)]);
}

/** A line with a number tells something: "Dead: 12". */
const isMenuWord = (line: Line | undefined): boolean =>
  line !== undefined && isShort(line) && !/\p{N}/u.test(line.text);

/** Short lines in a row; the last before a paragraph, or in a block of its own, may be the article's title. */
function runsOfShort(head: Line[], firstProse: number): Line[] {
  const found: Line[] = [];
  for (let start = 0; start < head.length; start++) {
    let end = start;
    while (isMenuWord(head[end])) end++;
    const run = head.slice(start, end);
    const last = run.at(-1);
    if (run.length > MENU_LINES && (end === firstProse || last?.opensBlock)) run.pop();
    if (run.length >= MENU_LINES) for (const line of run) found.push(line);
    start = end;
  }
  return found;
}
