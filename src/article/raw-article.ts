import type { Cut } from './article.js';
import type { FrontMatter } from './front-matter.js';

/** What a file, a page or a feed says of an article, and its text, before it has a place in the folder of articles. */
export interface RawArticle extends FrontMatter {
  /** Paragraphs stand on lines of their own. */
  text: string;
  /** What its reader left out of the text already. */
  cuts: Cut[];
}
