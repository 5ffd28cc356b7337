/** What a part of a page is, by the names that its makers gave it. */
export type Place = 'article' | 'menu' | 'footer' | 'comments' | 'elsewhere';

const HIGHEST = 60;
const COMMENTS = /comment(?!ary)|kommentar|disqus|respond|repl(?:y|ies)(?!ace)|antwort|forum-post/;
const FOOTER = /(?<!article-|entry-|post-|content-|story-)footer|copyright|colophon|imprint|impressum/;
const ELSEWHERE =
  /relat|recommend|teaser|side-?bar|widget|popular|latest|recent|most-?(?:read|viewed)|trending|carousel|slider|swiper|slick|ticker|breaking|promo|newsletter|archive-|also-|more-(?:news|stories|from)|read-?(?:more|next)|weiterlesen|calendar|event|weather|tweet|instagram|facebook|modal|cookie/;
const MENU =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|top-?bar|masthead|clock|today|current-?date|header-?(?:top|date)|date-?today)/;

/** What an element is named: its class and id. */
export const namesOf = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.id}`
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();

/**
 * Where on the page an element stands.
 * @param shared elements that hold the article's title as well: what these are named says nothing
 */
export function placeOf(element: Element, shared: Set<Element>): Place {
  let at: Element | null = element;
  for (let up = 0; at && up < HIGHEST && !shared.has(at); up++, at = at.parentElement) {
    const names = namesOf(at);
    const name = at.localName;
    if (name === 'body' || name === 'html') break;
    if (COMMENTS.test(names)) return 'comments';
    if (name === 'footer' ? !at.closest('article') : FOOTER.test(names)) return 'footer';
    if (name === 'aside' || ELSEWHERE.test(names)) return 'elsewhere';
    if (name === 'nav' || MENU.test(names)) return 'menu';
    if (name === 'blockquote' || name === 'figure' || name === 'figcaption') return 'elsewhere';
  }
  return 'article';
}
