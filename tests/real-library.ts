import type { Article, Span } from '../src/article/article.js';
import { articleSentences } from '../src/article-sentences.js';
import { Catalogue } from '../src/catalogue.js';
import { createCopies } from '../src/copies/copies.js';
import type { Embedder } from '../src/embedding/embedder.js';
import { timeOfBuild } from '../src/index/build-name.js';
import { type OpenIndex, openIndex } from '../src/index/open.js';
import type { Library } from '../src/library.js';
import { overviewOf } from '../src/overview.js';
import { createSearch, type Hit } from '../src/search.js';
import { createSameStatement } from '../src/statement.js';
import { indexModel, loadModel } from './model.js';

/** The four articles, with the real model; `logged` holds what the library logs. */
export interface RealLibrary extends Library {
  embedder: Embedder;
  index: OpenIndex;
  logged: unknown[];
}

export async function openRealLibrary(indexDir: string): Promise<RealLibrary> {
  const embedder = await loadModel();
  const index = await openIndex(indexDir, indexModel(embedder));
  const sentencesOf = (article: Article): Span[] => articleSentences(index.passages.of(article));
  const copies = createCopies(index.articles, index.copies, sentencesOf);
  const logged: unknown[] = [];
  return {
    embedder,
    index,
    logged,
    articles: index.articles,
    overview: overviewOf(index.articles),
    sentencesOf,
    search: createSearch(index, embedder, [], copies),
    log: { error: (...words: unknown[]) => void logged.push(words) },
    isSameStatement: createSameStatement(index),
    copies,
    baseline: index.baseline,
    about: {
      passages: index.passages.size,
      built: timeOfBuild(index.build),
      from: 'seeds',
      model: embedder.folder.name,
      version: '0.1.0',
    },
    catalogue: () => new Catalogue(index.articles),
  };
}

/** The sentence that a hit marks. */
export const sentenceOf = ({ article, sentence }: Hit): string =>
  article.text.slice(sentence.start, sentence.end);
