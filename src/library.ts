import type { Article } from './article/article.js';
import type { Search } from './search.js';

/** All that a command needs to answer: handed in by the entries, so that no command knows where it comes from. */
export interface Library {
  articles: readonly Article[];
  search: Search;
  /** The score from which a hit answers a question. */
  threshold: number;
}
