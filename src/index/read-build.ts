import { join } from 'node:path';
import type { Article } from '../article/article.js';
import { Lists } from '../lists.js';
import { readText } from '../whole-file.js';
import { TermIndex } from '../words/term-index.js';
import { ArticleVectors } from './article-vectors.js';
import { ARTICLES_FILE, COPIES_FILE, SKETCHES_FILE } from './build-files.js';
import type { IndexContents } from './contents.js';
import type { Manifest } from './manifest.js';
import { PassageTable } from './passage-table.js';
import { PassageVectors } from './passage-vectors.js';
import { Places } from './places.js';

/**
 * Reads the files of a build. Texts are parsed while another thread checks all files, which takes as long.
 * @param checked when files are known to be whole: only then is anything read that might end the process
 * @param onArticles told the articles as soon as all files are known to be whole, while the vectors are loaded
 */
export async function readBuild(
  folder: string,
  { model: { dimension }, segments }: Manifest,
  checked: { vectors: Promise<void>; others: Promise<unknown> },
  onArticles: (articles: Article[]) => void,
): Promise<Omit<IndexContents, 'tokens'> & { places: Places }> {
  const reading = readText(join(folder, ARTICLES_FILE)).then((text): Article[] => JSON.parse(text));
  const [articles, passages, vectors, places, terms, articleVectors, sketches, copies] = await Promise.all([
    Promise.all([reading, checked.vectors, checked.others]).then(([read]) => {
      onArticles(read);
      return read;
    }),
    checked.others.then(() => PassageTable.load(folder, reading)),
    PassageVectors.load(folder, dimension, checked.vectors),
    Places.load(
      folder,
      segments.map(({ name }) => name),
    ),
    checked.others.then(() => TermIndex.load(folder)),
    checked.others.then(() => ArticleVectors.load(folder, dimension)),
    checked.others.then(() => Lists.load(join(folder, SKETCHES_FILE))),
    readText(join(folder, COPIES_FILE)),
  ]);
  return { passages, vectors, places, terms, articles, articleVectors, sketches, copies: JSON.parse(copies) };
}
