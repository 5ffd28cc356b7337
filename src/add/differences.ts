import type { RawArticle } from '../article/raw-article.js';
import { textKey } from './known-articles.js';

const FACTS = ['title', 'publisher', 'authors', 'date', 'language', 'note', 'url'] as const;

/**
 * What an article says otherwise than an older version of it, each in a few words: `title "The talks"`, `its text (3
 * new paragraphs, 1 gone)`. What it leaves open is no difference.
 */
export function differences(older: RawArticle, article: RawArticle): string[] {
  const differs = (name: (typeof FACTS)[number]): boolean =>
    article[name] !== null && `${article[name]}` !== `${older[name]}`;
  // Two addresses of one page are no news.
  const facts = FACTS.filter((name) => differs(name) && (name !== 'url' || older.url === null));
  const changed = facts.map((name) => `${name} "${[article[name]].flat().join(', ')}"`);
  if (textKey(older.text) === textKey(article.text)) return changed;
  const [before, now] = [paragraphsOf(older.text), paragraphsOf(article.text)];
  const come = [...now].filter((paragraph) => !before.has(paragraph)).length;
  const gone = [...before].filter((paragraph) => !now.has(paragraph)).length;
  return [...changed, `its text (${come} new ${come === 1 ? 'paragraph' : 'paragraphs'}, ${gone} gone)`];
}

const paragraphsOf = (text: string): Set<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
