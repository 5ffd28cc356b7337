import type { FrontMatter } from '../article/front-matter.js';
import type { Furniture } from '../article/pieces.js';
import { DATE_LABEL, isDateLine, timelineHeadings } from './date-line.js';
import { isProse, type Line, linesOf, QUOTATION, SENTENCE_END, sameWords, wordsOf } from './line.js';

type Known = Pick<FrontMatter, 'title' | 'authors'>;

const READING_TIME =
  /^\d+\s*[-–]?\s*(?:mins?|minutes?|minuten|минут[аы]?|мин|хвилин[аи]?|хв)\.?(?:\s+(?:reading time|read|lesezeit|de lecture|de lectura|czytania|чтения|читання))?$/iu;
/** "… in Washington. (Kent Nishimura/Bloomberg via Getty Images)": a credit in brackets after the last sentence. */
const CREDIT =
  /[.!?]["”»]?\s\((?:[^()]*(?:\p{L}\s?\/\s?\p{L}|\bvia\b|©|\b(?:photo|image|foto|bild|фото)))[^()]*\)$/iu;
const BY = /^(?:by|von|par|por|от|автор)$/;
/** Letters to the reader: into your inbox, or a newsletter to sign up for. */
const INVITATION =
  /(?<!\p{L})(?:[Yy]our|Ihren?|[Dd]einen?|[Vv]otre|[Tt]u)\s+(?:\p{L}+[ -]){0,2}(?:inbox|[Pp]osteingang|[Pp]ostfach|boîte|bandeja)|(?:[Ss]ign up|[Ss]ubscribe)\b.{0,40}\bnewsletter/u;
const MENU_WORDS = 3;
/** What follows a name where a person is introduced: "Abbey Fenbert is a senior news editor". */
const INTRODUCED = /^(?:is|ist|est|es|jest|covers|writes|reports|berichtet|schreibt)$/;

/**
 * Finds the page furniture of an article: what a page puts around a text that is not the article's own. It is found
 * by what a line is (a title said elsewhere, a date alone, names alone, a credit in brackets) and where it stands.
 * @param text the text of a file, without invisible characters
 * @param known what the front matter says: a repeated title and an author's name are known by it
 * @returns whole lines to leave out, with the blank ones after them, and at most a date's label before the first
 *   sentence; ascending, none overlap
 */
export function findFurniture(text: string, known: Known): Furniture[] {
  const lines = linesOf(text);
  const end = endOfArticle(lines, known.authors);
  const menu = menuWords(lines, end);
  const headings = timelineHeadings(lines);
  return lines.flatMap((line, at): Furniture[] => {
    const next = lines[at + 1];
    const reason =
      at >= end
        ? 'a biography, or what follows it'
        : headings.has(line)
          ? null
          : kindOf(line.text, next?.text, known, menu);
    if (reason !== null) return [{ start: line.start, end: next?.start ?? text.length, reason }];
    const label = at === 0 ? DATE_LABEL.exec(line.text) : null;
    return label ? [{ start: line.start, end: line.start + label[0].length, reason: 'a date line' }] : [];
  });
}

function kindOf(line: string, next: string | undefined, known: Known, menu: Set<string>): string | null {
  if (known.title !== null && sameWords(line, known.title)) return 'the title again';
  if (READING_TIME.test(line)) return 'a reading time';
  if (isDateLine(line)) return 'a date line';
  if (CREDIT.test(line)) return 'a caption';
  if (isByLine(line, known.authors)) return 'a by-line';
  if (menu.has(line)) return 'a menu';
  return isInvitation(line) || headsInvitation(line, next) ? 'a newsletter' : null;
}

/** "By MATTHEW LEE, JUSTIN SPIKE and BARRY HATTON, Related Press", or the names alone. */
function isByLine(line: string, authors: string[] | null): boolean {
  if (!authors || SENTENCE_END.test(line)) return false;
  const names = authors.flatMap(wordsOf);
  const words = wordsOf(line);
  const named = authors.some((author) => wordsOf(author).every((name) => words.includes(name)));
  const others = words.filter((word) => !names.includes(word));
  return named && (BY.test(words[0] ?? '') || others.length <= 1);
}

/**
 * Lines of a word or two before the first sentence that the page says again, but not within the article: its menu.
 * What an article repeats itself, as an interview its "Q", is its own.
 */
function menuWords(lines: Line[], end: number): Set<string> {
  const firstProse = lines.findIndex((line) => isProse(line.text));
  const isShort = ({ text }: Line) => !SENTENCE_END.test(text) && wordsOf(text).length <= MENU_WORDS;
  const head = lines.slice(0, Math.max(0, firstProse)).filter(isShort);
  const own = new Set(lines.slice(Math.max(0, firstProse), end).map(({ text }) => text));
  const tail = new Set(lines.slice(end).map(({ text }) => text));
  const again = ({ text }: Line) => tail.has(text) || head.filter((other) => other.text === text).length > 1;
  return new Set(head.filter((line) => again(line) && !own.has(line.text)).map(({ text }) => text));
}

const isInvitation = (line: string): boolean => INVITATION.test(line) && !QUOTATION.test(line);

/** "Get the daily news" above "Get the day's top news … delivered to your inbox": both open with the same words. */
function headsInvitation(line: string, next: string | undefined): boolean {
  if (next === undefined || SENTENCE_END.test(line) || !isInvitation(next)) return false;
  const opening = wordsOf(line).slice(0, 2);
  return opening.length === 2 && sameWords(opening.join(' '), wordsOf(next).slice(0, 2).join(' '));
}

/**
 * The article ends where its author is introduced: an author's name alone on a line, after prose, and soon a sentence
 * that introduces the person. What follows (a biography, links, teasers for other stories) is the page's.
 * @returns the first line after the article
 */
function endOfArticle(lines: Line[], authors: string[] | null): number {
  const firstProse = lines.findIndex((line) => isProse(line.text));
  for (const author of authors ?? []) {
    const box = lines.findIndex(
      (line, at) =>
        firstProse >= 0 &&
        at > firstProse &&
        sameWords(line.text, author) &&
        lines.slice(at + 1, at + 4).some(({ text }) => isProse(text) && introduces(text, author)),
    );
    // The word before the name stands for the picture ("Avatar").
    if (box > 0) return wordsOf(lines[box - 1]?.text ?? '').length === 1 ? box - 1 : box;
  }
  return lines.length;
}

function introduces(text: string, name: string): boolean {
  const [words, nameWords] = [wordsOf(text), wordsOf(name)];
  return (
    nameWords.length > 1 &&
    nameWords.every((word, i) => words[i] === word) &&
    INTRODUCED.test(words[nameWords.length] ?? '')
  );
}
