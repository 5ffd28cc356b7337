import type { ReadEntry } from '../format/entry.js';
import { readFile } from '../format/read-file.js';
import { dayInText } from '../furniture/date-line.js';
import { cutRepeated, withoutRepeatedCuts } from '../furniture/repeated.js';
import { UserError } from '../user-error.js';
import { type Article, articleId } from './article.js';
import { clean } from './clean.js';
import { detectLanguage } from './language.js';
import { joinPieces, piecesOf } from './pieces.js';
import { readSeedFiles, type SeedFile, type Skipped, whySkipped } from './seed-files.js';

export interface Articles {
  /** In the order of their files' names, and within a file in its order. */
  articles: Article[];
  /** The files as they were when they were read, also those that hold no article. */
  seeds: SeedFile[];
  /** Files, and entries of files, in the same order. */
  skipped: Skipped[];
  /** Files that are read, but hold something that is not: its names. */
  unread: { file: string; names: string[] }[];
}

export interface ReadOptions {
  /**
   * What was read before, by file: where the hash of a file is the same, its articles are taken over. What was skipped
   * in such a file is not told again.
   */
  known?: ReadonlyMap<string, { sha256: string; articles: readonly Article[] }>;
  /** Called before each file and at the end, with how many are done. */
  onFile?: (done: number, total: number) => void;
}

/**
 * Reads every article below a folder. A file that cannot be read as one is skipped with a reason, and so is an entry
 * of one; the others of its entries are read.
 * @throws UserError where the folder is missing or is no folder
 */
export async function readArticles(
  folder: string,
  { known = new Map(), onFile }: ReadOptions = {},
): Promise<Articles> {
  const found: Articles = { articles: [], seeds: [], skipped: [], unread: [] };
  const onSkipped = (skipped: Skipped): void => void found.skipped.push(skipped);
  for await (const { seed, content } of readSeedFiles(folder, onSkipped, onFile)) {
    found.seeds.push(seed);
    const before = known.get(seed.file);
    if (before && before.sha256 === seed.sha256 && before.articles.length > 0) {
      for (const article of before.articles) found.articles.push(withoutRepeatedCuts(article));
    } else {
      await readInto(found, seed.file, content);
    }
  }
  return { ...found, articles: cutRepeated(found.articles) };
}

async function readInto(found: Articles, file: string, content: Buffer): Promise<void> {
  try {
    for (const [entry, read] of (await readFile(file, content)).entries()) {
      if ('reason' in read) {
        found.skipped.push({ file, entry, reason: read.reason });
        continue;
      }
      if (read.unknown.length > 0) found.unread.push({ file, names: read.unknown });
      const article = await toArticle(file, entry, read);
      if (/\p{L}/u.test(article.text)) found.articles.push(article);
      else if (read.where === null) throw new UserError('it holds no text');
      else found.skipped.push({ file, entry, reason: `${read.where} holds no text` });
    }
  } catch (error) {
    found.skipped.push({ file, reason: whySkipped(error) });
  }
}

/** An article as its file tells of it: less the page furniture that is known by itself, and with its language. */
async function toArticle(file: string, entry: number, { raw, isPage }: ReadEntry): Promise<Article> {
  const { text, cuts } = isPage ? joinPieces(piecesOf(raw.text, raw.cuts)) : clean(raw.text, raw, raw.cuts);
  const day = raw.date === null && !isPage ? dayInText(raw.text) : raw;
  const { title, publisher, authors, url, note } = raw;
  const { date, dateSource, dateReason } = day;
  const language = raw.language ?? (await detectLanguage(text));
  const detected = language === null ? null : 'detected';
  return {
    id: articleId(file, entry),
    file,
    entry,
    title,
    publisher,
    authors,
    date,
    dateSource,
    dateReason,
    language,
    languageSource: raw.language === null ? detected : 'stated',
    url,
    note,
    text,
    cuts,
  };
}
