import { describe, expect, it } from 'vitest';
import { daysIn, isSameDay } from '../src/day/days.js';
import { asksForLatest } from '../src/day/latest.js';

describe('daysIn', () => {
  it.each([
    ['English', 'What happened on Feb. 26?', '--02-26'],
    ['English', 'the 26th of February 2025', '2025-02-26'],
    ['English', 'February 26th, 2025', '2025-02-26'],
    ['German', 'am 24. Februar 2022', '2022-02-24'],
    ['German', 'am 1. März', '--03-01'],
    ['Russian', '26-го февраля 2025 года', '2025-02-26'],
    ['Russian', '9 мая 1945', '1945-05-09'],
    ['Ukrainian', '26 лютого', '--02-26'],
    ['French', 'le 26 février 2025', '2025-02-26'],
    ['French', '2 août', '--08-02'],
    ['Spanish', '26 de febrero de 2025', '2025-02-26'],
    ['Spanish', 'el 13 de marzo', '--03-13'],
    ['Polish', '26 lutego', '--02-26'],
    ['Polish', '15 sierpnia 1920 r.', '1920-08-15'],
    ['numbers', '2025-02-26', '2025-02-26'],
    ['numbers', '26.02.2025', '2025-02-26'],
    ['numbers', '1. 5. 2025', '2025-05-01'],
  ])('reads in %s %j as %s', (_, text, day) => {
    expect(daysIn(text)).toEqual([day]);
  });

  it.each(
    Object.entries({
      English: 'January February March April May June July August September October November December',
      German: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      Russian: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
      Ukrainian: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
      French: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      Spanish: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      Polish:
        'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    }),
  )('knows all months in %s', (_, months) => {
    const days = months.split(' ').map((month) => daysIn(`7 ${month}`));
    expect(days).toEqual(Array.from({ length: 12 }, (_, i) => [`--${String(i + 1).padStart(2, '0')}-07`]));
  });

  it('reads every day of a text once', () => {
    expect(daysIn('From Feb. 24, 2022 to 26 February 2025, and on 2025-02-26.')).toEqual([
      '2025-02-26',
      '2022-02-24',
    ]);
  });

  it.each([
    'in May 2025',
    'Feb. 2025',
    'may lead 5 people',
    'Mark 5 of them',
    '10 decisions',
    '5 marches',
    '3 juniors',
    '10 people march',
    '45 февраля',
    '0 May',
    'Feb. 27.5 percent',
    '2025-13-05',
    'at 5 p.m.',
    'on Tuesday',
    '176 drones',
  ])('finds no day in %j', (text) => {
    expect(daysIn(text)).toEqual([]);
  });

  it.each([
    ['Dec. 31', '2025-01-02', '2024-12-31'],
    ['31 грудня', '2025-01-02', '2024-12-31'],
    ['Jan. 2', '2024-12-30', '2025-01-02'],
    ['2 stycznia', '2024-12-30', '2025-01-02'],
    ['Feb. 27', '2025-02-26', '2025-02-27'],
    ['Dec. 31, 2022', '2025-01-02', '2022-12-31'],
  ])('takes %j in an article of %s for %s', (text, published, day) => {
    expect(daysIn(text, published)).toEqual([day]);
  });

  it.each([
    ['on Wednesday', '2025-02-19'],
    ['on Tuesday', '2025-02-18'],
    ['am Dienstag', '2025-02-18'],
    ['во вторник', '2025-02-18'],
    ['у вівторок', '2025-02-18'],
    ['mardi', '2025-02-18'],
    ['el martes', '2025-02-18'],
    ['we wtorek', '2025-02-18'],
    ['w środę', '2025-02-19'],
    ['у середу', '2025-02-19'],
    ['в пятницу', '2025-02-21'],
    ['am Sonntag', '2025-02-16'],
    ['on Saturday', '2025-02-22'],
    ['martial law', undefined],
    ['the third week', undefined],
  ])('takes %j in an article of Wednesday, 2025-02-19, for %s', (text, day) => {
    expect(daysIn(text, '2025-02-19')).toEqual(day === undefined ? [] : [day]);
  });

  it('follows a day of the week into the next month and year', () => {
    expect(daysIn('on Friday', '2025-12-31')).toEqual(['2026-01-02']);
    expect(daysIn('on Thursday', '2025-03-02')).toEqual(['2025-02-27']);
  });
});

describe('isSameDay', () => {
  it.each([
    ['2025-02-26', '2025-02-26', true],
    ['--02-26', '2025-02-26', true],
    ['2024-02-26', '--02-26', true],
    ['2024-02-26', '2025-02-26', false],
    ['--02-26', '--02-27', false],
  ])('of %s and %s is %s', (one, other, isSame) => {
    expect(isSameDay(one, other)).toBe(isSame);
  });
});

describe('asksForLatest', () => {
  it.each([
    ['What is the latest on the talks?', true],
    ['Was war zuletzt?', true],
    ['Какие последние новости?', true],
    ['Які останні новини?', true],
    ['Quelles sont les dernières nouvelles ?', true],
    ['¿Cuáles son las últimas noticias?', true],
    ['Jakie są najnowsze wiadomości?', true],
    ['Was there a blast?', false],
    ['Who led the delegation?', false],
    ['Какие последствия у войны?', false],
  ])('of %j is %s', (question, isLatest) => {
    expect(asksForLatest(question)).toBe(isLatest);
  });
});
