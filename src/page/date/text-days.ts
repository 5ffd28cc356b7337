import { saidOf } from './date-words.js';
import { signsOfLine, textWithout } from './line-signs.js';
import type { PageLine } from './page-lines.js';
import { type Sign, weightOf } from './signs.js';
import type { TitlePlace } from './title-place.js';
import { type Reading, type WrittenDay, writtenDays } from './written-days.js';

/** A day in the text of a page, and how likely it is that of publication: above 0 it is. */
export interface TextDay {
  day: string;
  likelihood: number;
  signs: Set<Sign>;
  /** In a person's words. */
  reason: string;
}

/** The days that are said of the article elsewhere than in the text. */
export interface SaidDays {
  modified: string[];
  address: string[];
  published: string[];
}

const MOST_DAYS = 2000;
/** Of a paragraph only the beginning may be a date line ("BERLIN, 18 February 2020 - …"). */
const LONGEST_DATE_LINE = 120;
const DATE_LINE = 100;
/** A line with more days is a calendar. */
const MOST_IN_LINE = 3;
/** Days here do not count as the first of the article. */
const NOT_ITS_OWN: Sign[] = ['menu', 'related', 'comments'];
/** The first few days in elements of the same names may be the article's; the fifth is one of a list. */
const RARE = 2;
const LISTED = 4;
/** In letters: "Published on Wednesday the". */
const LONGEST_LABEL = 40;
const TIME = /(?<!\d)\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|\d\s?(?:uhr|am|pm)/iu;
const TIME_AFTER = 15;

/** The days in the lines of a page, the likeliest first; at most some 2,000. */
export function textDays(lines: PageLine[], title: TitlePlace, said: SaidDays, reading: Reading): TextDay[] {
  const found: TextDay[] = [];
  const inKind = new Map<string, number>();
  const onPage = new Map<string, number>();
  let isFirst = true;
  for (const [at, line] of lines.entries()) {
    if (found.length >= MOST_DAYS) break;
    const days = daysOfLine(line.text, reading);
    if (days.length === 0) continue;
    const { signs: ofLine, kind } = signsOfLine(line, days, at, title);
    const before = inKind.get(kind) ?? 0;
    inKind.set(kind, before + 1);
    if (before < RARE) ofLine.push('rare');
    if (before > LISTED) ofLine.push('listed');
    for (const [nth, written] of days.entries()) {
      const day = resolved(written, said);
      if (day === null) continue;
      const signs = new Set([...ofLine, ...signsInLine(line.text, days, nth)]);
      if (said.modified.includes(day)) signs.add('modified');
      if (said.address.includes(day)) signs.add('address');
      if (isFirst && !NOT_ITS_OWN.some((place) => signs.has(place))) {
        signs.add('first');
        isFirst = false;
      }
      onPage.set(day, (onPage.get(day) ?? 0) + 1);
      found.push({ day, likelihood: 0, signs, reason: reasonOf(signs) });
    }
  }
  for (const one of found) {
    if ((onPage.get(one.day) ?? 0) > 1) one.signs.add('again');
    one.likelihood = weightOf(one.signs);
  }
  return found.sort((one, next) => next.likelihood - one.likelihood);
}

function daysOfLine(text: string, reading: Reading): WrittenDay[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const days = writtenDays(text.length > LONGEST_DATE_LINE ? text.slice(0, DATE_LINE) : text, reading);
  return days.length <= MOST_IN_LINE ? days : [];
}

/** A day that may be read in two ways is the one that is said elsewhere. */
function resolved({ day, other }: WrittenDay, { modified, address, published }: SaidDays): string | null {
  if (other === undefined) return day;
  const elsewhere = [...modified, ...address, ...published];
  const [isDay, isOther] = [elsewhere.includes(day), elsewhere.includes(other)];
  return isDay === isOther ? null : isDay ? day : other;
}

/** What stands beside one of the days of a line. */
function signsInLine(text: string, days: WrittenDay[], nth: number): Sign[] {
  const { start = 0, end = 0 } = days[nth] ?? {};
  const before = text.slice(days[nth - 1]?.end ?? 0, start);
  const signs = saidOf(before, textWithout(text, days));
  if ((before.match(/\p{L}/gu)?.length ?? 0) > LONGEST_LABEL) signs.push('prose');
  if (nth > 0) signs.push('second');
  if (TIME.test(text.slice(end, end + TIME_AFTER))) signs.push('time');
  return signs;
}

const reasonOf = (signs: Set<Sign>): string =>
  signs.has('atTitle') || signs.has('underTitle') ? 'in the text, by the title' : 'in the text';
