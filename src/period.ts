/** The first and the last day of a month (YYYY-MM) or of a year (YYYY), as filters take them. */
export function daysOf(period: string): { after: string; before: string } {
  const [year = '', month] = period.split('-');
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  return { after: `${year}-${month ?? '01'}-01`, before: last.toISOString().slice(0, 10) };
}

/** "February 2025", "2025". */
export function periodInWords(period: string, locale: string): string {
  const { after } = daysOf(period);
  const month = period.includes('-') ? ({ month: 'long' } as const) : {};
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', ...month, timeZone: 'UTC' });
  return format.format(new Date(`${after}T00:00Z`));
}

/** The month or the year that begins and ends with two days; null where they bound none. */
export function periodOf(after: string, before: string): string | null {
  const periods = [after.slice(0, 7), after.slice(0, 4)];
  return periods.find((period) => daysOf(period).after === after && daysOf(period).before === before) ?? null;
}
