import type { Article } from '../article/article.js';
import type { Embedder } from '../embedding/embedder.js';
import { passagesOf, withHeading } from '../passage.js';
import { TermIndex } from '../words/term-index.js';
import { ArticleVectors, leadOf } from './article-vectors.js';
import { encodePassages, type Known, keyOf } from './encode-passages.js';
import type { IndexContents } from './open.js';
import { PassageIndex } from './passage-index.js';
import { TokenStates } from './token-states.js';

/** What the model made of passages, and of the leads of articles, before. */
export interface KnownVectors {
  passages: Known;
  leads: Map<string, Float32Array>;
}

export const NOTHING_KNOWN: KnownVectors = { passages: new Map(), leads: new Map() };

/** What an index knows, for the next one. */
export function knownFrom({ passages, tokens, articles, articleVectors }: IndexContents): KnownVectors {
  const known: KnownVectors = { passages: new Map(), leads: new Map() };
  for (const [position, passage] of passages.all.entries()) {
    known.passages.set(keyOf(passage), { vector: passages.vectorOf(position), tokens: tokens.get(position) });
  }
  for (const [i, article] of articles.entries())
    known.leads.set(leadOf(article), articleVectors.get(i).slice());
  return known;
}

/**
 * Cuts the articles into passages, and indexes them; what is known is not embedded again.
 * @param onText told how many texts are embedded, and of how many, before each
 * @returns with how many passages were embedded
 */
export async function indexArticles(
  articles: Article[],
  embedder: Embedder,
  known: KnownVectors,
  onText: (done: number, total: number) => void,
): Promise<{ contents: IndexContents; embedded: number }> {
  const passages = articles.flatMap((article) => passagesOf(article));
  const total = articles.length + passages.length;
  const articleVectors = await ArticleVectors.of(articles, known.leads, embedder, (done) =>
    onText(done, total),
  );
  const { encoded, count: embedded } = await encodePassages(passages, known.passages, embedder, (done) =>
    onText(articles.length + done, total),
  );
  const vectors = encoded.map(({ vector }) => vector);
  const index = PassageIndex.empty(embedder, vectors[0]?.length ?? 0);
  await index.addVectors(vectors, passages);
  const tokens = TokenStates.of(encoded.map(({ tokens }) => tokens));
  const terms = TermIndex.of(passages.map((passage) => withHeading(passage).text));
  return { contents: { passages: index, tokens, terms, articles, articleVectors }, embedded };
}
