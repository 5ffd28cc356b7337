/** What a part of a page is, by the names that its makers gave it. */
export type Place = 'article' | 'menu' | 'footer' | 'comments' | 'related' | 'elsewhere';

/** Elements further up are named for the whole page. */
const HIGHEST = 60;
const LONGEST_NAMES = 300;

const COMMENTS = /comment(?!ary)|kommentar|disqus|respond|repl(?:y|ies)(?!ace)|antwort/;
const FOOTER = /(?<!article-|entry-|post-|content-|story-)footer|copyright|colophon|imprint|impressum/;
/** Other stories, which have days of their own. */
const RELATED =
  /relat|recommend|popular|most-?(?:read|viewed)|trending|(?:^|[\s_-])also-|more-(?:news|stories|from)|read-?(?:more|next)/;
/** What else has days: lists, what is on, what was posted in social networks. */
const ELSEWHERE =
  /teaser|side-?bar|widget|latest|recent|carousel|slider|swiper|slick|ticker|breaking|promo|newsletter|archive-|calendar|event|weather|tweet|instagram|facebook|modal|cookie/;
/** The head of a page, where many show today's date. */
const MENU =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|top-?bar|masthead|clock|today|current-?date|header-?(?:top|date)|date-?today)/;
const QUOTED = new Set(['blockquote', 'figure', 'figcaption']);

/** What an element is named by its makers: its class and its id, in small letters, their words divided. */
export const namesOf = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.id}`
    .slice(0, LONGEST_NAMES)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();

/**
 * In what part of its page an element stands.
 * @param holders elements that hold the article's title as well: what these are named says nothing
 */
export function placeOf(element: Element, holders: Set<Element>): Place {
  let at: Element | null = element;
  // An article may have a header and a footer of its own, often with its date.
  let edge: Place | null = null;
  for (let up = 0; at && up < HIGHEST && !holders.has(at); up++, at = at.parentElement) {
    const { localName } = at;
    if (localName === 'body') break;
    const names = namesOf(at);
    if (COMMENTS.test(names)) return 'comments';
    if (localName !== 'footer' && FOOTER.test(names)) return 'footer';
    if (RELATED.test(names)) return 'related';
    if (localName === 'aside' || QUOTED.has(localName) || ELSEWHERE.test(names)) return 'elsewhere';
    if (localName === 'nav' || MENU.test(names)) return 'menu';
    if (localName === 'article') edge = null;
    else if (localName === 'footer') edge = 'footer';
    else if (localName === 'header') edge = 'menu';
  }
  return edge ?? 'article';
}
