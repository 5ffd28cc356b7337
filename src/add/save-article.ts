import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../article/clean.js';
import { readFrontMatter } from '../article/front-matter.js';
import { withoutInvisible } from '../article/invisible.js';
import type { RawArticle } from '../article/raw-article.js';
import { systemCode, UserError } from '../user-error.js';
import { readMark } from './added-mark.js';
import { addressKey } from './address-key.js';
import { articleFile } from './article-file.js';
import { completeFacts } from './complete-facts.js';
import { differences } from './differences.js';
import { fileStem } from './file-name.js';
import type { KnownArticle, KnownArticles } from './known-articles.js';
import { replaceFile, writeNewFile } from './write-file.js';

/** The folder of articles that is added to. */
export interface Folder {
  path: string;
  known: KnownArticles;
  /** Writes a plain text as Markdown that is read as that text again. */
  toMarkdown: (text: string) => string;
  /** YYYY-MM-DD. */
  today: string;
  /** Where false, everything happens but the writing. */
  writes: boolean;
}

/** What became of an article that was read. */
export interface Saved {
  fate: 'added' | 'updated' | 'unchanged' | 'kept' | 'same text';
  /** Where it is, as a path below the folder. */
  file: string;
  /** What a person should know of it, as a sentence. */
  reason: string | null;
}

/**
 * Writes an article into the folder, once. One that is there already is known by its address or its text; its file is
 * written anew only where `npm run add` wrote it and nobody edited it since.
 * @throws UserError where it has no text, or cannot be written
 */
export function saveArticle(article: RawArticle, folder: Folder): Saved {
  // As it will be read from the folder.
  const asRead = { ...article, text: clean(article.text, article).text };
  if (!/\p{L}/u.test(asRead.text))
    throw new UserError('It holds no text but what a page puts around an article.');
  const older = (article.url && folder.known.withAddress(article.url)) || folder.known.withText(asRead.text);
  if (!older) return add(article, asRead, folder);
  if (isElsewhere(older, article)) {
    const reason = `It has the same text under another address (${older.url}).`;
    return { fate: 'same text', file: older.file, reason };
  }
  // Of two ways to write the address of one page, the first stays.
  const url = older.url ?? article.url;
  return update(older, { ...article, url }, { ...asRead, url }, folder);
}

const isElsewhere = (older: RawArticle, { url }: RawArticle): boolean =>
  older.url !== null && url !== null && addressKey(older.url) !== addressKey(url);

function add(article: RawArticle, asRead: RawArticle, folder: Folder): Saved {
  const content = articleFile(article, folder.toMarkdown, folder.today);
  const stem = fileStem(article);
  const file = folder.writes ? writeNewFile(folder.path, stem, content) : `${stem}.md`;
  folder.known.add({ ...asRead, file });
  return { fate: 'added', file, reason: null };
}

function update(older: KnownArticle, article: RawArticle, asRead: RawArticle, folder: Folder): Saved {
  const { file } = older;
  const changes = differences(older, asRead);
  const unchanged = { fate: 'unchanged', file, reason: null } as const;
  const current = currentContent(folder.path, file);
  const mark = readMark(current);
  if (mark === null) return changes.length === 0 ? unchanged : kept(file, 'A person wrote the file', changes);
  if (mark.now !== mark.written) {
    const page = articleFile(article, folder.toMarkdown, folder.today);
    if (changes.length > 0 && readMark(page)?.written !== mark.written) {
      return kept(file, 'A person edited the file', changes);
    }
    return { ...unchanged, reason: 'A person edited the file; it stays as it is.' };
  }
  // What is known is not lost where the article comes again from where less is known, as from a saved page. It is taken
  // from the file, since a reader of the folder may know more by reading the text.
  const { facts } = readFrontMatter(withoutInvisible(current));
  const completed = completeFacts(article, { ...older, ...facts });
  const content = articleFile(completed, folder.toMarkdown, folder.today);
  if (readMark(content)?.written === mark.written) return unchanged;
  if (folder.writes) replaceFile(folder.path, file, current, content);
  folder.known.replace(older, { ...completed, text: asRead.text, file });
  return { fate: 'updated', file, reason: changes.length > 0 ? `New: ${changes.join('; ')}.` : null };
}

function kept(file: string, why: string, changes: string[]): Saved {
  return {
    fate: 'kept',
    file,
    reason: `${why}, so it stays as it is. What is read now says otherwise: ${changes.join('; ')}.`,
  };
}

/** Empty where it is not there, as after a run without writing, or is no text. */
function currentContent(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return '';
  }
}
