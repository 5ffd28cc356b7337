import type { JsonObject } from '../json-ld.js';
import { addressDay } from './address-day.js';
import { dayComesFirst } from './day-order.js';
import { metadataDays } from './metadata-days.js';
import { pageLines } from './page-lines.js';
import { type TextDay, textDays } from './text-days.js';
import { titlePlace } from './title-place.js';
import type { Reading } from './written-days.js';

/** The day of publication, YYYY-MM-DD, and where it stood in a person's words. */
export interface PageDate {
  day: string;
  reason: string;
}

/** What is known of a page beside its text. */
export interface KnownOfPage {
  /** The titles that it gives itself; the first counts before the others. */
  titles: string[];
  addresses: string[];
  language: string | null;
  /** What it says of its article in JSON-LD. */
  main: JsonObject[];
  /** Its meta elements. */
  pairs: [name: string, content: string][];
}

/** From here on a day in the text is taken where the metadata say none: as many right days as without many wrong ones. */
const LIKELY = -0.75;
/** From here on it is taken before one in the metadata that the page does not show. At 1.5 to 3 none was wrong. */
const CERTAIN = 2.5;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The day on which the article of a page was published. In the order of trust, as measured on 334 pages: the metadata
 * that say so, the likeliest day in the text, metadata that say only "date", the address. The document is not changed.
 * @param now no day after it is believed
 * @returns null where the page does not say, or not clearly
 */
export function pageDate(document: Document, known: KnownOfPage, now: Date): PageDate | null {
  const { titles, addresses, language, main, pairs } = known;
  const lines = pageLines(document);
  const title = titlePlace(document, lines, titles);
  const reading: Reading = { language, isDayFirst: dayComesFirst(lines, language), now };
  const { published, dated, modified } = metadataDays(document, main, pairs, title.holders, reading);
  const inAddress = addresses
    .map((address) => addressDay(address, reading))
    .filter((day) => day !== null)
    .map((day) => ({ day, reason: "in the page's address" }));
  const said = {
    modified: modified.map(dayOf),
    address: inAddress.map(dayOf),
    published: [...published, ...dated].map(dayOf),
  };
  const days = textDays(lines, title, said, reading);
  const [stated] = published;
  if (stated) {
    const shown = days.filter(({ likelihood }) => likelihood > 0);
    const inZone = published.filter(({ isUniversal }) => !isUniversal);
    const local = stated.isUniversal ? localDay(stated.day, [...shown, ...inZone, ...inAddress]) : null;
    return local ?? shownInstead(stated.day, days) ?? stated;
  }
  const [best] = days;
  return best && best.likelihood >= LIKELY ? best : (dated[0] ?? inAddress[0] ?? null);
}

const dayOf = ({ day }: { day: string }): string => day;

/** Of a moment in universal time, the day where the page is from: the first witness that is a day off at most says it. */
function localDay(universal: string, witnesses: PageDate[]): PageDate | null {
  const near = witnesses.find(({ day }) => Math.abs(Date.parse(day) - Date.parse(universal)) <= DAY);
  return near && near.day !== universal ? near : null;
}

/** The day that the page shows as its date, where its metadata say one that is not to be seen. */
function shownInstead(stated: string, days: TextDay[]): PageDate | null {
  const [best] = days;
  if (!best || best.likelihood < CERTAIN || best.signs.has('changed')) return null;
  return days.some(({ day }) => day === stated) ? null : best;
}
