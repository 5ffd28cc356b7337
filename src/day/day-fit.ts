import type { Article } from '../article/article.js';
import { type Day, daysIn, isSameDay } from './days.js';

/** What a question wants to know of when. */
export interface AskedTime {
  /** The days that it names. */
  days: Day[];
  /** Whether it asks for what came last. */
  isLatest: boolean;
  /** The newest and the oldest day of publication among what was found; null where none is dated. */
  newest: Day | null;
  oldest: Day | null;
}

/**
 * What is added to the score of a sentence that tells of the day asked for, of one whose passage does, and of one in an
 * article published on that day. Scores of a question's best sentences lie some .005 to .02 apart, so that a better
 * dated sentence on the subject comes first, and one on nothing of the question does not.
 */
const SAID_IN_SENTENCE = 0.05;
const SAID_IN_PASSAGE = 0.035;
const PUBLISHED = 0.025;
/** A sentence that tells of another day does not answer, however alike it is. */
const OTHER_DAY = -0.05;

/** What the newest article gains over the oldest where a question asks for what came last. */
const NEWEST = 0.04;

/**
 * How well the day of a sentence fits.
 * @returns what to add to its score, and whether it has to do with a day that was asked for
 */
export function dayFit(
  sentence: string,
  passage: string,
  { date }: Article,
  { days, isLatest, newest, oldest }: AskedTime,
): { bonus: number; isDayFound: boolean } {
  let bonus = 0;
  if (days.length > 0) {
    const isAsked = (found: Day[]): boolean =>
      found.some((day) => days.some((asked) => isSameDay(asked, day)));
    const said = daysIn(sentence, date);
    if (isAsked(said)) bonus = SAID_IN_SENTENCE;
    else if (said.length > 0) bonus = OTHER_DAY;
    else if (isAsked(daysIn(passage, date))) bonus = SAID_IN_PASSAGE;
    else if (date !== null && isAsked([date])) bonus = PUBLISHED;
  }
  const isDayFound = bonus > 0;
  if (isLatest && date !== null && newest !== null && oldest !== null && newest !== oldest) {
    bonus += (NEWEST * (Date.parse(date) - Date.parse(oldest))) / (Date.parse(newest) - Date.parse(oldest));
  }
  return { bonus, isDayFound };
}
