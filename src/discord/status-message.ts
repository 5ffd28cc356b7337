import type { APIComponentInContainer } from 'discord.js';
import { durationInWords } from '../duration-in-words.js';
import type { Reader } from '../load-languages.js';
import type { Running, StatusView } from '../view.js';
import { displayed } from './layout.js';
import { escapedWithin } from './markdown.js';

const LONGEST_LINE = 300;

/** One fact a line. */
export function statusParts(view: StatusView, reader: Reader): APIComponentInContainer[] {
  const { phrases, locale } = reader;
  const { status } = phrases;
  const lines = [
    status.articles(view.articles),
    status.passages(view.passages),
    status.built(momentInWords(view.built, locale), view.from),
    status.model(view.model),
    status.version(view.version),
    ...(view.running ? runningLines(view.running, reader) : []),
  ];
  return displayed([lines.map((line) => escapedWithin(line, LONGEST_LINE)).join('\n')]);
}

function runningLines({ seconds, times }: Running, { phrases: { status }, locale }: Reader): string[] {
  return [
    status.uptime(durationInWords(seconds, locale)),
    times ? status.times(times.count, times.median, times.p95) : status.noTimes,
  ];
}

/** For readers in all time zones: in Coordinated Universal Time, and saying so. */
function momentInWords(moment: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(moment))} UTC`;
}
