import { hasType, type JsonObject } from './json-ld.js';
import { lettersOf } from './page-title.js';

const ARTICLE =
  /Article$|^(?:Blog|SocialMedia|DiscussionForum|LiveBlog)Posting$|^(?:Report|Review|Recipe|CreativeWork|Message|Book)$/;
const PAGE = /Page$/;
/** What stands beside an article. */
const OTHER = /Object$|^(?:Comment|Event|Organization|Person|WebSite|Clip|Podcast.*|Question|Answer)$/;
/** A page that tells of more articles, none of which is named as its own, is a list of stories. */
const MOST_ARTICLES = 3;

/**
 * Of what a page tells in its JSON-LD, that which may be its article: articles before pages before others.
 * @param titles the titles that the page gives itself, not empty
 * @param address its canonical address
 */
export function mainNodes(nodes: JsonObject[], titles: string[], address: string | null): JsonObject[] {
  const articles = nodes.filter((node) => hasType(node, ARTICLE));
  const named = articles.filter((node) => isAbout(node, titles, address));
  const pages = nodes.filter((node) => hasType(node, PAGE));
  const others = nodes.filter((node) => ![ARTICLE, PAGE, OTHER].some((types) => hasType(node, types)));
  return [
    ...(named.length > 0 ? named : articles.length <= MOST_ARTICLES ? articles : []),
    ...pages,
    ...others,
  ];
}

/** Whether a node gives itself the page's address or one of its titles. */
function isAbout(node: JsonObject, titles: string[], address: string | null): boolean {
  const { url, headline, name, mainEntityOfPage } = node;
  const headlines = [headline, name].filter((text) => typeof text === 'string').map(lettersOf);
  const addresses = [url, node['@id'], mainEntityOfPage].filter((text) => typeof text === 'string');
  return (
    (address !== null && addresses.some((one) => one.replace(/[#?].*$/s, '') === address)) ||
    headlines.some((one) => one.length > 5 && titles.some((title) => lettersOf(title).startsWith(one)))
  );
}
