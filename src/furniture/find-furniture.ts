import type { FrontMatter } from '../article/front-matter.js';
import type { Furniture } from '../article/pieces.js';
import { DATE_LABEL, isDateLine, timelineHeadings } from './date-line.js';
import { isProse, type Line, linesOf, QUOTATION, SENTENCE_END, sameWords, wordsOf } from './line.js';
import { menuLines } from './menu.js';
import { kindOfPhrase } from './phrases.js';
import { teaserLines } from './teasers.js';

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
  const menu = menuLines(lines, end);
  const teasers = teaserLines(lines);
  const headings = timelineHeadings(lines);
  const kindOfLine = (line: Line, at: number): string | null => {
    if (at >= end) return 'a biography, or what follows it';
    if (menu.has(line)) return 'a menu';
    if (teasers.has(at)) return 'a teaser';
    return headings.has(line) ? null : kindOf(line.text, lines[at + 1]?.text, known);
  };
  return lines.flatMap((line, at): Furniture[] => {
    const reason = kindOfLine(line, at);
    if (reason !== null) return [{ start: line.start, end: lines[at + 1]?.start ?? text.length, reason }];
    const label = at === 0 ? DATE_LABEL.exec(line.text) : null;
    return label ? [{ start: line.start, end: line.start + label[0].length, reason: 'a date line' }] : [];
  });
}

/** In letters; a paragraph that is longer is the article's own, whatever it speaks of. */
const LONGEST = 1_000;

function kindOf(line: string, next: string | undefined, known: Known): string | null {
  if (line.length > LONGEST) return null;
  if (known.title !== null && sameWords(line, known.title)) return 'the title again';
  if (READING_TIME.test(line)) return 'a reading time';
  if (isDateLine(line)) return 'a date line';
  if (CREDIT.test(line)) return 'a caption';
  if (isByLine(line, known.authors)) return 'a by-line';
  if (isInvitation(line) || headsInvitation(line, next)) return 'a newsletter';
  return kindOfPhrase(line);
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
