import type { JsonObject } from './json-ld.js';
import { metadataDays } from './page-date-metadata.js';
import { textDays } from './page-date-text.js';
import { pageLines } from './page-lines.js';
import { type Reading, writtenDays } from './written-days.js';

/** The day of publication, and where it stood in a person's words. */
export interface PageDate {
  day: string;
  reason: string;
}

export interface KnownOfPage {
  title: string | null;
  address: string | null;
  language: string | null;
  nodes: JsonObject[];
  isMain: (node: JsonObject) => boolean | null;
  now: Date;
}

const LEAST_SCORE = 4;

export function pageDate(document: Document, known: KnownOfPage): PageDate | null {
  const { language, now } = known;
  const lines = pageLines(document);
  const heading = headingOf(document, known.title);
  const shared = ancestorsOf(heading);
  const headingAt = heading === null ? -1 : lines.findIndex(({ element }) => heading.contains(element));
  const titleAt = headingAt >= 0 ? headingAt : null;
  const reading: Reading = {
    language,
    isDayFirst: dayFirst(
      lines.map(({ text }) => text),
      language,
      now,
    ),
    now,
  };
  const metadata = metadataDays(document, known.nodes, known.isMain, shared, reading);
  const inText = textDays(lines, titleAt, shared, reading);
  const address = addressDay(known.address, reading);
  const [stated] = metadata.published;
  if (stated) {
    if (stated.isUniversal) {
      const isNext = (day: string): boolean =>
        Math.abs(Date.parse(day) - Date.parse(stated.day)) === 86_400_000;
      const local =
        metadata.published.find(({ isUniversal }) => !isUniversal) ??
        (address && (address.day === stated.day || isNext(address.day)) ? address : null) ??
        inText.find(({ day, score }) => score >= LEAST_SCORE && (day === stated.day || isNext(day)));
      if (local && isNext(local.day)) return { day: local.day, reason: local.reason };
    }
    return { day: stated.day, reason: stated.reason };
  }
  const [dated] = metadata.dated;
  const [best] = inText;
  if (best && best.score >= LEAST_SCORE) return { day: best.day, reason: best.reason };
  if (dated) return dated;
  if (address) return address;
  return null;
}

function addressDay(address: string | null, { now }: Reading): PageDate | null {
  if (address === null) return null;
  const path = address.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/, '');
  const match = /(?<!\d)((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?!\d)/.exec(path);
  if (!match) return null;
  const [day] = writtenDays(`${match[1]}-${match[3]}-${match[4]}`, { language: null, isDayFirst: null, now });
  return day ? { day: day.day, reason: "in the page's address" } : null;
}

/** Whether a page writes the day before the month: by other dates on it, else by its language. */
function dayFirst(lines: string[], language: string | null, now: Date): boolean | null {
  let dayFirsts = 0;
  let monthFirsts = 0;
  for (const line of lines.slice(0, 3000)) {
    for (const [, one, two, year] of line.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{2,4})(?![\d/])/g)) {
      if (Number(one) > 12 && Number(two) <= 12) dayFirsts++;
      if (Number(two) > 12 && Number(one) <= 12) monthFirsts++;
      void year;
    }
  }
  if (dayFirsts !== monthFirsts) return dayFirsts > monthFirsts;
  if (language === null) return null;
  if (/^(?:en|fil)(?:-US)?$/.test(language)) return null;
  void now;
  return true;
}

function headingOf(document: Document, title: string | null): Element | null {
  const headings = [...document.querySelectorAll('h1,h2,h3')].slice(0, 300);
  const folded = (text: string | null): string =>
    (text ?? '')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase()
      .slice(0, 200);
  const wanted = folded(title);
  const titled =
    wanted.length > 5
      ? headings.find((one) => {
          const text = folded(one.textContent);
          return (
            text.length > 5 && (wanted.startsWith(text) || text.startsWith(wanted) || wanted.endsWith(text))
          );
        })
      : undefined;
  return (
    titled ?? headings.find((one) => one.localName === 'h1' && folded(one.textContent).length > 5) ?? null
  );
}

function ancestorsOf(element: Element | null): Set<Element> {
  const ancestors = new Set<Element>();
  for (let at = element; at && ancestors.size < 5000; at = at.parentElement) ancestors.add(at);
  return ancestors;
}
