import { bodiesOf, type Rule } from './verdict.js';

/** A clock or a year, in a line that is nothing more. */
const DATE = /\p{Nd}[:.]\p{Nd}{2}(?!\p{Nd})|(?<!\p{Nd})(?:19|20)\d\d(?!\p{Nd})/u;
/** The weight of the longest line that is only a date. */
const DATE_LINE = 60;

/** Leaves out what stands above the first paragraph and is neither one nor beside it: the title, a kicker, dates. */
export const leaveOutHead: Rule = (lines, verdicts, titles) => {
  const first = lines.findIndex(({ isProse, isHeading }, i) => verdicts[i] === null && isProse && !isHeading);
  return lines.map(({ text, block, container, isProse, endsSentence, weight }, i) => {
    if (verdicts[i] !== null || i >= first) return verdicts[i] ?? null;
    if (block?.localName === 'h1' || titles.includes(text)) return 'the title';
    if (weight < DATE_LINE && !endsSentence && DATE.test(text)) return 'a date line';
    return isProse || container === lines[first]?.container ? null : 'a line above the article';
  });
};

/** Leaves out what stands below the last paragraph: headings of nothing, notes on the author, and lines not beside it. */
export const leaveOutTail: Rule = (lines, verdicts) => {
  const bodies = bodiesOf(lines, verdicts);
  if (bodies.size === 0) return verdicts;
  const found = [...verdicts];
  for (let last = lines.length - 1; last >= 0; last--) {
    const line = lines[last];
    if (!line || verdicts[last] !== null) continue;
    const isBeside = bodies.has(line.container);
    const isNote = line.hasContact && (line.isEmphasised || !line.endsSentence || !isBeside);
    if (line.isHeading && !line.isProse) found[last] = 'a heading of nothing';
    else if (isNote || (line.isEmphasised && line.linkedInside > 0))
      found[last] = 'a note on the author or the site';
    else if (!line.endsSentence && !isBeside && !line.isItem) found[last] = 'a line below the article';
    else break;
  }
  return found;
};
