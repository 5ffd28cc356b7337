import type { Article } from '../article/article.js';
import { isProse, linesOf, QUOTATION, wordsOf } from '../furniture/line.js';
import { groupsOf } from '../furniture/publisher-groups.js';
import type { Finding } from './check.js';
import { placeOf } from './place-of.js';

/** Words of what surrounds an article; an article may use them as well, which is why a person has to look. */
const WORDS =
  /(?<!\p{L})(?:newsletters?|subscribe|subscribers?|sign (?:in|up)|log ?in|cookies?|javascript|paywall|advertisement|abonnier\p{L}*|abonnez|suscr[ií]b\p{L}*|подпи(?:сывайтесь|шитесь|ска)|підпи(?:суйтесь|шіться|шись|ска)|реклама)(?!\p{L})|^https?:\/\/\S+$|©/iu;
/** In words: longer lines are sentences of the article. */
const SHORT_LINE = 25;
/** So many lines without a full stop in a row are a list, or a menu. */
const MANY_LINES = 8;
/** So many articles of one publisher hold a line that was not left out, because it may be their own. */
const REPEATED = 3;

/** The first line of each article that looks as if it were not its own. */
export function suspectedFurniture(articles: readonly Article[]): Finding['places'] {
  const repeated = repeatedLines(articles);
  return articles.flatMap((article) => {
    const found = suspectIn(article, repeated.get(article) ?? new Set());
    return found === null ? [] : [{ place: placeOf(article), found }];
  });
}

function suspectIn({ text }: Article, repeated: Set<string>): string | null {
  const lines = linesOf(text);
  const suspect = lines.find(
    ({ text: line }) =>
      repeated.has(line) ||
      (line.length < 400 && WORDS.test(line) && !QUOTATION.test(line) && wordsOf(line).length <= SHORT_LINE),
  );
  if (suspect) return suspect.text;
  let inRow = 0;
  for (const line of lines) {
    inRow = isProse(line.text) || wordsOf(line.text).length > 4 ? 0 : inRow + 1;
    if (inRow === MANY_LINES) return `${MANY_LINES} short lines in a row, up to: ${line.text}`;
  }
  return null;
}

/** What articles of one publisher have in common, of the lines of less than 200 letters. */
function repeatedLines(articles: readonly Article[]): Map<Article, Set<string>> {
  const found = new Map<Article, Set<string>>();
  for (const group of groupsOf(articles)) {
    const counts = new Map<string, number>();
    const linesOfEach = group.map(({ text }) => new Set(text.split('\n').map((line) => line.trim())));
    for (const lines of linesOfEach) {
      for (const line of lines)
        if (line !== '' && line.length < 200) counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    for (const [i, article] of group.entries()) {
      found.set(
        article,
        new Set([...(linesOfEach[i] ?? [])].filter((line) => (counts.get(line) ?? 0) >= REPEATED)),
      );
    }
  }
  return found;
}
