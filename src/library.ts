import type { Article, Span } from './article/article.js';
import type { Catalogue } from './catalogue.js';
import type { Copies } from './copies/copies.js';
import type { Baseline } from './index/manifest.js';
import type { Overview } from './overview.js';
import type { Search } from './search.js';
import type { SameStatement } from './statement.js';
import type { StatusView } from './view.js';

/** All that a command needs to answer: handed in by the entries, so that no command knows where it comes from. */
export interface Library {
  articles: readonly Article[];
  /** Whose they are, and of when. */
  overview: Overview;
  /** The sentences of one of them, ascending, as they are searched. */
  sentencesOf(article: Article): readonly Span[];
  search: Search;
  /** Told of what must not happen; questions and answers are never logged. */
  log: { error(message: string, properties: Record<string, unknown>): void };
  isSameStatement: SameStatement;
  /** Which articles are copies of each other. */
  copies: Copies;
  /** What questions score that no such archive answers. */
  baseline: Baseline;
  /** What there is to know of the index. */
  about: Pick<StatusView, 'passages' | 'built' | 'from' | 'model' | 'version'>;
  /** What can be chosen while an option is typed; made when it is first asked for. */
  catalogue(): Catalogue;
}
