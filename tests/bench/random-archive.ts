import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { SingleBar } from 'cli-progress';
import type { Article, Span } from '../../src/article/article.js';
import { articleSentences } from '../../src/article-sentences.js';
import { Catalogue } from '../../src/catalogue.js';
import { measureBaseline } from '../../src/certainty.js';
import { createCopies } from '../../src/copies/copies.js';
import { findCopies } from '../../src/copies/find-copies.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { ArticleVectors } from '../../src/index/article-vectors.js';
import type { IndexContents } from '../../src/index/contents.js';
import { type PassageLine, PassageTable } from '../../src/index/passage-table.js';
import { PassageVectors } from '../../src/index/passage-vectors.js';
import { Places, placeLine } from '../../src/index/places.js';
import { Segments } from '../../src/index/segment.js';
import { type TokenStates, tokensInSegments } from '../../src/index/token-states.js';
import { lazily } from '../../src/lazily.js';
import type { Library } from '../../src/library.js';
import { listsOf } from '../../src/lists.js';
import { overviewOf } from '../../src/overview.js';
import { createSearch } from '../../src/search.js';
import { createSameStatement } from '../../src/statement.js';
import { TermIndex } from '../../src/words/term-index.js';
import { makeArticle } from '../make-article.js';
import { numbers } from './made-articles.js';

/** As news have them, on average. */
export const PASSAGES = 10;
const WORDS = 80;
const TOKENS = 100;
const DIMENSION = 384;
const VOCABULARY = 150_000;

/** An archive whose vectors and words are made at random, and whose token states are zeros in a file of their real size. */
export async function makeArchive(count: number, folder: string, embedder: Embedder): Promise<Library> {
  const random = numbers(1);
  const bar = new SingleBar({
    stream: process.stderr,
    format: 'Indexing {bar} {value}/{total} passages',
    clearOnComplete: true,
  });
  bar.start(count * PASSAGES, 0);
  const vectors = PassageVectors.empty(DIMENSION);
  const [articles, leads]: [Article[], number[][]] = [[], []];
  const [texts, lines]: [string[], PassageLine[]] = [[], []];
  const words = Array.from({ length: VOCABULARY }, () => wordOf(random));
  for (let i = 0; i < count; i++) {
    const centre = vectorNear(null, random);
    const own = Array.from({ length: PASSAGES }, () => textOf(words, random));
    const article = makeArticle({ id: `${i}`, file: `${i}.txt`, text: own.join(' ') });
    articles.push(article);
    leads.push(centre);
    let start = 0;
    for (const text of own) {
      const end = start + text.length;
      lines.push([i, start, end, start, end]);
      start = end + 1;
    }
    vectors.add(own.map(() => vectorNear(centre, random)));
    texts.push(...own);
    bar.update(texts.length);
  }
  bar.stop();
  const passages = PassageTable.of(articles, lines);
  const index: IndexContents = {
    passages,
    vectors,
    tokens: await emptyStates(folder, texts.length),
    terms: TermIndex.of(texts),
    articles,
    articleVectors: ArticleVectors.of(leads),
    sketches: listsOf([]),
    copies: findCopies(articles),
  };
  const sentencesOf = (article: Article): Span[] => articleSentences(passages.of(article));
  const copies = createCopies(articles, index.copies, sentencesOf);
  const search = createSearch(index, embedder, [], copies);
  // Everything is quoted: what is measured is the whole way.
  const baseline = { ...(await measureBaseline(search)), unshared: 0, shared: 0 };
  return {
    articles,
    overview: overviewOf(articles),
    sentencesOf,
    search,
    baseline,
    isSameStatement: createSameStatement(index),
    copies,
    log: { error: console.error },
    about: { passages: passages.size, built: '', from: '', model: '', version: '' },
    catalogue: lazily(() => new Catalogue(articles)),
  };
}

async function emptyStates(folder: string, count: number): Promise<TokenStates> {
  const name = '20250101T000000Z-000000.segment';
  const length = DIMENSION * (Float32Array.BYTES_PER_ELEMENT + TOKENS);
  const file = await open(join(folder, name), 'w');
  await file.truncate(count * length);
  await file.close();
  const crc = crc32(Buffer.alloc(length));
  const lines = Array.from({ length: count }, (_, i) =>
    placeLine({ segment: name, offset: i * length, length, partEnds: [0, TOKENS], crc }, [name]),
  );
  return tokensInSegments(
    Places.of([name], lines),
    Segments.open(folder, [{ name, length: count * length }]),
  );
}

/** Words as often as in a language: the n-th is as frequent as 1/n (Zipf). */
function textOf(words: string[], random: () => number): string {
  return Array.from({ length: WORDS }, () => words[Math.floor(words.length ** random()) - 1]).join(' ');
}

function wordOf(random: () => number): string {
  const letter = (letters: string): string => letters.charAt(Math.floor(random() * letters.length));
  const syllables = 1 + Math.floor(random() * 4);
  return Array.from(
    { length: syllables },
    () => letter('bdfghklmnprstvz') + letter('aeiou') + letter(' nrst'),
  )
    .join('')
    .replaceAll(' ', '');
}

function vectorNear(centre: number[] | null, random: () => number): number[] {
  const values = Array.from(
    { length: DIMENSION },
    (_, i) => (centre?.[i] ?? 0) + (random() - 0.5) * (centre ? 0.06 : 1),
  );
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
