import type { RawArticle } from '../article/raw-article.js';
import { isCalendarWord } from '../day/calendar-words.js';
import { dayOfValue } from '../format/day-value.js';
import { statedDay } from '../format/entry.js';
import { isProse, type Line, linesOf } from './line.js';

const DATE =
  String.raw`(?<date>\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}` +
  String.raw`|\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?\p{L}+\.?,? (?:de )?\d{4})`;
const TIME = String.raw`(?:,? (?:\p{L}{1,3} )?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: \p{L}{2,5})?)`;

/** A label ("Published:", "Updated on") may stand before the date; after it, nothing but the time of day. */
const DATE_LINE = new RegExp(
  String.raw`^\(?(?<label>(?:\p{L}+ ){0,3}\p{L}+: ?|\p{L}+ (?:on |am |le |el )?)?(?:\p{L}+,? )?${DATE}(?<time>${TIME})?\)?$`,
  'iu',
);
/** "date 2025-02-19 Top Russian and US diplomats met": only a machine writes a date so, and before a sentence. */
export const DATE_LABEL =
  /^\s*(?:(?:date|datum|fecha|data|дата):?\s+)?(?<date>\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?\s+(?=\p{Lu})/iu;

/** Labels of the day of publication. Others are of another day: of a change, a photo, an event. */
const PUBLISHED =
  /^(?:(?:first |originally )?(?:published|posted|released)|date|published date|publication date|veröffentlicht|erschienen|datum|publié|publicado|fecha|data|opublikowano|опубликован[оа]?|опубліковано|дата(?: публикации| публікації)?)\b|^(?:опубл|дата)/iu;

/** What a line that is nothing but a date says of it; the day of the week is no label. */
function dateIn(line: string): { date: string; label: string | null; hasTime: boolean } | null {
  const found = DATE_LINE.exec(line)?.groups;
  if (!found) return null;
  const label = found['label']?.trim() ?? null;
  const isWeekday = label !== null && isCalendarWord(label);
  return { date: found['date'] ?? '', label: isWeekday ? null : label, hasTime: found['time'] !== undefined };
}

/** A line that is nothing but a date, with a label or the time of day at most. */
export const isDateLine = (text: string): boolean => DATE_LINE.test(text);

/**
 * The lines with dates that are headings of the article's own, as in a timeline: several days, each over a text of its
 * own. The date above the first paragraph is not one of them unless two more follow.
 */
export function timelineHeadings(lines: Line[]): Set<Line> {
  const isHeading = (line: Line, at: number): boolean => {
    const found = dateIn(line.text);
    const isBare = found !== null && found.label === null && !found.hasTime;
    return isBare && isProse(lines[at + 1]?.text ?? '');
  };
  const headings = lines.filter(isHeading);
  const firstProse = lines.find(({ text }) => isProse(text))?.start ?? 0;
  const within = headings.filter(({ start }) => start > firstProse);
  if (headings.length > 2) return new Set(headings);
  return new Set(within.length > 1 ? within : []);
}

/**
 * The day of publication that a text states at its head: alone on a line before the first paragraph, or before the
 * first word. A dateline such as "RIYADH, Feb 18 (Reuters)" names no year, so no day.
 */
export function dayInText(text: string): Pick<RawArticle, 'date' | 'dateSource' | 'dateReason'> {
  const label = DATE_LABEL.exec(text)?.groups?.['date'];
  if (label !== undefined) return statedDay(dayOfValue(label), 'in the text, before its first word');
  const lines = linesOf(text);
  const headings = timelineHeadings(lines);
  const firstProse = lines.findIndex((line) => isProse(line.text));
  const days = lines.slice(0, Math.max(0, firstProse)).flatMap((line) => {
    const found = headings.has(line) ? null : dateIn(line.text);
    if (found === null || (found.label !== null && !PUBLISHED.test(found.label))) return [];
    const day = dayOfValue(found.date);
    return day === null ? [] : [{ day, isLabelled: found.label !== null, line: line.text }];
  });
  const found = days.find(({ isLabelled }) => isLabelled) ?? days[0];
  // Two days without a word that tells which is which.
  const isDoubtful = found?.isLabelled === false && days.some(({ day }) => day !== found.day);
  if (!found || isDoubtful) return statedDay(null, '');
  return statedDay(found.day, `in the text, above its first paragraph ("${found.line}")`);
}
