import type { Article, Span } from '../article/article.js';
import type { Passage } from '../passage.js';
import type { ArticleEntry, Manifest } from './manifest.js';
import type { OpenIndex } from './open.js';
import { leadKey, passageKey } from './text-key.js';

/** An old index, with what it was made from. */
export interface Old {
  index: OpenIndex;
  manifest: Manifest;
  /** Positions of passages that must be embedded again, since what is kept of them is damaged. */
  damaged: Set<number>;
}

/** An article that stays as it is. */
interface Unchanged {
  /** In the old index. */
  number: number;
  /** Of its passages. */
  positions: Span;
  vector: Float32Array;
}

/** A passage that reads as one of the old index does. */
interface Alike {
  /** Where that one stands. */
  from: number;
  /** Whether its point in the graph is not another passage's now. */
  isLinked: boolean;
}

/** The articles of an old index, from which a new one takes what it can use. */
export class OldArticles {
  private readonly numbers = new Map<string, number>();
  private readonly descriptions = new Map<string, ArticleEntry>();
  /** Of the articles that are not taken as they are; made when it is first asked for. */
  private byKey: Map<string, number[]> | null = null;
  private leads: Map<string, Float32Array> | null = null;
  /** Positions whose points in the graph have a passage of the new index already. */
  private readonly taken = new Set<number>();

  constructor(private readonly old: Old) {
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
    const [start, end] = this.old.index.passages.rangeOf(number);
    for (let position = start; position < end; position++) if (this.old.damaged.has(position)) return null;
    this.numbers.delete(id);
    return { number, positions: { start, end }, vector: this.old.index.articleVectors.get(number) };
  }

  takeAlike(passage: Passage): Alike | null {
    this.byKey ??= this.positionsByKey();
    const positions = this.byKey.get(passageKey(passage)) ?? [];
    const [first] = positions;
    if (first === undefined) return null;
    // A passage that comes twice needs a second point in the graph, but need not be embedded again.
    const position = positions.length > 1 ? (positions.shift() ?? first) : first;
    const isTaken = this.taken.has(position);
    this.taken.add(position);
    return { from: position, isLinked: !isTaken };
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
    const { passages } = this.old.index;
    for (const number of this.numbers.values()) {
      const [start, end] = passages.rangeOf(number);
      for (let position = start; position < end; position++) {
        if (this.old.damaged.has(position)) continue;
        const key = passageKey(passages.get(position));
        const list = byKey.get(key);
        if (list) list.push(position);
        else byKey.set(key, [position]);
      }
    }
    return byKey;
  }
}
