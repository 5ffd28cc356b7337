const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long something takes, in its two largest units: "3 hr 20 min". Node 20 has no Intl.DurationFormat. */
export function durationInWords(seconds: number, locale: string): string {
  const first = UNITS.findIndex(([, length]) => seconds >= length);
  let left = Math.floor(seconds);
  const parts: string[] = [];
  for (const [unit, length] of UNITS.slice(first).slice(0, 2)) {
    const count = Math.floor(left / length);
    left -= count * length;
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
    if (count > 0 || unit === 'second') parts.push(format.format(count));
  }
  return parts.join(' ');
}
