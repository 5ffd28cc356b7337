import { dayComesFirst } from './day-order.js';
import type { JsonObject } from './json-ld.js';
import { addressDay } from './page-address-day.js';
import { metadataDays } from './page-date-metadata.js';
import { type TextDay, textDays } from './page-date-text.js';
import { pageLines } from './page-lines.js';
import { titleElement } from './page-title-line.js';
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
  address: string | null;
  language: string | null;
  /** What it says of its article in JSON-LD. */
  main: JsonObject[];
  /** Its meta elements. */
  pairs: [name: string, content: string][];
}

/** From here on a day in the text is taken, where the metadata say none. Tuned for as many right days as possible. */
const LIKELY = -0.75;
/** From here on it is taken before another one in the metadata that the page does not show. Tuned for no wrong day. */
const CERTAIN = 2.5;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The day on which the article of a page was published. The document is not changed.
 * @param now no day after it is believed
 * @returns null where the page does not say, or not clearly
 */
export function pageDate(document: Document, known: KnownOfPage, now: Date): PageDate | null {
  const lines = pageLines(document);
  const title = titlePlace(document, lines, known.titles);
  const reading: Reading = {
    language: known.language,
    isDayFirst: dayComesFirst(lines, known.language),
    now,
  };
  const metadata = metadataDays(document, known.main, known.pairs, title.holders, reading);
  const address = addressDay(known.address, reading);
  const said = {
    modified: metadata.modified.map(({ day }) => day),
    address: address === null ? [] : [address],
    others: [...metadata.published, ...metadata.dated].map(({ day }) => day),
  };
  const days = textDays(lines, title, said, reading);
  debug.inText = days;
  debug.metadata = metadata;
  debug.address = address;
  debug.title = title;
  const inAddress = said.address.map((day) => ({ day, reason: "in the page's address" }));
  const [stated] = metadata.published;
  if (stated) {
    const shown = days.filter(({ likelihood }) => likelihood > 0);
    const inZone = metadata.published.filter(({ isUniversal }) => !isUniversal);
    const local = stated.isUniversal ? localDay(stated.day, [...shown, ...inZone, ...inAddress]) : null;
    return local ?? shownInstead(stated.day, days) ?? stated;
  }
  const [best] = days;
  if (best && best.likelihood >= LIKELY) return best;
  return metadata.dated[0] ?? inAddress[0] ?? null;
}
// biome-ignore lint: debugging
export const debug: any = {};

/** Of a moment in universal time, the day where the page is from: another witness says it, a day off at most. */
function localDay(universal: string, witnesses: PageDate[]): PageDate | null {
  const near = witnesses.find(({ day }) => Math.abs(Date.parse(day) - Date.parse(universal)) <= DAY);
  return near && near.day !== universal ? near : null;
}

/** The day that the page shows as its date, where its metadata say one that is not to be seen. */
function shownInstead(stated: string, [best, ...others]: TextDay[]): PageDate | null {
  if (!best || best.likelihood < CERTAIN || best.signs.has('changed')) return null;
  return [best, ...others].some(({ day }) => day === stated) ? null : best;
}

function titlePlace(document: Document, lines: ReturnType<typeof pageLines>, titles: string[]) {
  const title = titleElement(document, lines, titles);
  const holders = new Set<Element>();
  for (let at = title; at; at = at.parentElement) holders.add(at);
  const at = lines.findIndex(({ pieces }) => pieces.some(({ element }) => title?.contains(element)));
  return { at: at < 0 ? null : at, holders };
}
