import { hasType, isObject, type JsonObject } from './json-ld.js';
import { lettersOf } from './page-title.js';

const ARTICLE =
  /Article$|^(?:Blog|SocialMedia|DiscussionForum|LiveBlog)Posting$|^(?:Report|Review|Recipe|CreativeWork|Message|Book)$/;
const PAGE = /Page$/;
/** What stands beside an article. */
const OTHER = /Object$|^(?:Comment|Event|Organization|Person|WebSite|Clip|Podcast.*|Question|Answer)$/;
/** A page that tells of more articles, none of which is named as its own, is a list of stories. */
const MOST_ARTICLES = 3;
const SHORTEST_TITLE = 6;
const MOST_TITLES = 20;

/**
 * Of what a page tells in its JSON-LD, that which may be its article: articles before pages before others.
 * @param titles the titles that the page gives itself
 * @param address its canonical address
 */
export function mainNodes(nodes: JsonObject[], titles: string[], address: string | null): JsonObject[] {
  const known = titles.slice(0, MOST_TITLES).map(lettersOf);
  const articles = nodes.filter((node) => hasType(node, ARTICLE));
  const named = articles.filter((node) => isCalled(node, known) || isAt(node, address));
  const unnamed = articles.length <= MOST_ARTICLES ? articles : [];
  const pages = nodes.filter((node) => hasType(node, PAGE));
  const others = nodes.filter((node) => ![ARTICLE, PAGE, OTHER].some((types) => hasType(node, types)));
  return [...(named.length > 0 ? named : unnamed), ...pages, ...others];
}

/** Whether a node has one of the page's titles. */
function isCalled({ headline, name }: JsonObject, titles: string[]): boolean {
  return [headline, name].some((text) => {
    const own = typeof text === 'string' ? lettersOf(text) : '';
    return own.length >= SHORTEST_TITLE && titles.some((title) => title.startsWith(own));
  });
}

/** Whether a node has the page's address. */
function isAt(node: JsonObject, address: string | null): boolean {
  const { url, mainEntityOfPage } = node;
  const page = isObject(mainEntityOfPage) ? mainEntityOfPage['@id'] : mainEntityOfPage;
  return (
    address !== null &&
    [url, node['@id'], page].some((one) => typeof one === 'string' && one.replace(/[#?].*$/s, '') === address)
  );
}
