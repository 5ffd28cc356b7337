import type { ArticleSummary, Span } from './article/article.js';

/** Words of an article: always `article.text.slice(start, end)`, never joined or retyped. */
export interface Quote extends Span {
  text: string;
  article: ArticleSummary;
  /** The sentence in it that answers best: offsets into the article's text, within the quote. */
  highlight: Span;
  /** How likely it is to answer the question: 0 to 1, comparable between questions. */
  score: number;
  /** Other articles that say the same. */
  alsoIn: ArticleSummary[];
}
