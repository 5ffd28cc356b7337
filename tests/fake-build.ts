import { createHash } from 'node:crypto';
import { type Article, articleId } from '../src/article/article.js';
import type { SeedFile } from '../src/article/seed-files.js';
import type { Text } from '../src/embedding/encode-text.js';
import { type BuildReport, buildIndex } from '../src/index/build.js';
import type { BuildOptions } from '../src/index/build-options.js';
import { type OpenIndex, openIndex } from '../src/index/open.js';
import { numbers } from './bench/made-articles.js';
import { fakeEncode, fakeModel } from './fixtures/fake-encode.mjs';
import { makeArticle } from './make-article.js';

const WORDS = Array.from({ length: 3_000 }, (_, i) => `${'bdfgklmnprst'[i % 12]}${i.toString(36)}a`);

/** Sentences of words at random, always the same for the same number, and a word that stands in no other text. */
export function madeText(seed: number, sentences: number): string {
  const random = numbers(seed);
  const pick = (): string => WORDS[Math.floor(WORDS.length * random() ** 2)] ?? '';
  const own = `w${seed.toString(36)}z`;
  return Array.from(
    { length: sentences },
    (_, i) =>
      `The ${i === 0 ? `${own} ` : ''}${Array.from({ length: 5 + Math.floor(random() * 8) }, pick).join(' ')}.`,
  ).join(' ');
}

/** An article in a file of its own. */
export const articleIn = (file: string, text: string, title: string | null = null): Article =>
  makeArticle({ id: articleId(file, 0), file, text, title });

/** What a build reads: the articles, and files that change when they do. */
export function folderOf(articles: Article[]): { articles: Article[]; seeds: SeedFile[] } {
  const seeds = articles.map((article) => {
    const content = JSON.stringify(article);
    return {
      file: article.file,
      length: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  });
  return { articles, seeds };
}

/** Builds with the model of the tests; tells of every text that was embedded. */
export async function buildFake(
  directory: string,
  articles: Article[],
  more: Partial<BuildOptions> = {},
): Promise<BuildReport & { texts: Text[] }> {
  const texts: Text[] = [];
  const report = await buildIndex({
    directory,
    read: async () => folderOf(articles),
    model: fakeModel,
    encode: (some, onEncoded) =>
      fakeEncode(some, (i, encoded) => {
        texts.push(some[i] as Text);
        onEncoded(i, encoded);
      }),
    measureBaseline: async (_, onQuestion) => {
      onQuestion(0, 1);
      return { unshared: 0.7, shared: 0.1, deviation: 0.02 };
    },
    ...more,
  });
  return { ...report, texts };
}

/** Works with the index in a folder, and closes it. */
export async function withIndex<T>(directory: string, work: (index: OpenIndex) => T): Promise<T> {
  const index = await openIndex(directory, fakeModel);
  try {
    return work(index);
  } finally {
    index.close();
  }
}

/** All that an index says, in a form that can be compared: two of the same articles must be equal in this. */
export function contentsOf(index: OpenIndex) {
  const { passages, vectors, tokens, articles, articleVectors, copies } = index;
  return {
    passages: [...passages].map((passage, i) => ({
      passage,
      vector: vectors.get(i).join(),
      ...inWords(tokens.get(i)),
    })),
    articles: articles.map((article, i) => ({ article, vector: articleVectors.get(i).join() })),
    copies,
  };
}

/** Compared by the thousand, texts take a tenth of the time that lists of numbers do. */
export const inWords = ({ rows, partEnds }: { rows: Int8Array; partEnds: number[] }) => ({
  rows: Buffer.from(rows).toString('base64'),
  partEnds: partEnds.join(),
});
