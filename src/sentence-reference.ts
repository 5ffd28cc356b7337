import { createHash } from 'node:crypto';
import type { Article, Span } from './article/article.js';

/** A sentence of an article, told so briefly that a button can keep it, and found again when the index has changed. */
export interface SentenceReference {
  /** The article's id. */
  article: string;
  /** Where it began in the article's text. */
  start: number;
  /** Of its words: 8 characters of base64url, 48 bits. */
  hash: string;
}

export function referenceTo(article: string, start: number, sentence: string): SentenceReference {
  return { article, start, hash: hashOf(sentence) };
}

/**
 * Finds a sentence in an article as it is now, where nothing in it has changed.
 * @param sentences of the article, as they are cut now
 * @returns the one nearest to where it was, of several alike; null where it is gone or altered
 */
export function findSentence(
  { start, hash }: SentenceReference,
  { text }: Article,
  sentences: readonly Span[],
): Span | null {
  const same = sentences.filter((span) => hashOf(text.slice(span.start, span.end)) === hash);
  const distance = (span: Span): number => Math.abs(span.start - start);
  return same.sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8);
