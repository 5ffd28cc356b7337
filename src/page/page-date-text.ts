import { type Sign, weightOf } from './page-date-signs.js';
import { saidOf } from './page-date-words.js';
import { elementAt, type PageLine } from './page-lines.js';
import { namesOf, placeOf } from './page-place.js';
import { type Reading, type WrittenDay, writtenDays } from './written-days.js';

/** A day in the text of a page, and how likely it is that of publication: above 0 it is. */
export interface TextDay {
  day: string;
  likelihood: number;
  signs: Set<Sign>;
  /** In a person's words. */
  reason: string;
}

/** The title of the article on the page. */
export interface TitlePlace {
  /** The line at which it stands; null where it is not found. */
  at: number | null;
  /** All elements that hold it. */
  holders: Set<Element>;
}

const MOST_DAYS = 2000;
/** Of a paragraph, only the beginning may be a date line ("BERLIN, 18 February 2020 - …"). */
const LONGEST_DATE_LINE = 120;
const DATE_NAME =
  /date|datum|time(?!line)|publi|posted|fecha|dato|stamp|created|submitted|meta|byline|info|auth?or|kicker|topline|head/;
const TIME = /(?<!\d)\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|\d\s?(?:uhr|am|pm)/iu;

/**
 * The days in the lines of a page, the likeliest first.
 * @param said the days that the metadata and the address say: a day that may be read in two ways is the one said there
 */
export function textDays(
  lines: PageLine[],
  title: TitlePlace,
  said: { modified: string[]; address: string[]; others: string[] },
  reading: Reading,
): TextDay[] {
  const found: TextDay[] = [];
  const inKind = new Map<string, number>();
  const elsewhere = [...said.modified, ...said.address, ...said.others];
  for (const [at, line] of lines.entries()) {
    if (found.length >= MOST_DAYS) break;
    const days = daysOfLine(line, reading);
    const element = elementAt(line, days[0]?.start ?? 0);
    if (!element || days.length === 0) continue;
    const place = placeOf(element, title.holders);
    const distance = signOfDistance(at, title.at);
    const ofLine = [
      // No comment stands at the title: an opinion may be named one.
      place === 'comments' && distance === 'atTitle' ? 'article' : place,
      distance,
      signOfLength(line.text, days),
    ];
    const kind = kindOf(element);
    const before = inKind.get(kind) ?? 0;
    inKind.set(kind, before + 1);
    for (const [nth, written] of days.entries()) {
      const day = resolved(written, elsewhere);
      if (day === null) continue;
      const { start, end } = written;
      const signs = new Set<Sign>(ofLine.filter((sign) => sign !== null));
      const previous = days[nth - 1]?.end ?? 0;
      for (const sign of saidOf(
        line.text.slice(previous, start),
        line.text.slice(0, start) + line.text.slice(end),
      )) {
        signs.add(sign);
      }
      if (before < 2) signs.add('rare');
      if (before > 4) signs.add('listed');
      if (nth > 0) signs.add('second');
      if (DATE_NAME.test(kind)) signs.add('named');
      if (TIME.test(line.text.slice(end, end + 15))) signs.add('time');
      if (said.modified.includes(day)) signs.add('modified');
      if (said.address.includes(day)) signs.add('address');
      if (!found.some(({ signs }) => !signs.has('menu')) && !signs.has('menu')) signs.add('first');
      found.push({ day, likelihood: 0, signs, reason: reasonOf(signs) });
    }
  }
  const times = new Map<string, number>();
  for (const { day } of found) times.set(day, (times.get(day) ?? 0) + 1);
  for (const one of found) {
    if ((times.get(one.day) ?? 0) > 1) one.signs.add('again');
    one.likelihood = weightOf(one.signs);
  }
  return found.sort((one, next) => next.likelihood - one.likelihood);
}

function daysOfLine({ text }: PageLine, reading: Reading): WrittenDay[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const days = writtenDays(text.length > LONGEST_DATE_LINE ? text.slice(0, 100) : text, reading);
  // A line with many days is a calendar or a list.
  return days.length <= 3 ? days : [];
}

/** A day that may be read in two ways is the one that is said elsewhere. */
function resolved({ day, other }: WrittenDay, elsewhere: string[]): string | null {
  if (other === undefined) return day;
  const [isDay, isOther] = [elsewhere.includes(day), elsewhere.includes(other)];
  return isDay === isOther ? null : isDay ? day : other;
}

function signOfDistance(at: number, titleAt: number | null): Sign | null {
  if (titleAt === null) return 'noTitle';
  const distance = at - titleAt;
  if (distance < -4 || distance > 20) return 'farFromTitle';
  if (distance <= 3) return 'atTitle';
  return distance <= 8 ? 'underTitle' : null;
}

function signOfLength(text: string, days: WrittenDay[]): Sign | null {
  const rest = days.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  if (letters <= 40) return 'short';
  return letters > 80 ? 'paragraph' : null;
}

/** How an element and those around it are named. */
const kindOf = (element: Element): string =>
  [element, element.parentElement, element.parentElement?.parentElement ?? null]
    .map((one) => (one === null ? '' : `${one.localName === 'time' ? 'time' : ''} ${namesOf(one)}`))
    .join(' ');

const reasonOf = (signs: Set<Sign>): string =>
  signs.has('atTitle') || signs.has('underTitle') ? 'in the text, by the title' : 'in the text';
