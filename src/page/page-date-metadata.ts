import { hasType, type JsonObject, textsOf } from './json-ld.js';
import { type MachineDay, machineDay } from './machine-day.js';
import { placeOf } from './page-place.js';
import type { Reading } from './written-days.js';

/** A day that a page states for programs, and where it does. */
export interface Witness extends MachineDay {
  reason: string;
}

/** What a page states for programs: the days of publication, and, weaker, those that may be of something else. */
export interface MetadataDays {
  published: Witness[];
  /** A bare "date", or when the page was made. */
  dated: Witness[];
  modified: Witness[];
}

const MOST_ELEMENTS = 500;
const ARTICLE =
  /Article$|^(?:Blog|SocialMedia|DiscussionForum|LiveBlog)Posting$|^(?:Report|Review|Recipe|CreativeWork|Message|Book)$/;
const PAGE = /Page$/;
/** Names of meta elements, without the signs in them: "article:published_time" is "articlepublishedtime". */
const PUBLISHED =
  /publi(?:sh|c)|pubdate|issued|sailthrudate|displaydate|dateposted|posttime|postdate|regdate|releasedate|firstpub|ptime$/;
const DATED =
  /^(?:(?:dc|dcterms|cxense|og|article|content)?(?:date|created|datecreated|createdate|createddate|datetime|time)|docdate|pdate|timestamp|gentime)$/;
const MODIFIED = /modif|updat|lastmod|revis|moddate|utime/;
const NEVER =
  /expir|unpublish|event|birth|valid|verif|publisher|start|end(?:time|date)|video|image|build|copyright|embargo/;

/**
 * The days in a page's metadata: JSON-LD, meta elements, microdata. In the order of trust, which was measured.
 * @param nodes the JSON-LD of the page
 * @param isMain whether a node is about this article, by its address or headline; null where it does not say
 */
export function metadataDays(
  document: Document,
  nodes: JsonObject[],
  isMain: (node: JsonObject) => boolean | null,
  shared: Set<Element>,
  reading: Reading,
): MetadataDays {
  const found: MetadataDays = { published: [], dated: [], modified: [] };
  const add = (list: Witness[], value: string | null, reason: string): void => {
    const day = value === null ? null : machineDay(value, reading);
    if (day) list.push({ ...day, reason });
  };
  for (const node of mainNodes(nodes, isMain)) {
    for (const [key, list] of [
      ['datePublished', found.published],
      ['dateCreated', found.dated],
      ['dateModified', found.modified],
    ] as const) {
      add(list, textsOf(node[key])[0] ?? null, `in the page's metadata (JSON-LD ${key})`);
    }
  }
  for (const meta of [...document.querySelectorAll('meta[content]')].slice(0, MOST_ELEMENTS)) {
    const name =
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv') ??
      '';
    const list = listFor(name, found);
    if (list) add(list, meta.getAttribute('content'), `in the page's metadata (${name.slice(0, 60)})`);
  }
  for (const element of [...document.querySelectorAll('[itemprop],[property]')].slice(0, MOST_ELEMENTS)) {
    if (element.localName === 'meta') continue;
    const name = element.getAttribute('itemprop') ?? element.getAttribute('property') ?? '';
    const list = /date/i.test(name) ? listFor(name, found) : null;
    if (!list || placeOf(element, shared) !== 'article') continue;
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent;
    add(list, value, `in the page's markup (${name.slice(0, 60)})`);
  }
  return found;
}

function listFor(name: string, { published, dated, modified }: MetadataDays): Witness[] | null {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '');
  if (NEVER.test(bare)) return null;
  if (MODIFIED.test(bare)) return modified;
  if (PUBLISHED.test(bare)) return published;
  return DATED.test(bare) ? dated : null;
}

/** The nodes that tell of this article: articles come before pages, and those that name it before the others. */
function mainNodes(nodes: JsonObject[], isMain: (node: JsonObject) => boolean | null): JsonObject[] {
  const articles = nodes.filter((node) => hasType(node, ARTICLE) && isMain(node) !== false);
  const named = articles.filter((node) => isMain(node) === true);
  const pages = nodes.filter((node) => hasType(node, PAGE) && isMain(node) !== false);
  const others = nodes.filter(
    (node) => !hasType(node, ARTICLE) && !hasType(node, PAGE) && isMain(node) === true,
  );
  // Several articles of which none is named as the page's own: a list of stories.
  return [...(named.length > 0 ? named : articles.length < 4 ? articles : []), ...pages, ...others];
}
