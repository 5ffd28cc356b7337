import { elementAt, type PageLine } from './page-lines.js';
import { namesOf, placeOf } from './page-place.js';
import type { Sign } from './signs.js';
import type { TitlePlace } from './title-place.js';
import type { WrittenDay } from './written-days.js';

/** How the elements are named that hold the date of an article, or what is known of it. */
const DATE_NAME =
  /date|datum|time(?!line)|publi|posted|fecha|dato|stamp|created|submitted|meta|byline|info|auth?or|kicker|topline|head/;
const LONGEST_SHORT = 40;
const SHORTEST_PARAGRAPH = 80;

/**
 * What is seen of a line with days in it.
 * @param at which line of the page it is
 * @returns its signs, and the kind of elements that it stands in, by which the lines of a list are known
 */
export function signsOfLine(
  line: PageLine,
  days: WrittenDay[],
  at: number,
  title: TitlePlace,
): { signs: Sign[]; kind: string } {
  const element = elementAt(line, days[0]?.start ?? 0);
  const place = placeOf(element, title.holders);
  const distance = signOfDistance(at, title.at);
  const kind = kindOf(element);
  // No comment stands at the title: an opinion may be named one.
  const signs: Sign[] = [place === 'comments' && distance === 'atTitle' ? 'article' : place];
  if (distance !== null) signs.push(distance);
  const letters = textWithout(line.text, days).match(/\p{L}/gu)?.length ?? 0;
  if (letters <= LONGEST_SHORT) signs.push('short');
  if (letters > SHORTEST_PARAGRAPH) signs.push('paragraph');
  if (DATE_NAME.test(kind)) signs.push('named');
  return { signs, kind };
}

/** A line without the days in it. */
export const textWithout = (text: string, days: WrittenDay[]): string =>
  days.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);

function signOfDistance(at: number, titleAt: number | null): Sign | null {
  if (titleAt === null) return 'noTitle';
  const distance = at - titleAt;
  if (distance < -4 || distance > 20) return 'farFromTitle';
  if (distance <= 3) return 'atTitle';
  return distance <= 8 ? 'underTitle' : null;
}

/** How an element and the two around it are named. */
function kindOf(element: Element): string {
  const names: string[] = [];
  let at: Element | null = element;
  for (let up = 0; at && up < 3; up++, at = at.parentElement) {
    names.push(at.localName === 'time' ? 'time' : '', namesOf(at));
  }
  return names.join(' ');
}
