import { isProse, type Line, SENTENCE_END, wordsOf } from './line.js';

/** What stands above, or before, the titles of other articles. */
const LABEL =
  /^(?:read (?:also|next)|also read|see also|more on this(?: story)?|more from .{1,40}|related(?: (?:stories|articles|news|coverage|content|reading))|related:|recommended(?: (?:stories|reading|for you))|you may also like|most (?:read|popular)|lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|das könnte sie (?:auch )?interessieren|meistgelesen|читайте (?:также|також|ещё|еще)|также по теме|по теме:|смотрите также|дивіться також|вас может заинтересовать|(?:à )?lire aussi|sur le même sujet|lea también|lee también|le puede interesar|te puede interesar|noticias relacionadas|(?:prze)?czytaj (?:też|także|również)|zobacz (?:też|także)|polecamy)(?!\p{L})\s*(?<rest>.*)$/iu;
/** After a label, a title: "Read also: The talks go on". Without one, a sentence that only begins like a label. */
const AFTER_LABEL = /^[:：…»›>→|-]/;

/** A title that stands alone is a teaser from this length on; below, it may be a heading of the article's own. */
const TITLE_WORDS = 7;
const MOST_TITLES = 12;

/**
 * The lines that lead to other articles: a label ("Related stories") with the titles after it. The last title before a
 * paragraph may be the heading of that paragraph, so it goes only where it stands in one block with the label.
 * @returns the numbers of lines
 */
export function teaserLines(lines: Line[]): Set<number> {
  const found = new Set<number>();
  for (const [at, { text }] of lines.entries()) {
    const rest = LABEL.exec(text)?.groups?.['rest'];
    if (rest === undefined || (rest !== '' && !AFTER_LABEL.test(rest))) continue;
    found.add(at);
    if (rest.replace(AFTER_LABEL, '').trim() === '')
      for (const title of titlesAfter(lines, at)) found.add(title);
  }
  return found;
}

function titlesAfter(lines: Line[], label: number): number[] {
  let end = label + 1;
  while (end < lines.length && end - label <= MOST_TITLES && isTitle(lines[end])) end++;
  const titles = Array.from({ length: end - label - 1 }, (_, i) => label + 1 + i);
  const last = lines[end - 1];
  const isBeforeProse = end < lines.length;
  if (!isBeforeProse || titles.length === 0 || !last) return titles;
  const isOneBlock = titles.every((at) => lines[at]?.opensBlock === false) && lines[end]?.opensBlock;
  if (isOneBlock || wordsOf(last.text).length >= TITLE_WORDS) return titles;
  return titles.slice(0, -1);
}

/** A title has some words, and no full stop; it may ask. */
const isTitle = (line: Line | undefined): boolean =>
  line !== undefined &&
  (!isProse(line.text) || line.text.endsWith('?')) &&
  (!SENTENCE_END.test(line.text) || line.text.endsWith('?')) &&
  wordsOf(line.text).length > 2;
