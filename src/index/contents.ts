import type { Article } from '../article/article.js';
import type { Copy } from '../copies/find-copies.js';
import type { Lists } from '../lists.js';
import type { TermIndex } from '../words/term-index.js';
import type { ArticleVectors } from './article-vectors.js';
import type { PassageTable } from './passage-table.js';
import type { PassageVectors } from './passage-vectors.js';
import type { TokenStates } from './token-states.js';

/** What an index holds: passages with their vectors, tokens and words, and the articles they are cut from. */
export interface IndexContents {
  passages: PassageTable;
  /** In the order of the passages. */
  vectors: PassageVectors;
  /** In the order of the passages. */
  tokens: TokenStates;
  /** Which words stand in which passages. */
  terms: TermIndex;
  articles: Article[];
  /** In the order of the articles. */
  articleVectors: ArticleVectors;
  /** Of the articles, by which copies are found. */
  sketches: Lists;
  /** Which of the articles are copies of each other. */
  copies: Copy[];
}
