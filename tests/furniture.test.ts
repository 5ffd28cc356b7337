import { describe, expect, it } from 'vitest';
import { clean } from '../src/article/clean.js';
import { cpuSeconds } from './cpu-seconds.js';

const UNKNOWN = { title: null, authors: null };
const PROSE = 'The ministers met on Tuesday in the capital, officials said.';
const MORE = 'They will meet again in a week, they added later that day.';
const cutsOf = (text: string) => clean(text, UNKNOWN).cuts.map((cut) => [cut.reason, cut.text.trim()]);

describe('furniture that says what it is', () => {
  it.each([
    ['an advertisement', 'Advertisement'],
    ['an advertisement', 'Реклама'],
    ['a link to read on', 'Continue reading'],
    ['a link to read on', 'Weiterlesen …'],
    ['a link to read on', 'Читать далее »'],
    ['a copyright line', '© 2025 The Paper. All rights reserved.'],
    ['a copyright line', 'Copyright 2025 The Paper'],
    ['a copyright line', 'Alle Rechte vorbehalten'],
    ['a caption', 'Photo: Ann Lee/Agency'],
    ['a caption', 'Фото: Анна Лі'],
    ['a caption', '(AP Photo/Ann Lee, File) [Ann Lee/Reuters]'.slice(25)],
    ['a caption', 'Ann Lee/Bloomberg via Getty Images'],
    ['a caption', 'AFP via Getty Images'],
    ['a caption', 'The palace in the capital on Tuesday [Ann Lee/Reuters]'],
    ['a share line', 'Share on Facebook'],
    ['a share line', 'Facebook Twitter WhatsApp Telegram Email'],
    ['a share line', 'Поделиться в Телеграм'],
    ['a share line', 'Diesen Artikel teilen'],
    ['a cookie notice', 'We use cookies to make this site better for you.'],
    ['a cookie notice', 'Цей сайт використовує файли cookie.'],
    ['a teaser', 'Read also: The talks go on in another city'],
    ['a teaser', 'Читайте також: Переговори тривають'],
    ['the last line of a feed', 'The post The talks appeared first on The Paper.'],
  ])('%s: %s', (reason, line) => {
    const text = `${PROSE}\n\n${line}\n\n${MORE}`;
    expect(clean(text, UNKNOWN)).toEqual({
      text: `${PROSE}\n\n${MORE}`,
      cuts: [{ at: PROSE.length + 2, text: `${line}\n\n`, reason }],
    });
  });

  it.each([
    'Facebook',
    'Facebook Messenger',
    'Save the email',
    'Facebook, Twitter and the law',
    'Share prices fell',
    'Share the burden, the ministers said.',
    'Copyright law needs a reform, the court said.',
    'Cookies are what we use to find you, the company wrote to the court.',
    '“We use cookies,” the company said.',
    'Advertisements for tobacco were banned.',
    'Read more books, the minister said to pupils.',
    'Related crimes rose by a third.',
    'See also what the court said in 2019, the lawyer wrote.',
    'Photo: a word that comes from Greek. It means light.',
    'Biden/Trump',
    'The 2024/2025 season',
    'Getty Images sues a start-up',
    'The plan [which was never published] was dropped.',
    'Continue reading the law, he said.',
    'Most popular leaders lost',
    'The post was cut.',
  ])('keeps %j', (line) => {
    const text = `${PROSE}\n\n${line}\n\n${MORE}`;
    expect(clean(text, UNKNOWN)).toEqual({ text, cuts: [] });
  });
});

describe('teasers', () => {
  it('go with the titles after their label, and not with the next heading', () => {
    const text = `${PROSE}\n\nRelated stories\nTalks go on\nWho won the talks?\n\n${MORE}`;
    expect(clean(text, UNKNOWN).text).toBe(`${PROSE}\n\n${MORE}`);
    expect(cutsOf(text)).toEqual([
      ['a teaser', 'Related stories'],
      ['a teaser', 'Talks go on'],
      ['a teaser', 'Who won the talks?'],
    ]);
    const heading = `${PROSE}\n\nRead also:\n\nTalks go on in Istanbul\n\nWhat comes next\n\n${MORE}`;
    expect(clean(heading, UNKNOWN).text).toBe(`${PROSE}\n\nWhat comes next\n\n${MORE}`);
    const atTheEnd = `${PROSE}\n\n${MORE}\n\nLesen Sie auch\n\nTalks go on in Istanbul\n\nWhat comes next`;
    expect(clean(atTheEnd, UNKNOWN).text).toBe(`${PROSE}\n\n${MORE}`);
    const alone = `${PROSE}\n\nRead also:\n\nWhat comes next\n\n${MORE}`;
    expect(clean(alone, UNKNOWN).text).toBe(`${PROSE}\n\nWhat comes next\n\n${MORE}`);
  });
});

describe('a menu', () => {
  const MENU = 'Home\nNews\nWorld\nSport\nOpinion';

  it('goes at the head, and the title after it stays', () => {
    expect(clean(`${MENU}\n\nThe talks\n\n${PROSE}`, UNKNOWN).text).toBe(`The talks\n\n${PROSE}`);
    expect(clean(`${MENU}\n\nThe talks go on in Istanbul\n\n${PROSE}`, UNKNOWN).text).toBe(
      `The talks go on in Istanbul\n\n${PROSE}`,
    );
    expect(cutsOf(`${MENU}\n\n${PROSE}`)).toEqual(MENU.split('\n').map((word) => ['a menu', word]));
  });

  it('is no list within an article, or at its end', () => {
    const figures = 'Dead: 12\nHurt: 40\nMissing: 3\nFound: 7\nHouses: 90';
    for (const text of [`${PROSE}\n\n${MENU}\n\n${MORE}`, `${PROSE}\n\n${MENU}`, `${figures}\n\n${PROSE}`]) {
      expect(clean(text, UNKNOWN)).toEqual({ text, cuts: [] });
    }
  });
});

describe('dates', () => {
  it('stay as the headings of a timeline', () => {
    const timeline = `${PROSE}\n\nFebruary 12, 2025\n${MORE}\n\nFebruary 17, 2025\n${PROSE}\n\nFebruary 18, 2025\n${MORE}`;
    expect(clean(timeline, UNKNOWN)).toEqual({ text: timeline, cuts: [] });
    const fromTheStart = `12.02.2025\n${MORE}\n\n17.02.2025\n${PROSE}\n\n18.02.2025\n${MORE}`;
    expect(clean(fromTheStart, UNKNOWN)).toEqual({ text: fromTheStart, cuts: [] });
  });

  it('go where they are those of the article, or of others beside it', () => {
    const text = `February 12, 2025\n${PROSE}\n\nFebruary 17, 2025\n${MORE}\n\nTalks end\nFebruary 18, 2025\nTalks begin\nFebruary 19, 2025`;
    expect(clean(text, UNKNOWN).text).toBe(`${PROSE}\n\n${MORE}\n\nTalks end\nTalks begin`);
  });
});

describe('clean', () => {
  it('is quick with what is made to be slow', () => {
    const started = cpuSeconds();
    for (const part of [
      'a\n',
      'Read also:\n',
      '12.02.2025\nOne two three four five six.\n',
      '. (a/a ',
      'a.) ',
      'your ',
    ]) {
      clean(part.repeat(30_000), { title: 'a', authors: ['Ann Lee'] });
      clean(`${part.repeat(50_000)}\n${PROSE}`, { title: 'a', authors: ['Ann Lee'] });
    }
    expect(cpuSeconds() - started).toBeLessThan(20);
  });
});
