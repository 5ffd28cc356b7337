import { beforeAll, describe, expect, inject, it } from 'vitest';
import { answerQuestion } from '../src/answer.js';
import { summaryOf } from '../src/article/article.js';
import { hasNearest, type Refusal, reasonOf, whyNotAnswered, whyUnaskable } from '../src/refusal.js';
import type { QuestionFacts } from '../src/search.js';
import { makeArticle } from './make-article.js';
import { openRealLibrary, type RealLibrary } from './real-library.js';

const FACTS: QuestionFacts = { unknown: 0, known: 1, weakest: 0.5, unmentioned: [], daysNotFound: [] };
const refusal = (question: string, facts: Partial<QuestionFacts> = {}, certainty = 0.2): Refusal =>
  whyUnaskable(question, { ...FACTS, ...facts }) ?? whyNotAnswered({ ...FACTS, ...facts }, certainty);

describe('refusalOf', () => {
  it.each(['hello', 'Hey there!', 'Guten Morgen', 'Добрий день', 'Bonjour', '¡Buenos días!', 'Dzień dobry'])(
    'takes %j for a greeting',
    (question) => {
      expect(refusal(question, { unmentioned: [{ name: 'Hey', clearness: 0.1 }] })).toEqual({
        kind: 'greeting',
      });
    },
  );

  it('takes no question for a greeting that has one in it', () => {
    expect(refusal('Hello, who led the delegation?')).toEqual({ kind: 'not-in-the-articles' });
  });

  it('says first what is wrong with the question, then what the articles lack, then how far it is off', () => {
    const all = {
      unknown: 0.3,
      unmentioned: [{ name: 'Merkel', clearness: 0.1 }],
      daysNotFound: ['--03-03'],
    };
    expect(refusal('???', all)).toEqual({ kind: 'no-words' });
    expect(refusal('🤷‍♀️ ❤️', all)).toEqual({ kind: 'no-words' });
    expect(refusal('hello ❤️')).toEqual({ kind: 'greeting' });
    expect(refusal('Why?', all)).toEqual({ kind: 'unknown-script' });
    expect(refusal('Why?', { ...all, unknown: 0.29 })).toEqual({
      kind: 'unmentioned',
      names: ['Merkel'],
      isClear: true,
    });
    expect(refusal('Why?', { daysNotFound: ['--03-03'] })).toEqual({ kind: 'other-days', days: ['--03-03'] });
    expect(refusal('Why?', {}, 0.06)).toEqual({ kind: 'not-in-the-articles' });
    expect(refusal('Why?', {}, 0.059)).toEqual({ kind: 'off-subject' });
  });
});

describe('reasonOf', () => {
  const nearest = summaryOf(makeArticle({ publisher: 'Le Temps', date: '2025-02-18' }));

  it.each<[Refusal, string]>([
    [{ kind: 'unmentioned', names: ['Merkel'], isClear: true }, 'No article mentions Merkel.'],
    [{ kind: 'unmentioned', names: ['Merz'], isClear: false }, 'No article seems to mention Merz.'],
    [{ kind: 'unmentioned', names: ['A', 'B'], isClear: true }, 'No article mentions A or B.'],
    [{ kind: 'unmentioned', names: ['A', 'B', 'C'], isClear: true }, 'No article mentions A, B or C.'],
    [
      { kind: 'other-days', days: ['--03-03', '2024-03-04'] },
      'Nothing was found on this for March 3 or 2024-03-04.',
    ],
    [{ kind: 'off-subject' }, 'The articles are about other things.'],
    [{ kind: 'not-in-the-articles' }, 'The articles do not answer this.'],
  ])('of %j is %s', (why, reason) => {
    expect(hasNearest(why)).toBe(true);
    expect(reasonOf(why, undefined)).toBe(reason);
    expect(reasonOf(why, nearest)).toBe(`${reason} The nearest passage is from Le Temps of 2025-02-18.`);
  });

  it.each<Refusal>([{ kind: 'no-words' }, { kind: 'greeting' }, { kind: 'unknown-script' }])(
    'of %j does not say what is nearest',
    (why) => {
      expect(hasNearest(why)).toBe(false);
      expect(reasonOf(why, nearest)).toBe(reasonOf(why, undefined));
    },
  );

  it('leaves out of the nearest article what is not known of it', () => {
    const reason = (publisher: string | null, date: string | null): string =>
      reasonOf({ kind: 'off-subject' }, summaryOf(makeArticle({ publisher, date })));
    expect(reason(null, '2025-02-18')).toMatch(/ The nearest passage is from an article of 2025-02-18\.$/);
    expect(reason('Le Temps', null)).toMatch(/ The nearest passage is from Le Temps\.$/);
    expect(reason(null, null)).toMatch(/ The nearest passage is from an article\.$/);
  });
});

describe('a question that the four articles do not answer', () => {
  let library: RealLibrary;
  beforeAll(async () => {
    library = await openRealLibrary(inject('indexDir'));
  });

  const script =
    'The model does not know this script, so the articles cannot be searched. Ask in Latin or Cyrillic letters.';
  const greeting = 'Only questions about the articles are answered. Ask what you want to know from them.';
  it.each([
    ['hello', greeting],
    ['Привіт', greeting],
    ['Guten Morgen!', greeting],
    ['Thanks!', greeting],
    ['???!!!', 'There is no word in this. Ask in a sentence.'],
    ['ماذا قال لافروف؟', script],
    ['😀😀', 'There is no word in this. Ask in a sentence.'],
  ])('is refused without the nearest: %j', async (question, reason) => {
    expect(await answerQuestion(question, library)).toMatchObject({
      answered: false,
      reason,
      quotes: [],
      nearest: [],
    });
  });

  it.each([
    ['Where is Angela Merkel?', /^No article mentions Angela Merkel\. The nearest passage is from /],
    ['What did Merkel say?', /^No article mentions Merkel\. The nearest passage is from /],
    ['What happened on March 3?', /^Nothing was found on this for March 3\. The nearest passage is from /],
    ['What did Lavrov say on March 3, 2024?', /^Nothing was found on this for 2024-03-03\. /],
    ['12345', /^The articles are about other things\. The nearest passage is from /],
    ['Who won the Super Bowl?', /^The articles are about other things\. The nearest passage is from /],
  ])('is refused with the nearest: %j', async (question, reason) => {
    const answer = await answerQuestion(question, library);
    expect(answer).toMatchObject({ answered: false, reason: expect.stringMatching(reason), quotes: [] });
    const ids = answer.nearest?.map(({ article }) => article.id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has as its reason that no article mentions Merkel where one asks what she said at the talks', async () => {
    const answer = await answerQuestion('What did Merkel say at the talks?', library);
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.reason).toMatch(/^No article mentions Merkel\. The nearest passage is from /);
  });
});
