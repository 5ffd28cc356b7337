import { calendarDay } from './calendar-day.js';
import { withLatinDigits } from './digits.js';
import { monthOf } from './month-names.js';

/** A day as it stands in a text. */
export interface WrittenDay {
  /** YYYY-MM-DD. */
  day: string;
  /** UTF-16 offsets into the text, `end` exclusive. */
  start: number;
  end: number;
  /** The day that it is as well if 03/04/2020 is read the other way round. */
  other?: string;
}

export interface Reading {
  /** The page's language: its names of months come first. */
  language: string | null;
  /** Whether 03/04/2020 is April or March; null where neither is known. */
  isDayFirst: boolean | null;
  now: Date;
}

/** 2020-02-18, 2020/2/18, 2020.02.18., 2020年2月18日, 2020년 2월 18일, 20200218T1030. */
const YEAR_FIRST =
  /(?<!\d|\d[/.:-])(\d{4})(?:\s?[-/.–]\s?(\d{1,2})\s?[-/.–]\s?(\d{1,2})|(?:年|년|ปี)\s?(\d{1,2})\s?(?:月|월)\s?(\d{1,2})|(\d{2})(\d{2})(?=T\d))(?![\d/]|[-.:]\d)/g;
/** 18.02.2020, 18/2/20, 18-02-2020, and the American 02/18/2020. */
const YEAR_LAST =
  /(?<!\d|\d[/.:-]|\d\s)(\d{1,2})(\s?[-/.|]\s?)(\d{1,2})\s?[-/.|]\s?(\d{4}|\d{2})(?![\d/]|[-.:]\d)/g;
/** The name of a month, of one word or two ("كانون الثاني"), and what may stand beside it. */
const MONTH = String.raw`(\p{L}[\p{L}\p{M}.’'॰]{1,24}(?:\s\p{L}[\p{L}\p{M}]{2,15})?)`;
const OTHER_NAME = String.raw`(?:\s?\/\s?\p{L}[\p{L}\p{M}]{2,15})?`;
/** "18. Februar 2020", "18 de febrero de 2020", "18th of February, 2020", "18-Feb-2020", "18 شباط / فبراير 2020". */
const NAMED_DAY_FIRST = new RegExp(
  String.raw`(?<!\d|\d[/.:])(\d{1,2})\s?(?:(?:st|nd|rd|th|er|re|-?го|-?е)(?!\p{L})|[.º°ª])?[\s,./-]{0,2}` +
    String.raw`(?:(?:of|de|del|di)\s|d[’'])?${MONTH}${OTHER_NAME}[\s,،./-]{0,3}` +
    String.raw`(?:(?:de|del|do|of|พ\.ศ\.|ค\.ศ\.)\s?)?(\d{4}|[’']\d{2})(?!\d)`,
  'giu',
);
/** "February 18, 2020", "Feb. 18th 2020", "ফেব্রুয়ারি ১৮, ২০২০". */
const NAMED_MONTH_FIRST =
  /(\p{L}[\p{L}\p{M}.’'॰]{1,24})[\s-]{0,2}(\d{1,2})(?:st|nd|rd|th|ος)?(?:\s?[,،]\s?|\s|-)(?:de\s)?(\d{4})(?![\d:])/giu;
/** "2020. február 18.", "2020 m. vasario 18 d.", "2020(e)ko otsailaren 18a", "2020 թ. փետրվարի 18". */
const NAMED_YEAR_FIRST =
  /(?<!\d|\d[/.:])(\d{4})(?:\s?(?:\(e\))?\p{L}{1,4}\.?|[.,،])?\s+(\p{L}[\p{L}\p{M}.’'॰]{1,24})\s+(\d{1,2})(?![\d:])/gu;
/** "2020. gada 18. februārī", "2020 ж. 18 ақпан". */
const NAMED_YEAR_DAY =
  /(?<!\d|\d[/.:])(\d{4})(?:\.?\s?\p{L}{1,4}\.?)\s+(\d{1,2})\.?\s+(\p{L}[\p{L}\p{M}.’']{1,24})/gu;
/** "18 tháng 2, 2020", "18 thg 2, 2020", "ngày 18 tháng 2 năm 2020". */
const VIETNAMESE = /(?<!\d)(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})(?!\d)/giu;
/** The Japanese era that began in 2019: 令和2年2月18日. */
const REIWA = /令和(\d{1,2})年(\d{1,2})月(\d{1,2})日/g;

/**
 * The days that stand in a text with their year, in numbers or words, in any language that the runtime knows, and in the
 * digits of any script. A day without a year, or without a day of the month, is none.
 */
export function writtenDays(text: string, { language, isDayFirst, now }: Reading): WrittenDay[] {
  const latin = withLatinDigits(text);
  const found: WrittenDay[] = [];
  const add = (
    match: RegExpMatchArray,
    year: number,
    month: number | null,
    day: number,
    other?: string | null,
  ): void => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    const read = month === null ? null : calendarDay(year, month, day, now);
    if (read === null || found.some((one) => one.start < end && start < one.end)) return;
    found.push({ day: read, start, end, ...(other && other !== read ? { other } : {}) });
  };
  for (const match of latin.matchAll(REIWA))
    add(match, Number(match[1]) + 2018, Number(match[2]), Number(match[3]));
  for (const match of latin.matchAll(YEAR_FIRST)) {
    const [, year, ...rest] = match;
    const [month, day] = rest.filter((part) => part !== undefined).map(Number);
    add(match, Number(year), month ?? null, day ?? 0);
  }
  for (const match of latin.matchAll(YEAR_LAST)) {
    const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const dayFirst = calendarDay(year, second, first, now);
    const monthFirst = calendarDay(year, first, second, now);
    const isDotted = match[2]?.trim() === '.';
    if (isDotted || monthFirst === null || (dayFirst !== null && isDayFirst === true))
      add(match, year, second, first);
    else if (dayFirst === null || isDayFirst === false) add(match, year, first, second);
    else add(match, year, second, first, monthFirst);
  }
  for (const match of latin.matchAll(VIETNAMESE))
    add(match, Number(match[3]), Number(match[2]), Number(match[1]));
  const month = (name = ''): number | null =>
    monthOf(name, language) ?? monthOf(name.replace(/\s.*/s, ''), language);
  for (const match of latin.matchAll(NAMED_DAY_FIRST)) {
    add(match, Number(match[3]?.replace(/^\D/, '')), month(match[2]), Number(match[1]));
  }
  for (const match of latin.matchAll(NAMED_MONTH_FIRST))
    add(match, Number(match[3]), month(match[1]), Number(match[2]));
  for (const match of latin.matchAll(NAMED_YEAR_FIRST))
    add(match, Number(match[1]), month(match[2]), Number(match[3]));
  for (const match of latin.matchAll(NAMED_YEAR_DAY))
    add(match, Number(match[1]), month(match[3]), Number(match[2]));
  return found.sort((one, next) => one.start - next.start);
}
