import pico from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { ArticleSummary, Span } from './article/article.js';
import type { Quote } from './quote.js';
import { attributionOf, dateOf, publisherOf, sizeOf, titleOf } from './view.js';

/** What a terminal can show. */
export interface TerminalStyle {
  colour: boolean;
  /** Columns at which lines are broken; null leaves every line whole, as for a file. */
  width: number | null;
}

/** Behind the number of a quote. */
const INDENTATION = '     ';

/** Prints what views have in common, in lines that are readable without colour. */
export class Lines {
  readonly colours;

  constructor(private readonly style: TerminalStyle) {
    this.colours = pico.createColors(style.colour);
  }

  /** The quote, then whose it is. */
  quote(quote: Quote, rank: number | null): string {
    const { text, start, highlight, article, alsoIn } = quote;
    const number = rank === null ? '   ' : `${rank}.`.padEnd(3);
    return [
      this.marked(text, start, highlight).replace(/^ {3}/, number),
      this.block(INDENTATION, `— ${attributionOf(article)}`, this.colours.dim),
      ...alsoIn.map((other) =>
        this.block(INDENTATION, `  also in ${attributionOf(other)}`, this.colours.dim),
      ),
      ...(article.url ? [this.block(INDENTATION, article.url, this.colours.dim)] : []),
      ...(article.note ? [this.block(INDENTATION, `Note: ${article.note}`, this.colours.dim)] : []),
    ].join('\n');
  }

  /**
   * A part of an article in its own lines, a sentence in it after a ">".
   * @param start of the part in the article's text
   */
  marked(text: string, start: number, highlight: Span | null): string {
    const [from, to] = highlight
      ? [highlight.start - start, highlight.end - start]
      : [text.length, text.length];
    const plain = (part: string) => linesOf(part).map((line) => this.block(INDENTATION, line));
    const best = linesOf(text.slice(from, to)).map((line) => this.block('   > ', line, this.colours.bold));
    return [...plain(text.slice(0, from)), ...best, ...plain(text.slice(to))].join('\n');
  }

  /** All that is known of an article. */
  article(article: ArticleSummary): string {
    const facts = [
      publisherOf(article),
      dateOf(article),
      article.language ?? 'language unknown',
      sizeOf(article),
    ].join(' · ');
    return [
      this.block('', titleOf(article), this.colours.bold),
      this.block('  ', facts),
      ...(article.authors ? [this.block('  ', `By ${article.authors.join(', ')}`)] : []),
      ...(article.dateReason ? [this.block('  ', `Date ${dateReason(article)}`)] : []),
      ...(article.note ? [this.block('  ', `Note: ${article.note}`)] : []),
      ...(article.url ? [this.block('  ', article.url)] : []),
      this.block('  ', article.file, this.colours.dim),
    ].join('\n');
  }

  /** A paragraph behind its first words, its further lines indented as far. */
  block(first: string, text: string, paint: (text: string) => string = (plain) => plain): string {
    const { width } = this.style;
    const lines = width === null ? text : wrapAnsi(text, Math.max(20, width - first.length));
    return (
      first +
      lines
        .split('\n')
        .map(paint)
        .join(`\n${' '.repeat(first.length)}`)
    );
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim());

function dateReason({ dateSource, dateReason: reason }: ArticleSummary): string {
  return dateSource === 'inferred' ? `inferred: ${reason}` : `${reason}`;
}
