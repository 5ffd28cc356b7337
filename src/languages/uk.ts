import type { Phrases } from '../phrases.js';
import { countOf, listOf, numberOf } from '../wording.js';

const TAG = 'uk';
const number = numberOf(TAG);
const or = listOf(TAG, 'disjunction');
const count = countOf(TAG);
const quoted = (text: string): string => `«${text}»`;

const CHARACTERS = { one: 'символ', few: 'символи', many: 'символів', other: 'символу' };
const ARTICLES = { one: 'стаття', few: 'статті', many: 'статей', other: 'статті' };
const PASSAGES = { one: 'уривок', few: 'уривки', many: 'уривків', other: 'уривка' };
/** In the case that they stand in after "через". */
const SECONDS = { one: 'секунду', few: 'секунди', many: 'секунд', other: 'секунди' };

const choice = (known: string[], more: number): string => {
  if (known.length === 0) return 'У жодній статті це не вказано.';
  return `Можна вибрати: ${known.join(', ')}${more > 0 ? ` та ще ${number(more)}` : ''}.`;
};
const questionLength = (min: number, max: number): string =>
  `Запитання має містити від ${min} до ${max} символів`;

/** With "ви", as Discord speaks to its users. What is put in stands in quotation marks or after a colon: it is not declined. */
export const uk: Phrases = {
  tag: TAG,
  locales: ['uk'],
  commands: {
    ask: { name: 'запитати', description: 'Поставити запитання й отримати відповідь цитатами зі статей' },
    compare: { name: 'порівняти', description: 'Показати поруч, що пише про це кожне видання' },
    timeline: { name: 'хронологія', description: 'Показати за датами, що про це пишуть у статтях' },
    article: { name: 'стаття', description: 'Показати статтю: що про неї відомо та її текст' },
    sources: { name: 'джерела', description: 'Показати список статей, з яких беруться цитати' },
    help: { name: 'допомога', description: 'Показати, про що і як можна запитувати' },
    status: { name: 'стан', description: 'Показати, скільки всього статей і як працює бот' },
  },
  options: {
    question: { name: 'запитання', description: 'Що ви хочете дізнатися — вашою мовою' },
    publisher: { name: 'видання', description: 'Лише статті цього видання' },
    article: { name: 'стаття', description: 'Одна стаття: введіть слова з її заголовка' },
    after: {
      name: 'від',
      description: 'Лише статті, що вийшли цього дня або пізніше, наприклад 2025-02-18',
    },
    before: {
      name: 'до',
      description: 'Лише статті, що вийшли цього дня або раніше, наприклад 2025-02-26',
    },
    language: { name: 'мова', description: 'Лише статті цією мовою' },
    page: { name: 'сторінка', description: 'Номер сторінки, якщо їх кілька' },
    private: { name: 'лише-мені', description: 'Показати відповідь лише вам' },
  },
  findSources: 'Знайти джерела',
  facts: {
    publisherUnknown: 'видання невідоме',
    dateUnknown: 'дата невідома',
    languageUnknown: 'мова невідома',
    inferred: (date) => `${date} (за непрямими даними)`,
    inLanguage: (language) => `мова: ${language}`,
    alsoIn: (articles) => `Також опубліковано: ${articles}`,
    note: (text) => `Примітка: ${text}`,
    dateReason: (text) => `Дата: ${text}`,
    characters: (value) => count(value, CHARACTERS),
    articles: (value) => count(value, ARTICLES),
    open: 'відкрити',
  },
  answer: {
    certainty: {
      high: 'Майже напевно це відповідь.',
      fair: 'Найімовірніше, це відповідь.',
      low: 'Можливо, це відповідь; перевірте за контекстом.',
    },
    page: (page, pages) => `сторінка ${number(page)} з ${number(pages)}`,
    nearest: 'Найближче зі знайденого:',
    tooLong: 'Речення з відповіддю довше, ніж може бути повідомлення. Воно тут:',
    only: (name) => `лише ${name}`,
    after: (date) => `від ${date}`,
    before: (date) => `до ${date} включно`,
    passages: 'Що про це сказано в цій статті — спершу найближче.',
    about: 'Що є у статтях на тему цього повідомлення.',
    nothingAbout: 'У статтях нічого немає про це повідомлення.',
  },
  compare: {
    heading: 'Найкраща цитата з кожного видання.',
    nothing: 'Про це нічого не знайдено.',
  },
  timeline: { heading: 'Що про це пишуть у статтях, за датами.' },
  article: {
    part: (from, to, length) => `Символи ${number(from)}–${number(to)} з ${number(length)}`,
  },
  buttons: {
    previous: '◀ Назад',
    next: 'Далі ▶',
    more: 'Ще цитати',
    context: (which) => (which === null ? 'У контексті' : `Контекст ${which}`),
    passages: 'Ще з цієї статті',
    share: 'Показати всім',
    askAgain: 'Запитати ще раз',
    earlier: '◀ Вище',
    later: 'Нижче ▶',
    good: '👍',
    bad: '👎',
  },
  selects: {
    askAgain: 'Запитати ще раз, але лише…',
    allArticles: 'Усі статті',
    openArticle: 'Відкрити статтю…',
  },
  status: {
    articles: (value) => count(value, ARTICLES),
    passages: (value) => count(value, PASSAGES),
    built: (when, from) => `Індекс побудовано: ${when}, папка: ${from}`,
    model: (name) => `Модель: ${name}`,
    version: (version) => `Версія ${version}`,
    uptime: (duration) => `Працює: ${duration}`,
    times: (value, median, p95) =>
      `Останні відповіді (${number(value)}): половина — не довше ${number(median)} мс, 95 % — не довше ${number(p95)} мс`,
    noTimes: 'Запитань іще не було',
  },
  help: {
    heading: 'Запитуйте про статті своєю мовою. Відповідь — цитати з них; якщо їх немає, бот так і скаже.',
    lines: [
      '**Контекст** покаже лише вам, звідки взято цитату. Меню під відповіддю повторить запитання — для одного видання чи періоду.',
      'Для будь-якого повідомлення: **Застосунки → Знайти джерела** — пошук уривків на його тему.',
      'З параметром `лише-мені` відповідь побачите тільки ви. Пошук іде на комп’ютері, де працює цей бот, і більше ніде.',
    ],
  },
  refusals: {
    'no-words': () => 'Тут немає жодного слова. Поставте запитання реченням.',
    greeting: () => 'Бот відповідає лише на запитання про статті. Запитайте, що ви хочете з них дізнатися.',
    'unknown-script': () =>
      'Модель не знає цієї писемності, тож шукати у статтях не вийде. Запитайте латиницею або кирилицею.',
    'off-subject': () => 'У статтях ідеться про інше.',
    'not-in-the-articles': () => 'У статтях немає відповіді на це запитання.',
    unmentioned: ({ names, isClear }) =>
      `${isClear ? 'Жодна' : 'Схоже, жодна'} стаття не згадує ${or(names.map(quoted))}.`,
    'other-days': (_, days) => `За ${or(days)} про це нічого не знайдено.`,
  },
  notices: {
    'question-length': ({ length, min, max }) => {
      const expected = questionLength(min, max);
      if (length < min) {
        const found = length === 0 ? 'це порожнє' : `у цьому — ${length}`;
        return `${expected}; ${found}. Запитайте, наприклад: «Хто очолював делегацію?»`;
      }
      return `${expected}; у цьому — ${number(length)}. Запитайте про щось одне, одним реченням.`;
    },
    'control-characters': ({ min, max }) =>
      `${questionLength(min, max)}, лише видимих; у цьому є керувальні символи. Введіть запитання ще раз.`,
    'no-day': ({ text }) => `Дату пишуть так: 2025-02-26; ${quoted(text)} — не дата.`,
    'no-such-article': ({ text, known, more }) =>
      `Статтю ${quoted(text)} не знайдено. ${choice(known, more)}`,
    'no-such-publisher': ({ text, known, more }) =>
      `Немає статей видання ${quoted(text)}. ${choice(known, more)}`,
    'no-such-language': ({ text, known, more }) =>
      `Немає статей такою мовою: ${quoted(text)}. ${choice(known, more)}`,
    'nothing-left': () =>
      'Усім цим фільтрам разом не відповідає жодна стаття. Приберіть один із них або виберіть інші дати.',
    busy: () => 'Бот зараз зайнятий; запитайте ще раз трохи згодом.',
    stopping: () => 'Бот перезапускається; запитайте ще раз трохи згодом.',
    fault: () => 'Сталася помилка, якої не мало бути. Запитайте ще раз трохи згодом.',
    'being-answered': () => 'Відповідь на це запитання тут уже готується.',
    'may-not-share': () => 'Бот не має права писати в цьому каналі, тому відповідь бачите лише ви.',
    'no-text': () => 'У цьому повідомленні немає слів, за якими можна шукати.',
    'no-such-command': ({ name }) => `Команди /${name} більше немає.`,
    'cooldown-user': ({ seconds }) => `Ви зможете запитати знову через ${count(seconds, SECONDS)}.`,
    'cooldown-guild': ({ seconds }) =>
      `Наступне запитання на цьому сервері можна поставити через ${count(seconds, SECONDS)}.`,
    'passage-gone': () =>
      'Статті відтоді змінилися: цього місця в них більше немає або воно звучить інакше. Запитайте ще раз, щоб дізнатися, що в них тепер.',
    thanks: ({ isUp }) =>
      `Занотовано: ${isUp ? '👍' : '👎'}. Це залишиться на комп’ютері, де працює цей бот.`,
  },
};
