const DAY = String.raw`(?<day>\d{1,2})`;
const YEAR = String.raw`(?<year>\d{4})`;
const LETTERS = String.raw`\p{L}[\p{L}\p{M}.’'॰]{1,24}`;
const NAME = `(?<name>${LETTERS})`;
/** The name of a month of one word or two ("كانون الثاني"), with another of its names ("شباط / فبراير"). */
const LONG_NAME = String.raw`(?<name>${LETTERS}(?:\s\p{L}[\p{L}\p{M}]{2,15})?)(?:\s?\/\s?\p{L}[\p{L}\p{M}]{2,15})?`;
/** Not within a longer number, a time or an address. */
const START = String.raw`(?<!\d|\d[/.:])`;
const NUMBER_START = String.raw`(?<!\d|\d[/.:-])`;
const NUMBER_END = String.raw`(?![\d/]|[-.:]\d)`;

/**
 * How a day is written, in digits of 0 to 9: the most certain forms first. A form has groups for the year (or `reiwa`, the
 * Japanese era that began in 2019), the day, and the month as a number or a name; or for `first` and `second`, of which
 * either may be the month.
 */
export const DAY_FORMS = [
  String.raw`令和(?<reiwa>\d{1,2})年(?<month>\d{1,2})月${DAY}日`,
  // 2020-02-18, 2020/2/18, 2020.02.18.
  String.raw`${NUMBER_START}${YEAR}\s?[-/.–]\s?(?<month>\d{1,2})\s?[-/.–]\s?${DAY}${NUMBER_END}`,
  // 2020年2月18日, 2020년 2월 18일
  String.raw`${NUMBER_START}${YEAR}(?:年|년)\s?(?<month>\d{1,2})\s?(?:月|월)\s?${DAY}(?!\d)`,
  // 20200218T103000
  String.raw`${NUMBER_START}${YEAR}(?<month>\d{2})(?<day>\d{2})(?=T\d)`,
  // 18.02.2020, 18-02-20, 18 | 02 | 2020, 18/2/2020 and the American 02/18/2020
  String.raw`(?<!\d\s)${NUMBER_START}(?<first>\d{1,2})\s?(?<sign>[-/.|])\s?(?<second>\d{1,2})\s?[-/.|]\s?(?<year>\d{4}|\d{2})${NUMBER_END}`,
  // 18 tháng 2, 2020
  String.raw`(?<!\d)${DAY}\s+(?:tháng|thg)\s+(?<month>\d{1,2})(?:,|\s+năm)?\s+${YEAR}(?!\d)`,
  // 18. Februar 2020, 18 de febrero de 2020, 18th of February, 2020, 18-Feb-2020
  String.raw`${START}${DAY}\s?(?:(?:st|nd|rd|th|er|re|-?го|-?е)(?!\p{L})|[.º°ª])?[\s,./-]{0,2}(?:(?:of|de|del|di)\s|d[’'])?${LONG_NAME}[\s,،./-]{0,3}(?:(?:de|del|do|of|พ\.ศ\.|ค\.ศ\.)\s?)?(?:${YEAR}|[’'](?<short>\d{2}))(?!\d)`,
  // February 18, 2020, Feb. 18th 2020
  String.raw`${NAME}[\s-]{0,2}${DAY}(?:st|nd|rd|th|ος)?(?:\s?[,،]\s?|\s|-)(?:de\s)?${YEAR}(?![\d:])`,
  // 2020. február 18., 2020 m. vasario 18 d.
  String.raw`${START}${YEAR}(?:\s?(?:\(e\))?\p{L}{1,4}\.?|[.,،])?\s+${NAME}\s+${DAY}(?![\d:])`,
  // 2020. gada 18. februārī, 2020 ж. 18 ақпан
  String.raw`${START}${YEAR}(?:\.?\s?\p{L}{1,4}\.?)\s+${DAY}\.?\s+${NAME}`,
].map((form) => new RegExp(form, 'giu'));
