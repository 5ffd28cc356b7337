import { elementText } from '../element-text.js';
import { type JsonObject, textsOf } from '../json-ld.js';
import { type MachineDay, machineDay } from './machine-day.js';
import { placeOf } from './page-place.js';
import type { Reading } from './written-days.js';

/** A day that a page states for programs, and where it does. */
export interface Witness extends MachineDay {
  /** In a person's words. */
  reason: string;
}

/** The days that a page states for programs, in the order of trust. */
export interface MetadataDays {
  published: Witness[];
  /** A bare "date", or when something was made: it may be another day than that of publication. */
  dated: Witness[];
  modified: Witness[];
}

const MOST_ELEMENTS = 500;
const LONGEST_NAME = 60;

/** Names of metadata, in small letters and without the signs in them: "article:published_time" is "articlepublishedtime". */
const PUBLISHED =
  /publi(?:sh|c)|pubdate|issued|sailthrudate|displaydate|dateposted|posttime|postdate|regdate|releasedate|firstpub|ptime$/;
const DATED =
  /^(?:dc|dcterms|cxense|og|article|content)?(?:date|datetime|time|created|datecreated|createdate|createddate|docdate|pdate|timestamp|gentime)$/;
const MODIFIED = /modif|updat|lastmod|revis|moddate|utime/;
const OTHER =
  /expir|unpublish|event|birth|valid|verif|publisher|start|end(?:time|date)|video|image|build|copyright|embargo/;

/**
 * The days in a page's metadata: JSON-LD first, then meta elements, then microdata and RDFa in the page.
 * @param main what the page says of its article in JSON-LD
 * @param pairs its meta elements
 * @param holders the elements that hold the article's title
 */
export function metadataDays(
  document: Document,
  main: JsonObject[],
  pairs: [name: string, content: string][],
  holders: Set<Element>,
  reading: Reading,
): MetadataDays {
  const found: MetadataDays = { published: [], dated: [], modified: [] };
  const add = (name: string, value: string, where: string): void => {
    const list = kindOf(name);
    const day = list === null ? null : machineDay(value, reading);
    if (list && day) found[list].push({ ...day, reason: `in the page's ${where}` });
  };
  for (const node of main) {
    for (const name of ['datePublished', 'dateCreated', 'dateModified']) {
      for (const value of textsOf(node[name]).slice(0, 1)) add(name, value, `metadata (JSON-LD ${name})`);
    }
  }
  for (const [name, content] of pairs) {
    if (name.length <= LONGEST_NAME) add(name, content, `metadata (${name})`);
  }
  for (const element of [...document.querySelectorAll('[itemprop],[property]')].slice(0, MOST_ELEMENTS)) {
    const name = element.getAttribute('itemprop') ?? element.getAttribute('property') ?? '';
    if (element.localName === 'meta' || !/date/i.test(name) || name.length > LONGEST_NAME) continue;
    if (placeOf(element, holders) !== 'article') continue;
    const stated =
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? elementText(element);
    add(name, stated, `markup (${name})`);
  }
  return found;
}

function kindOf(name: string): keyof MetadataDays | null {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '');
  if (OTHER.test(bare)) return null;
  if (MODIFIED.test(bare)) return 'modified';
  if (PUBLISHED.test(bare)) return 'published';
  return DATED.test(bare) ? 'dated' : null;
}
