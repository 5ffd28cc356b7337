import { toLatin } from '../../words/letters.js';

/** Languages whose month names are known on every page, beside its own. */
const LANGUAGES = (
  'en de de-AT fr es pt it nl da sv nb fi is et lv lt pl cs sk sl hr bs sr sr-Latn mk bg ro hu sq el tr az uz kk ru uk be ' +
  'ka hy he ar ar-LB ar-DZ ar-MA fa ur hi bn mr ne gu pa ta te kn ml si th lo km my id ms fil vi sw af ca gl eu ga cy mn'
).split(' ');
const STYLES: Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  // With a day beside it, a month is written as it is in a date: "февраля", where it alone is "февраль".
  { month: 'long', day: 'numeric' },
  { month: 'short' },
  { month: 'short', day: 'numeric' },
];

const named = new Map<string, Map<string, number>>();

/**
 * The months (1 to 12) by their names in small Latin letters, in a page's language and, where those say nothing else, in
 * some seventy others. A name that means different months in two of those ("listopad") counts in the page's own alone.
 * Asked of the runtime's own locale data (Unicode CLDR), once a language.
 */
export function monthOf(name: string, language: string | null): number | null {
  // In Hebrew, "in" is written as a part of the name.
  const latin = toLatin(name.replace(/^ב(?=\p{L}{2})/u, ''));
  if (latin.length < 2) return null;
  return (language === null ? null : namesIn(language).get(latin)) ?? everyName().get(latin) ?? null;
}

function namesIn(language: string): Map<string, number> {
  let names = named.get(language);
  if (!names) {
    names = new Map();
    addNames(names, language, 'gregory');
    // Persian pages write the months of the solar calendar.
    if (/^fa\b/.test(language)) addNames(names, language, 'persian');
    named.set(language, names);
  }
  return names;
}

function addNames(names: Map<string, number>, language: string, calendar: string): void {
  const inNumbers = new Intl.DateTimeFormat('en', { month: 'numeric', calendar, timeZone: 'UTC' });
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(language, { ...style, calendar, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const date = Date.UTC(2023, month, 15);
      const latin = toLatin(format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '');
      if (/[a-z]{2}/.test(latin) && !names.has(latin)) names.set(latin, Number(inNumbers.format(date)));
    }
  }
}

function everyName(): Map<string, number> {
  let all = named.get('*');
  if (!all) {
    all = new Map();
    const disputed = new Set<string>();
    for (const language of LANGUAGES) {
      for (const [name, month] of namesIn(language)) {
        if ((all.get(name) ?? month) !== month) disputed.add(name);
        all.set(name, month);
      }
    }
    for (const name of disputed) all.delete(name);
    // English comes first everywhere: "may" is a month whatever else it means.
    for (const [name, month] of namesIn('en')) all.set(name, month);
    named.set('*', all);
  }
  return all;
}
