import type { Phrases } from '../phrases.js';
import { countOf, listOf, numberOf } from '../wording.js';

const TAG = 'en';
const number = numberOf(TAG);
const or = listOf('en-GB', 'disjunction');
const counted = countOf(TAG);
const count = (value: number, one: string, other: string): string => counted(value, { one, other });

const choice = (known: string[], more: number): string => {
  if (known.length === 0) return 'None is stated.';
  return `Choose from ${known.join(', ')}${more > 0 ? `, and ${number(more)} more` : ''}.`;
};
const questionLength = (min: number, max: number): string => `A question has ${min} to ${max} characters`;

export const en: Phrases = {
  tag: TAG,
  locales: ['en-US', 'en-GB'],
  commands: {
    ask: { name: 'ask', description: 'Answer a question with quotes from the articles' },
    compare: { name: 'compare', description: 'See what each publisher says on a question, side by side' },
    timeline: { name: 'timeline', description: 'See what the articles say on a question, in order of date' },
    article: { name: 'article', description: 'Show an article: what is known about it, and its text' },
    sources: { name: 'sources', description: 'List the articles that are quoted from' },
    help: { name: 'help', description: 'Show what can be asked, and how' },
    status: { name: 'status', description: 'Show how many articles there are, and how the bot is doing' },
  },
  options: {
    question: { name: 'question', description: 'What you want to know, in your own language' },
    publisher: { name: 'publisher', description: 'Only articles of this publisher' },
    article: { name: 'article', description: 'One article: type words from its title' },
    after: { name: 'after', description: 'Only articles published on this day or later, such as 2025-02-18' },
    before: {
      name: 'before',
      description: 'Only articles published on this day or earlier, such as 2025-02-26',
    },
    language: { name: 'language', description: 'Only articles in this language' },
    page: { name: 'page', description: 'Which page, if there are several' },
    private: { name: 'private', description: 'Whether only you see the answer' },
  },
  findSources: 'Find sources',
  facts: {
    publisherUnknown: 'publisher unknown',
    dateUnknown: 'date unknown',
    languageUnknown: 'language unknown',
    inferred: (date) => `${date} (inferred)`,
    inLanguage: (language) => `in ${language}`,
    alsoIn: (articles) => `Also in ${articles}`,
    note: (text) => `Note: ${text}`,
    dateReason: (text) => `Date: ${text}`,
    characters: (value) => count(value, 'character', 'characters'),
    articles: (value) => count(value, 'article', 'articles'),
    open: 'open',
  },
  answer: {
    certainty: {
      high: 'This very likely answers it.',
      fair: 'This probably answers it.',
      low: 'This may answer it; check the context.',
    },
    page: (page, pages) => `page ${number(page)} of ${number(pages)}`,
    nearest: 'The nearest to it:',
    tooLong: 'The sentence that answers takes more room than a message has. It stands in:',
    only: (name) => `only ${name}`,
    after: (date) => `from ${date} on`,
    before: (date) => `until ${date}`,
    passages: 'What this article says on it, the closest first.',
    about: 'What the articles say about this message.',
    nothingAbout: 'The articles say nothing about this message.',
  },
  compare: {
    heading: 'The best quote of each publisher.',
    nothing: 'Nothing was found on it.',
  },
  timeline: { heading: 'What the articles say on it, by date.' },
  article: {
    part: (from, to, length) => `Characters ${number(from)} to ${number(to)} of ${number(length)}`,
  },
  buttons: {
    previous: '◀ Previous',
    next: 'Next ▶',
    more: 'More quotes',
    context: (which) => (which === null ? 'In context' : `Context ${which}`),
    passages: 'More from this article',
    share: 'Show everyone',
    askAgain: 'Ask again',
    earlier: '◀ Earlier',
    later: 'Later ▶',
    good: '👍',
    bad: '👎',
  },
  selects: {
    askAgain: 'Ask again, only about …',
    allArticles: 'All articles',
    openArticle: 'Open an article …',
  },
  status: {
    articles: (value) => count(value, 'article', 'articles'),
    passages: (value) => count(value, 'passage', 'passages'),
    built: (when, from) => `Index built ${when} from ${from}`,
    model: (name) => `Model: ${name}`,
    version: (version) => `Version ${version}`,
    uptime: (duration) => `Up for ${duration}`,
    times: (value, median, p95) =>
      `The last ${count(value, 'answer', 'answers')}: half within ${number(median)} ms, 95 % within ${number(p95)} ms`,
    noTimes: 'Nothing has been asked yet',
  },
  help: {
    heading:
      'Ask about the articles in your own language. You get quotes from them, or are told that there are none.',
    lines: [
      '**Context** shows where a quote comes from, to you alone. The menu below an answer asks again, about one publisher or one time only.',
      'On any message: **Apps → Find sources** looks for passages about what it says.',
      'With `private`, only you see the answer. The search runs on the computer that this bot runs on, and nowhere else.',
    ],
  },
  refusals: {
    'no-words': () => 'There is no word in this. Ask in a sentence.',
    greeting: () => 'Only questions about the articles are answered. Ask what you want to know from them.',
    'unknown-script': () =>
      'The model does not know this script, so the articles cannot be searched. Ask in Latin or Cyrillic letters.',
    'off-subject': () => 'The articles are about other things.',
    'not-in-the-articles': () => 'The articles do not answer this.',
    unmentioned: ({ names, isClear }) =>
      `No article ${isClear ? 'mentions' : 'seems to mention'} ${or(names)}.`,
    'other-days': (_, days) => `Nothing was found on this for ${or(days)}.`,
  },
  notices: {
    'question-length': ({ length, min, max }) => {
      const expected = questionLength(min, max);
      if (length < min) {
        const found = length === 0 ? 'this one is empty' : `this one has ${length}`;
        return `${expected}; ${found}. Ask, for example, "Who led the delegation?"`;
      }
      return `${expected}; this one has ${number(length)}. Ask one thing, in a sentence.`;
    },
    'control-characters': ({ min, max }) =>
      `${questionLength(min, max)}, all of them visible; this one holds control characters. Type it again.`,
    'no-day': ({ text }) => `A day is written like 2025-02-26; "${text}" is not a day.`,
    'no-such-article': ({ text, known, more }) => `There is no article "${text}". ${choice(known, more)}`,
    'no-such-publisher': ({ text, known, more }) => `No article is from "${text}". ${choice(known, more)}`,
    'no-such-language': ({ text, known, more }) =>
      `No article is in the language "${text}". ${choice(known, more)}`,
    'nothing-left': () =>
      'No article is left by these filters together. Leave one out, or ask for other days.',
    busy: () => 'The bot is busy; ask again in a moment.',
    stopping: () => 'The bot is being restarted; ask again in a moment.',
    fault: () => 'Something went wrong that should not have. Ask again in a moment.',
    'being-answered': () => 'This question is being answered here already.',
    'may-not-share': () => 'The bot may not write in this channel, so the answer stays with you.',
    'no-text': () => 'There are no words in this message to look for.',
    'no-such-command': ({ name }) => `There is no command /${name} any more.`,
    'cooldown-user': ({ seconds }) => `You can ask again in ${number(seconds)} s.`,
    'cooldown-guild': ({ seconds }) =>
      `The next question on this server can be asked in ${number(seconds)} s.`,
    'passage-gone': () =>
      'The articles have changed since: this passage is not in them any more, or reads otherwise. Ask again to see what they say now.',
    thanks: ({ isUp }) => `Noted: ${isUp ? '👍' : '👎'}. It stays on the machine of whoever runs this bot.`,
  },
};
