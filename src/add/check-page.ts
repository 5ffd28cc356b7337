import type { RawArticle } from '../article/raw-article.js';
import { UserError } from '../user-error.js';
import { statesPaywall } from './paywall.js';
import { countWords } from './words.js';

/** Error pages and requests to switch JavaScript on have fewer; the shortest article of 69 measured pages has 73. */
const FEWEST_WORDS = 25;
/** A teaser is one to three paragraphs. Of 69 measured pages four state a paywall, with articles of 392 words or more. */
const TEASER_WORDS = 150;

/**
 * Checks that a page that was read is an article, and all of it.
 * @param parse its DOM, which only a short one needs
 * @throws UserError where it is not
 */
export function checkPage({ text }: RawArticle, parse: () => Document): void {
  const words = countWords(text);
  if (words < TEASER_WORDS && statesPaywall(parse())) {
    throw new UserError(
      `The page shows ${words} words, and says itself that the rest is for subscribers. If you may read it all, save it from your browser, and add the file.`,
    );
  }
  if (words < FEWEST_WORDS) {
    throw new UserError(
      `The page holds no article that could be found: ${words === 0 ? 'no' : `only ${words}`} words of text. If your browser shows one, save the page there, and add the file.`,
    );
  }
}
