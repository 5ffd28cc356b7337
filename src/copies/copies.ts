import type { Article, Span } from '../article/article.js';
import { wordsOf } from '../words/letters.js';
import { type Copy, NEARLY_SAME } from './find-copies.js';

/** Which articles are copies of each other, and what they say. */
export interface Copies {
  /** The copies of an article, in no order; often none. */
  of(article: Article): ReadonlySet<Article>;
  /** The sentences of an article that has copies, in their order; read once. */
  sentencesOf(article: Article): readonly CopiedSentence[];
}

export interface CopiedSentence {
  text: string;
  /** Its words in small letters, divided by spaces: the same for the same words. */
  words: string;
}

/**
 * Tells copies by what `findCopies` found: two articles that it found, and two that it found with a third that is nearly the
 * same as one of them. Two that have different parts of a third, as two reports in a digest, are no copies.
 * @param sentencesOf where the sentences of an article start and end
 */
export function createCopies(
  articles: readonly Article[],
  found: readonly Copy[],
  sentencesOf: (article: Article) => readonly Span[],
): Copies {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const pairs = new Map<string, Map<string, Copy>>();
  const add = (id: string, other: string, copy: Copy): void => {
    pairs.set(id, (pairs.get(id) ?? new Map<string, Copy>()).set(other, copy));
  };
  for (const copy of found) {
    add(copy.one, copy.other, copy);
    add(copy.other, copy.one, copy);
  }
  const sentences = new WeakMap<Article, CopiedSentence[]>();
  return {
    of({ id }) {
      return new Set([...idsOfCopies(id, pairs)].flatMap((copy) => byId.get(copy) ?? []));
    },
    sentencesOf(article) {
      const known = sentences.get(article);
      if (known) return known;
      const texts = sentencesOf(article).map(({ start, end }) => article.text.slice(start, end));
      const read = texts.map((text) => ({ text, words: wordsOf(text).join(' ') }));
      sentences.set(article, read);
      return read;
    },
  };
}

/** The copies among some of the articles, as filters leave them. */
export function copiesAmong(copies: Copies, isWanted: (article: Article) => boolean): Copies {
  return {
    of: (article) => new Set([...copies.of(article)].filter(isWanted)),
    sentencesOf: (article) => copies.sentencesOf(article),
  };
}

function idsOfCopies(id: string, pairs: Map<string, Map<string, Copy>>): Set<string> {
  const direct = pairs.get(id) ?? new Map<string, Copy>();
  const copies = new Set(direct.keys());
  for (const [third, { resemblance }] of direct) {
    for (const [other, copy] of pairs.get(third) ?? []) {
      if (Math.max(resemblance, copy.resemblance) >= NEARLY_SAME) copies.add(other);
    }
  }
  copies.delete(id);
  return copies;
}
