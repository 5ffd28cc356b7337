import { describe, expect, it } from 'vitest';
import { oneLine } from '../src/article/invisible.js';
import { type Reading, writtenDays } from '../src/page/date/written-days.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const daysIn = (text: string, reading: Partial<Reading> = {}): string[] =>
  writtenDays(text, { language: null, isDayFirst: null, now: NOW, ...reading }).map(({ day }) => day);

/** Every month, and numbers of one and of two digits. */
const DAYS = ['2020-01-02', '2020-02-18', '2018-03-01', '2020-04-14', '2019-05-03', '2015-06-21'].concat([
  '2020-07-07',
  '2020-08-09',
  '2020-09-25',
  '2020-10-05',
  '2021-11-30',
  '2022-12-12',
]);
const LANGUAGES =
  'en en-GB en-IN de de-AT fr es pt pt-BR it nl da sv nb fi is et lv lt pl cs sk sl hr bs sr sr-Latn mk bg ro hu sq el tr az uz kk ru uk be ka hy ar ar-EG ar-LB ar-DZ ar-MA fa ur hi bn mr gu pa te kn ml th lo km id ms fil vi sw af ca gl cy ja zh zh-TW ko'.split(
    ' ',
  );

describe('writtenDays', () => {
  it.each(LANGUAGES)('reads what the calendar of %s writes', (language) => {
    const wrong = (['medium', 'long', 'full'] as const).flatMap((dateStyle) => {
      const format = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
      return DAYS.flatMap((day) => {
        const text = oneLine(format.format(new Date(day)));
        const read = daysIn(text, { language, isDayFirst: true });
        return read.length === 1 && read[0] === day ? [] : [`${text}: ${read}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2020-02-18', '2020-02-18'],
    ['2020/2/18 10:30', '2020-02-18'],
    ['2020.02.18.', '2020-02-18'],
    ['20200218T1030', '2020-02-18'],
    ['18.2.2020, 14:05 Uhr', '2020-02-18'],
    ['18.02.20', '2020-02-18'],
    ['18 | 02 | 2020', '2020-02-18'],
    ['02/18/2020', '2020-02-18'],
    ['Datum:18. Februar 2020', '2020-02-18'],
    ['18th of February, 2020', '2020-02-18'],
    ['Feb. 18th 2020', '2020-02-18'],
    ['18-Feb-2020', '2020-02-18'],
    ['Tue, 18 Feb 2020 23:30:00 GMT', '2020-02-18'],
    ['1er mars 2020', '2020-03-01'],
    ['ngày 18 tháng 2 năm 2020', '2020-02-18'],
    ['18 شباط / فبراير 2020', '2020-02-18'],
    ['٢ كانون الثاني ٢٠٢٠', '2020-01-02'],
    ['২০২০-০২-১৮', '2020-02-18'],
    ['18 กุมภาพันธ์ 2563', '2020-02-18'],
    ['۲۹ بهمن ۱۳۹۸', '2020-02-18'],
    ['1399/06/31', '2020-09-21'],
    ['令和2年2月18日', '2020-02-18'],
    ['2020年2月18日 11時00分', '2020-02-18'],
  ])('reads %j as %s', (text, day) => {
    expect(daysIn(text)).toEqual([day]);
  });

  it.each([
    'February 2020',
    '18 February',
    '30 February 2020',
    '31.04.2020',
    '2020-13-01',
    '18.02.1994',
    '19 June 2026',
    '10.0.0.1',
    '1.2.3.2020',
    '12/2019/05',
    'tel. 030/18/02/2020/1',
    '12:30 February 2020',
    '18 rooms 2020',
  ])('finds no day in %j', (text) => {
    expect(daysIn(text)).toEqual([]);
  });

  it('believes tomorrow, where it may be tomorrow already, and nothing after it', () => {
    expect(daysIn('2026-06-02, 2026-06-03')).toEqual(['2026-06-02']);
  });

  it('says both readings of a day where nothing tells which is meant', () => {
    const [day] = writtenDays('on 03/04/2020', { language: 'en', isDayFirst: null, now: NOW });
    expect(day).toEqual({ day: '2020-04-03', other: '2020-03-04', start: 3, end: 13 });
    expect(daysIn('03/04/2020', { isDayFirst: true })).toEqual(['2020-04-03']);
    expect(daysIn('03/04/2020', { isDayFirst: false })).toEqual(['2020-03-04']);
    expect(daysIn('04/04/2020')).toEqual(['2020-04-04']);
  });

  it('takes the name of a month in the language of the page', () => {
    expect(daysIn('5. listopada 2020', { language: 'pl' })).toEqual(['2020-11-05']);
    expect(daysIn('5. listopada 2020', { language: 'hr' })).toEqual(['2020-10-05']);
  });

  it('finds several days, in their order', () => {
    expect(daysIn('Posted 18 Feb 2020, updated March 1, 2020 (1.4.2019)')).toEqual([
      '2020-02-18',
      '2020-03-01',
      '2019-04-01',
    ]);
  });
});
