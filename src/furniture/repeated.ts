import type { Article } from '../article/article.js';
import { type Furniture, joinPieces, piecesOf } from '../article/pieces.js';
import { isProse, type Line, linesOf, QUOTATION } from './line.js';
import { groupsOf } from './publisher-groups.js';

/** So many articles of a publisher, and so many of all of them, have to hold a line that is taken for furniture. */
const FEWEST = { articles: 3, share: 1 / 3 };
/** The same for sentences around a text, and within it: those of an agency stand in several articles on one subject. */
const FEWEST_FOR_SENTENCES = { articles: 5, share: 1 / 2 };
const FEWEST_WITHIN = { articles: 10, share: 2 / 3 };
/** In letters. What a page puts around a text is short. */
const LONGEST = 300;
/** An address to write to or to follow: no article of one publisher after the other says so in its own words. */
const CONTACT = /https?:\/\/|www\.|\p{L}@\p{L}|(?<!\p{L})@\p{L}{3}|[©®™]/u;

const REASON = 'repeated in other articles of this publisher';

/** How many articles of one publisher hold a line. */
type Counts = { lines: Map<string, number>; articles: number };

/**
 * Leaves out what stands in many articles of one publisher around the text: names of sections, calls to follow or to
 * support, addresses. Lines without a full stop go only before the first sentence of an article and after its last:
 * between, they may be headings. Articles that share their longest line count once: they are versions of one.
 * @param articles as they are without such cuts
 */
export function cutRepeated(articles: readonly Article[]): Article[] {
  const cut = new Map<Article, Article>();
  for (const group of groupsOf(articles)) {
    if (group.length < FEWEST.articles) continue;
    const counts = countLines(group);
    if (counts.lines.size === 0) continue;
    for (const article of group) cut.set(article, withoutLines(article, counts));
  }
  return articles.map((article) => cut.get(article) ?? article);
}

/** The article with what was left out as repeated in its place again: the others of its publisher may have changed. */
export function withoutRepeatedCuts(article: Article): Article {
  if (!article.cuts.some(({ isRepeated }) => isRepeated)) return article;
  const pieces = piecesOf(article.text, article.cuts);
  return {
    ...article,
    ...joinPieces(pieces.map((piece) => (piece.cut?.isRepeated ? { ...piece, cut: null } : piece))),
  };
}

/** The lines that are held often enough. */
function countLines(articles: readonly Article[]): Counts {
  const versions = new Map<string, Set<string>>();
  for (const { text } of articles) {
    const lines = text.split('\n').map((line) => line.trim());
    const longest = lines.reduce((one, other) => (other.length > one.length ? other : one), '');
    const held = versions.get(longest) ?? new Set();
    for (const line of lines) if (line !== '' && line.length <= LONGEST) held.add(line);
    versions.set(longest, held);
  }
  const all = new Map<string, number>();
  for (const held of versions.values()) for (const line of held) all.set(line, (all.get(line) ?? 0) + 1);
  const enough = [...all].filter(([, count]) => isEnough(count, versions.size, FEWEST));
  return { lines: new Map(enough), articles: versions.size };
}

const isEnough = (count: number, of: number, { articles, share }: typeof FEWEST): boolean =>
  count >= articles && count >= share * of;

function withoutLines(article: Article, counts: Counts): Article {
  const lines = linesOf(article.text);
  const isCut = repeatedLines(lines, counts);
  if (!isCut.includes(true) || !isCut.includes(false)) return article;
  const lastKept = isCut.lastIndexOf(false);
  const furniture = lines.flatMap((line, at): Furniture[] => {
    if (!isCut[at]) return [];
    // At the end, the white space before goes too: a text has none at its ends.
    const kept = lines[lastKept];
    const start = at === lastKept + 1 && kept ? kept.start + kept.text.length : line.start;
    return [{ start, end: lines[at + 1]?.start ?? article.text.length, reason: REASON, isRepeated: true }];
  });
  const places = article.cuts.map(({ at }) => at);
  return { ...article, ...joinPieces(piecesOf(article.text, article.cuts, splitAt(furniture, places))) };
}

/** Which lines go. */
function repeatedLines(lines: Line[], { lines: counts, articles }: Counts): boolean[] {
  const count = (at: number): number => counts.get(lines[at]?.text ?? '') ?? 0;
  const isSentence = (line: Line | undefined): boolean => line !== undefined && isProse(line.text);
  const isOwn = (line: Line): boolean => !counts.has(line.text) && isSentence(line);
  const first = lines.findIndex(isOwn);
  const last = lines.findLastIndex(isOwn);
  const isOutside = (at: number): boolean => first < 0 || at < first || at > last;
  const isOften = (at: number): boolean =>
    isEnough(count(at), articles, isOutside(at) ? FEWEST_FOR_SENTENCES : FEWEST_WITHIN);
  const isCut = lines.map(
    (line, at) =>
      counts.has(line.text) &&
      isSentence(line) &&
      !QUOTATION.test(line.text) &&
      (isOften(at) || (CONTACT.test(line.text) && isOutside(at))),
  );
  for (const [at, line] of lines.entries()) {
    if (!counts.has(line.text) || isSentence(line) || !isOutside(at)) continue;
    // Above a sentence that stays, after the first: its heading.
    isCut[at] = !(at > first && isSentence(lines[at + 1]) && !isCut[at + 1]);
  }
  return isCut;
}

/** Divides what goes where something went before, so that all of it keeps its order. */
function splitAt(furniture: Furniture[], places: number[]): Furniture[] {
  let next = 0;
  return furniture.flatMap((one): Furniture[] => {
    const parts: Furniture[] = [];
    let { start } = one;
    while (next < places.length && (places[next] ?? 0) <= start) next++;
    for (let at = places[next]; at !== undefined && at < one.end; at = places[++next]) {
      if (at > start) parts.push({ ...one, start, end: at });
      start = at;
    }
    return [...parts, { ...one, start }];
  });
}
