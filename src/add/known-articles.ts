import { createHash } from 'node:crypto';
import type { RawArticle } from '../article/raw-article.js';
import { wordsOf } from '../words/letters.js';
import { addressKey } from './address-key.js';

/** An article of the folder. */
export interface KnownArticle extends RawArticle {
  /** Path below the folder of articles, with `/` on every system. */
  file: string;
}

/** The articles that are in the folder, found by their address or their text. */
export class KnownArticles {
  readonly #byAddress = new Map<string, KnownArticle>();
  readonly #byText = new Map<string, KnownArticle>();

  constructor(articles: Iterable<KnownArticle>) {
    for (const article of articles) this.add(article);
  }

  /** Of several articles with one address or text, the first is found. */
  add(article: KnownArticle): void {
    const text = textKey(article.text);
    if (!this.#byText.has(text)) this.#byText.set(text, article);
    if (article.url === null) return;
    const address = addressKey(article.url);
    if (!this.#byAddress.has(address)) this.#byAddress.set(address, article);
  }

  withAddress(address: string): KnownArticle | undefined {
    return this.#byAddress.get(addressKey(address));
  }

  withText(text: string): KnownArticle | undefined {
    return this.#byText.get(textKey(text));
  }

  /** Puts an article in the place of an older version of it. */
  replace(older: KnownArticle, article: KnownArticle): void {
    for (const found of [this.#byAddress, this.#byText]) {
      for (const [key, one] of found) if (one === older) found.delete(key);
    }
    this.add(article);
  }
}

/** The same for texts that differ in nothing but spacing, punctuation and capitals. */
export function textKey(text: string): string {
  return createHash('sha256').update(wordsOf(text).join(' ')).digest('hex');
}
