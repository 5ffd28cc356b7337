import { join } from 'node:path';
import type { Article } from '../article/article.js';
import { Lists, listsOf } from '../lists.js';
import { headingOf, type Passage } from '../passage.js';

export const PASSAGES_FILE = 'passages.u32';

/** What a passage needs of its article. */
type Source = Pick<Article, 'id' | 'title' | 'text'>;

/**
 * A passage as numbers: that of its article, where it starts and ends, and where each of its sentences starts and ends, one
 * after the other.
 */
export type PassageLine = ArrayLike<number>;
const [ARTICLE, START, END, SENTENCES] = [0, 1, 2, 3] as const;

/** @param article the number of the passage's article */
export function passageLine(article: number, { metadata }: Passage): PassageLine {
  const sentences = metadata.sentences.flatMap(({ start, end }) => [start, end]);
  return [article, metadata.start, metadata.end, ...sentences];
}

/**
 * The passages of an index, in the order of the articles and of their texts. Each is made when it is asked for: those of a
 * large archive are a million objects, which take longer to make than the files of the index take to read.
 */
export class PassageTable implements Iterable<Passage> {
  private readonly numbers: Map<string, number>;
  /** Of each article its first passage, and at last how many passages there are. */
  private readonly firsts: Uint32Array;

  private constructor(
    private readonly articles: readonly Source[],
    private readonly lines: Lists,
  ) {
    this.numbers = new Map(articles.map(({ id }, number) => [id, number]));
    this.firsts = new Uint32Array(articles.length + 1);
    for (let position = 0; position < lines.count; position++)
      this.firsts[this.articleOf(position) + 1] = position + 1;
    for (let number = 0; number < articles.length; number++)
      this.firsts[number + 1] ||= this.firsts[number] as number;
  }

  /** @param lines in the order of the articles */
  static of(articles: readonly Source[], lines: PassageLine[]): PassageTable {
    return new PassageTable(articles, listsOf(lines));
  }

  /** Loads what `save` wrote. */
  static async load(directory: string, articles: Promise<readonly Source[]>): Promise<PassageTable> {
    const [lines, known] = await Promise.all([Lists.load(join(directory, PASSAGES_FILE)), articles]);
    return new PassageTable(known, lines);
  }

  /** Writes it, without the articles, into a folder that exists. */
  async save(directory: string): Promise<void> {
    await this.lines.save(join(directory, PASSAGES_FILE));
  }

  get size(): number {
    return this.lines.count;
  }

  /** The number of a passage's article. */
  articleOf(position: number): number {
    return this.lines.at(position, ARTICLE);
  }

  /** The positions of an article's passages: the first, and the one after the last. */
  rangeOf(article: number): [start: number, end: number] {
    return [this.firsts[article] ?? this.size, this.firsts[article + 1] ?? this.size];
  }

  /** The passages of an article, in the order of its text. */
  of({ id }: Pick<Article, 'id'>): Passage[] {
    const [start, end] = this.rangeOf(this.numbers.get(id) ?? this.articles.length);
    return Array.from({ length: end - start }, (_, i) => this.get(start + i));
  }

  /** @throws RangeError where there is none */
  get(position: number): Passage {
    const isThere = position >= 0 && position < this.size;
    const article = isThere ? this.articles[this.articleOf(position)] : undefined;
    if (!article) throw new RangeError(`The index has ${this.size} passages, and none at ${position}`);
    const line = this.lines.get(position);
    const [start, end] = [line[START] as number, line[END] as number];
    const sentences = [];
    for (let i = SENTENCES; i < line.length; i += 2)
      sentences.push({ start: line[i] as number, end: line[i + 1] as number });
    // A slice shares the memory of the article's text.
    const pageContent = article.text.slice(start, end);
    return {
      pageContent,
      metadata: { article: article.id, heading: headingOf(article), start, end, sentences },
    };
  }

  /**
   * A passage as a line of another index.
   * @param article the number of its article there
   */
  lineFor(position: number, article: number): PassageLine {
    const line = this.lines.get(position);
    if (line[ARTICLE] === article) return line;
    const moved = line.slice();
    moved[ARTICLE] = article;
    return moved;
  }

  *[Symbol.iterator](): Generator<Passage> {
    for (let position = 0; position < this.size; position++) yield this.get(position);
  }
}
