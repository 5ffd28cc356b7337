import './no-tracing.js';
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { type ArticleFacts, factsOf } from './article/article.js';
import type { Search } from './search.js';

/** What LangChain is told of a passage: whose it is, where it stands in the article's text, and how well it fits. */
export interface PassageMetadata extends Record<string, unknown> {
  article: ArticleFacts;
  start: number;
  end: number;
  score: number;
}

/** The search as a LangChain retriever, for chains of others: passages as documents, the best first. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['talks', 'retriever'];

  constructor(
    private readonly search: Search,
    fields?: BaseRetrieverInput,
  ) {
    super(fields);
  }

  override async _getRelevantDocuments(question: string): Promise<Document<PassageMetadata>[]> {
    const { hits } = await this.search(question);
    return hits.map(({ passage, article, score }) => {
      const { start, end } = passage.metadata;
      return new Document({
        pageContent: passage.pageContent,
        metadata: { article: factsOf(article), start, end, score },
      });
    });
  }
}
