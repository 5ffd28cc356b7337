import { hash } from 'node:crypto';
import type { Article } from '../article/article.js';
import { type Passage, passagesOf } from '../passage.js';
import { leadOf } from './article-vectors.js';
import { type ArticleEntry, describeArticle, type Manifest } from './manifest.js';
import type { OpenIndex } from './open.js';
import type { Place } from './segment.js';

/** A passage of the new index. */
export interface PlannedPassage {
  passage: Passage;
  /** Where it stands in the old index; null where it has no point in the graph yet. */
  position: number | null;
  /** Where what the model made of it lies; null where it is to be embedded. */
  place: Place | null;
}

/** An article of the new index. */
export interface PlannedArticle {
  article: Article;
  /** What the manifest will say of it. */
  description: ArticleEntry;
  /** Where it stands in the old index; null where it is new or has changed. */
  number: number | null;
  /** The vector of its lead; null where it is not known. */
  vector: Float32Array | null;
  /** Where the vector lies that was made of its lead. */
  place: Place | null;
}

export interface Plan {
  passages: PlannedPassage[];
  articles: PlannedArticle[];
  /** How many passages come or go. */
  changed: number;
}

/** An old index, with what it was made from. */
export interface Old {
  index: OpenIndex;
  manifest: Manifest;
  /** Positions of passages that must be embedded again, since what is kept of them is damaged. */
  damaged: Set<number>;
}

/** Passages with the same key are embedded alike: they have the same heading and text, cut into the same sentences. */
export function passageKey({ pageContent, metadata }: Passage): string {
  const ends = metadata.sentences.map(({ end }) => end - metadata.start);
  return hashOf(`${ends}\n${metadata.heading}\n${pageContent}`);
}

export const leadKey = (article: Article): string => hashOf(`lead\n${leadOf(article)}`);

const hashOf = (text: string): string => hash('sha256', text, 'base64');

/**
 * Finds out what of an old index stays: all of the articles that are unchanged, and of the others the passages that
 * read as before, also under another file's name.
 * @param onArticle told how many articles are cut into passages, and of how many
 */
export function planIndex(
  articles: Article[],
  old: Old | null,
  onArticle: (done: number, total: number) => void,
): Plan {
  const left = old ? new OldArticles(old) : null;
  const described = articles.map((article) => {
    return { article, description: left?.descriptionOf(article) ?? describeArticle(article) };
  });
  // First of all, so that no passage of an unchanged article is taken for another one.
  const unchanged = described.map(({ description }) => left?.takeUnchanged(description) ?? null);
  const passages: PlannedPassage[] = [];
  const planned = described.map(({ article, description }, i): PlannedArticle => {
    onArticle(i, articles.length);
    const kept = unchanged[i];
    if (kept) {
      passages.push(...kept.passages);
      const { number, vector } = kept;
      return { article, description, number, vector, place: null };
    }
    for (const passage of passagesOf(article))
      passages.push(left?.takeAlike(passage) ?? { passage, position: null, place: null });
    return { article, description, number: null, vector: left?.leadOf(article) ?? null, place: null };
  });
  const stay = passages.filter(({ position }) => position !== null).length;
  const before = old?.index.passages.size ?? 0;
  return { passages, articles: planned, changed: passages.length - stay + (before - stay) };
}

interface Unchanged {
  number: number;
  passages: PlannedPassage[];
  vector: Float32Array;
}

/** The articles of an old index, from which a new one takes what it can use. */
class OldArticles {
  private readonly positions = new Map<string, number[]>();
  private readonly numbers = new Map<string, number>();
  private readonly descriptions = new Map<string, ArticleEntry>();
  /** Of the articles that are not taken as they are; made when it is first asked for. */
  private byKey: Map<string, number[]> | null = null;
  private leads: Map<string, Float32Array> | null = null;
  /** Positions whose points in the graph have a passage of the new index already. */
  private readonly taken = new Set<number>();

  constructor(private readonly old: Old) {
    for (const [position, { metadata }] of old.index.passages.all.entries()) {
      const list = this.positions.get(metadata.article);
      if (list) list.push(position);
      else this.positions.set(metadata.article, [position]);
    }
    for (const [number, { id }] of old.index.articles.entries()) this.numbers.set(id, number);
    for (const description of old.manifest.articles) this.descriptions.set(description.id, description);
  }

  /** What is known of the very same article; nothing of one that was read again. */
  descriptionOf(article: Article): ArticleEntry | undefined {
    const number = this.numbers.get(article.id);
    const isSame = number !== undefined && this.old.index.articles[number] === article;
    return isSame ? this.descriptions.get(article.id) : undefined;
  }

  takeUnchanged({ id, sha256 }: ArticleEntry): Unchanged | null {
    const number = this.numbers.get(id);
    if (number === undefined || this.descriptions.get(id)?.sha256 !== sha256) return null;
    const positions = this.positions.get(id) ?? [];
    if (positions.some((position) => this.old.damaged.has(position))) return null;
    this.numbers.delete(id);
    this.positions.delete(id);
    const passages = positions.map((position) => this.kept(position));
    return { number, passages, vector: this.old.index.articleVectors.get(number) };
  }

  takeAlike(passage: Passage): PlannedPassage | null {
    this.byKey ??= this.positionsByKey();
    const positions = this.byKey.get(passageKey(passage)) ?? [];
    const [first] = positions;
    if (first === undefined) return null;
    // A passage that comes twice needs a second point in the graph, but need not be embedded again.
    const position = positions.length > 1 ? (positions.shift() ?? first) : first;
    const isTaken = this.taken.has(position);
    this.taken.add(position);
    return { passage, position: isTaken ? null : position, place: this.old.index.places[position] ?? null };
  }

  leadOf(article: Article): Float32Array | null {
    const { articles, articleVectors } = this.old.index;
    this.leads ??= new Map(
      [...this.numbers.values()].map((number) => [
        leadKey(articles[number] as Article),
        articleVectors.get(number),
      ]),
    );
    return this.leads.get(leadKey(article)) ?? null;
  }

  private positionsByKey(): Map<string, number[]> {
    const byKey = new Map<string, number[]>();
    for (const position of [...this.positions.values()].flat()) {
      if (this.old.damaged.has(position)) continue;
      const key = passageKey(this.old.index.passages.all[position] as Passage);
      const list = byKey.get(key);
      if (list) list.push(position);
      else byKey.set(key, [position]);
    }
    return byKey;
  }

  private kept(position: number): PlannedPassage {
    const { passages, places } = this.old.index;
    return { passage: passages.all[position] as Passage, position, place: places[position] as Place };
  }
}
