import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { answerQuestion } from '../src/answer.js';
import type { Article } from '../src/article/article.js';
import { measureBaseline } from '../src/certainty.js';
import { readConfig } from '../src/config.js';
import { Embedder } from '../src/embedding/embedder.js';
import { percentile, round } from '../src/eval/metrics.js';
import { readQuestions } from '../src/eval/questions.js';
import { ArticleVectors } from '../src/index/article-vectors.js';
import type { IndexContents } from '../src/index/open.js';
import { PassageIndex } from '../src/index/passage-index.js';
import { TOKEN_COUNTS_FILE, TOKENS_FILE, TokenStates } from '../src/index/token-states.js';
import type { Library } from '../src/library.js';
import type { Passage } from '../src/passage.js';
import { commandLine, run } from '../src/scripts/command-line.js';
import { openLibrary, openModel } from '../src/scripts/open-library.js';
import { createSearch } from '../src/search.js';
import { createSameStatement } from '../src/statement.js';
import { TermIndex } from '../src/words/term-index.js';
import { cardFile } from './scorecard/figures.js';

const command = commandLine(
  'npm run bench:search --',
  'Measures how long an answer takes in the process, over the four articles and over an archive made at random.',
)
  .option('--articles <number>', 'how many articles the archive has', wholeNumber, 10_000)
  .option('--json', 'print one object')
  .action(async ({ articles, json = false }: { articles: number; json?: boolean }) => {
    const config = readConfig({});
    const asked = (await readQuestions(cardFile('questions'))).map(({ question }) => question);
    const four = await timesOf(await openLibrary(config), asked);
    const folder = await mkdtemp(join(tmpdir(), 'talks-archive-'));
    const embedder = await Embedder.load(await openModel(config));
    const archive = await timesOf(await makeArchive(articles, folder, embedder), asked);
    await rm(folder, { recursive: true });
    const figures = { four, archive: { articles, passages: articles * PASSAGES, ...archive } };
    if (json) console.log(JSON.stringify(figures));
    else {
      console.log(`four articles        p50 ${four.p50} ms  p95 ${four.p95} ms  (wanted: 12 and 25)`);
      console.log(`${articles} articles  p50 ${archive.p50} ms  p95 ${archive.p95} ms  (wanted: p95 150)`);
    }
  });

/** As news have them, on average. */
const PASSAGES = 10;
const WORDS = 80;
const TOKENS = 100;
const DIMENSION = 384;
const VOCABULARY = 150_000;

/** Answer times in milliseconds, once warm. */
async function timesOf(library: Library, questions: string[]): Promise<{ p50: number; p95: number }> {
  for (const question of questions.slice(0, 20)) await answerQuestion(question, library);
  const times: number[] = [];
  for (const question of questions) times.push((await answerQuestion(question, library)).ms);
  return { p50: round(percentile(times, 0.5), 1), p95: round(percentile(times, 0.95), 1) };
}

/** An archive whose vectors and words are made at random, and whose token states are zeros in a file of their real size. */
async function makeArchive(count: number, folder: string, embedder: Embedder): Promise<Library> {
  const random = numbers(1);
  const bar = new SingleBar({
    stream: process.stderr,
    format: 'Indexing {bar} {value}/{total} passages',
    clearOnComplete: true,
  });
  bar.start(count * PASSAGES, 0);
  const passages = PassageIndex.empty(embedder, DIMENSION);
  const [articles, leads]: [Article[], Map<string, Float32Array>] = [[], new Map()];
  const texts: string[] = [];
  const words = Array.from({ length: VOCABULARY }, () => wordOf(random));
  for (let i = 0; i < count; i++) {
    const centre = vectorNear(null, random);
    const own = Array.from({ length: PASSAGES }, () => textOf(words, random));
    const article = articleOf(`${i}`, own.join(' '));
    articles.push(article);
    leads.set(article.text.slice(0, 4_000), Float32Array.from(centre));
    let start = 0;
    const cut = own.map((text) => {
      const passage = passageOf(article.id, text, start);
      start += text.length + 1;
      return passage;
    });
    await passages.addVectors(
      own.map(() => vectorNear(centre, random)),
      cut,
    );
    texts.push(...own);
    bar.update(texts.length);
  }
  bar.stop();
  const index: IndexContents = {
    passages,
    tokens: await emptyStates(folder, texts.length),
    terms: TermIndex.of(texts),
    articles,
    articleVectors: await ArticleVectors.of(articles, leads, embedder, () => {}),
  };
  const search = createSearch(index, embedder);
  // Everything is quoted: what is measured is the whole way.
  const baseline = { ...(await measureBaseline(search)), unshared: 0, shared: 0 };
  return {
    articles,
    search,
    baseline,
    isSameStatement: createSameStatement(index),
    log: { error: console.error },
  };
}

async function emptyStates(folder: string, count: number): Promise<TokenStates> {
  const file = await open(join(folder, TOKENS_FILE), 'w');
  await file.truncate(count * TOKENS * DIMENSION);
  await file.close();
  await writeFile(
    join(folder, TOKEN_COUNTS_FILE),
    JSON.stringify(Array.from({ length: count }, () => [0, TOKENS])),
  );
  return TokenStates.load(folder, DIMENSION);
}

function articleOf(id: string, text: string): Article {
  const unknown = {
    title: null,
    publisher: null,
    authors: null,
    date: null,
    dateSource: null,
    dateReason: null,
  };
  return {
    id,
    file: `${id}.txt`,
    entry: 0,
    ...unknown,
    language: null,
    url: null,
    note: null,
    text,
    cuts: [],
  };
}

function passageOf(article: string, text: string, start: number): Passage {
  const end = start + text.length;
  return { pageContent: text, metadata: { article, heading: '', start, end, sentences: [{ start, end }] } };
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

/** Numbers from 0 to 1 that are the same each time (mulberry32, Tommy Ettinger). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on.');
  return Number(text);
}

await run(command);
