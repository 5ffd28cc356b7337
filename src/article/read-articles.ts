import { UserError } from '../user-error.js';
import { type Article, articleId } from './article.js';
import { clean } from './clean.js';
import { readFrontMatter } from './front-matter.js';
import { withoutInvisible } from './invisible.js';
import { readSeedFiles, type SeedFile, type Skipped, whySkipped } from './seed-files.js';

export interface Articles {
  /** In the order of their files' names. */
  articles: Article[];
  /** The files as they were when they were read, also those that hold no article. */
  seeds: SeedFile[];
  skipped: Skipped[];
  /** Files that are read, but hold something that is not: its names. */
  unread: { file: string; names: string[] }[];
}

/**
 * Reads every article below a folder. A file that cannot be read as one is skipped with a reason.
 * @throws UserError where the folder is missing or is no folder
 */
export async function readArticles(folder: string): Promise<Articles> {
  const found: Articles = { articles: [], seeds: [], skipped: [], unread: [] };
  for await (const { seed, content } of readSeedFiles(folder, (skipped) => found.skipped.push(skipped))) {
    found.seeds.push(seed);
    try {
      const { article, unknown } = readArticle(seed.file, content);
      found.articles.push(article);
      if (unknown.length > 0) found.unread.push({ file: seed.file, names: unknown });
    } catch (error) {
      found.skipped.push({ file: seed.file, reason: whySkipped(error) });
    }
  }
  return found;
}

function readArticle(file: string, content: Buffer): { article: Article; unknown: string[] } {
  const { facts, text, unknown } = readFrontMatter(withoutInvisible(decode(content)));
  const cleaned = clean(text, facts);
  if (!/\p{L}/u.test(cleaned.text)) throw new UserError('it holds no text');
  return { article: { id: articleId(file, 0), file, entry: 0, ...facts, ...cleaned }, unknown };
}

function decode(content: Buffer): string {
  if (content.includes(0)) throw new UserError('it is not a text file (it holds zero bytes)');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw new UserError('its text is not in UTF-8; save it again in that encoding', 1, { cause });
  }
}
