import type { Phrases } from '../phrases.js';
import { countOf, listOf, numberOf } from '../wording.js';

const TAG = 'ru';
const number = numberOf(TAG);
const or = listOf(TAG, 'disjunction');
const count = countOf(TAG);
const quoted = (text: string): string => `«${text}»`;

const CHARACTERS = { one: 'символ', few: 'символа', many: 'символов', other: 'символа' };
const ARTICLES = { one: 'статья', few: 'статьи', many: 'статей', other: 'статьи' };
const PASSAGES = { one: 'фрагмент', few: 'фрагмента', many: 'фрагментов', other: 'фрагмента' };
/** In the case that they stand in after "через". */
const SECONDS = { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' };

const choice = (known: string[], more: number): string => {
  if (known.length === 0) return 'Ни в одной статье это не указано.';
  return `Можно выбрать: ${known.join(', ')}${more > 0 ? ` и ещё ${number(more)}` : ''}.`;
};
const questionLength = (min: number, max: number): string =>
  `В вопросе должно быть от ${min} до ${max} символов`;

/** With "вы", as Discord speaks to its users. What is put in stands in quotation marks or after a colon: it is not declined. */
export const ru: Phrases = {
  tag: TAG,
  locales: ['ru'],
  commands: {
    ask: { name: 'спросить', description: 'Задать вопрос и получить ответ цитатами из статей' },
    compare: { name: 'сравнить', description: 'Показать рядом, что пишет об этом каждое издание' },
    timeline: { name: 'хронология', description: 'Показать по датам, что об этом пишут в статьях' },
    article: { name: 'статья', description: 'Показать статью: что о ней известно и её текст' },
    sources: { name: 'источники', description: 'Показать список статей, из которых берутся цитаты' },
    help: { name: 'помощь', description: 'Показать, о чём и как можно спрашивать' },
    status: { name: 'статус', description: 'Показать, сколько всего статей и как работает бот' },
  },
  options: {
    question: { name: 'вопрос', description: 'Что вы хотите узнать — на вашем языке' },
    publisher: { name: 'издание', description: 'Только статьи этого издания' },
    article: { name: 'статья', description: 'Одна статья: введите слова из её заголовка' },
    after: {
      name: 'с-даты',
      description: 'Только статьи, вышедшие в этот день или позже, например 2025-02-18',
    },
    before: {
      name: 'по-дату',
      description: 'Только статьи, вышедшие в этот день или раньше, например 2025-02-26',
    },
    language: { name: 'язык', description: 'Только статьи на этом языке' },
    page: { name: 'страница', description: 'Номер страницы, если их несколько' },
    private: { name: 'только-мне', description: 'Показать ответ только вам' },
  },
  findSources: 'Найти источники',
  facts: {
    publisherUnknown: 'издание неизвестно',
    dateUnknown: 'дата неизвестна',
    languageUnknown: 'язык неизвестен',
    inferred: (date) => `${date} (по косвенным данным)`,
    inLanguage: (language) => `язык: ${language}`,
    alsoIn: (articles) => `Также опубликовано: ${articles}`,
    note: (text) => `Примечание: ${text}`,
    dateReason: (text) => `Дата: ${text}`,
    characters: (value) => count(value, CHARACTERS),
    articles: (value) => count(value, ARTICLES),
    open: 'открыть',
  },
  answer: {
    certainty: {
      high: 'Почти наверняка это ответ.',
      fair: 'Скорее всего, это ответ.',
      low: 'Возможно, это ответ; проверьте по контексту.',
    },
    page: (page, pages) => `страница ${number(page)} из ${number(pages)}`,
    nearest: 'Самое близкое из найденного:',
    tooLong: 'Предложение с ответом длиннее, чем может быть сообщение. Оно находится здесь:',
    only: (name) => `только ${name}`,
    after: (date) => `с ${date}`,
    before: (date) => `по ${date}`,
    passages: 'Что об этом сказано в этой статье — сначала самое близкое.',
    about: 'Что есть в статьях по теме этого сообщения.',
    nothingAbout: 'В статьях ничего нет об этом сообщении.',
  },
  compare: {
    heading: 'Лучшая цитата из каждого издания.',
    nothing: 'Об этом ничего не найдено.',
  },
  timeline: { heading: 'Что об этом пишут в статьях, по датам.' },
  article: {
    part: (from, to, length) => `Символы ${number(from)}–${number(to)} из ${number(length)}`,
  },
  buttons: {
    previous: '◀ Назад',
    next: 'Далее ▶',
    more: 'Ещё цитаты',
    context: (which) => (which === null ? 'В контексте' : `Контекст ${which}`),
    passages: 'Ещё из этой статьи',
    share: 'Показать всем',
    askAgain: 'Спросить ещё раз',
    earlier: '◀ Выше',
    later: 'Ниже ▶',
    good: '👍',
    bad: '👎',
  },
  selects: {
    askAgain: 'Спросить ещё раз, но только…',
    allArticles: 'Все статьи',
    openArticle: 'Открыть статью…',
  },
  status: {
    articles: (value) => count(value, ARTICLES),
    passages: (value) => count(value, PASSAGES),
    built: (when, from) => `Индекс построен: ${when}, папка: ${from}`,
    model: (name) => `Модель: ${name}`,
    version: (version) => `Версия ${version}`,
    uptime: (duration) => `Работает: ${duration}`,
    times: (value, median, p95) =>
      `Последние ответы (${number(value)}): половина — не дольше ${number(median)} мс, 95 % — не дольше ${number(p95)} мс`,
    noTimes: 'Вопросов ещё не было',
  },
  help: {
    heading:
      'Задавайте вопросы по статьям на своём языке. Ответ — цитаты из них; если их нет, бот так и скажет.',
    lines: [
      '**Контекст** покажет только вам, откуда взята цитата. Меню под ответом повторит вопрос — для одного издания или периода.',
      'Для любого сообщения: **Приложения → Найти источники** — поиск фрагментов по его теме.',
      'С параметром `только-мне` ответ увидите лишь вы. Поиск идёт на компьютере, где работает этот бот, и больше нигде.',
    ],
  },
  refusals: {
    'no-words': () => 'Здесь нет ни одного слова. Задайте вопрос предложением.',
    greeting: () => 'Бот отвечает только на вопросы о статьях. Спросите, что вы хотите из них узнать.',
    'unknown-script': () =>
      'Модель не знает этой письменности, поэтому искать в статьях не получится. Спросите латиницей или кириллицей.',
    'off-subject': () => 'В статьях речь идёт о другом.',
    'not-in-the-articles': () => 'В статьях нет ответа на этот вопрос.',
    unmentioned: ({ names, isClear }) =>
      `${isClear ? 'Ни' : 'Похоже, ни'} одна статья не упоминает ${or(names.map(quoted))}.`,
    'other-days': (_, days) => `За ${or(days)} об этом ничего не найдено.`,
  },
  notices: {
    'question-length': ({ length, min, max }) => {
      const expected = questionLength(min, max);
      if (length < min) {
        const found = length === 0 ? 'этот пуст' : `в этом — ${length}`;
        return `${expected}; ${found}. Спросите, например: «Кто возглавлял делегацию?»`;
      }
      return `${expected}; в этом — ${number(length)}. Спросите о чём-то одном, одним предложением.`;
    },
    'control-characters': ({ min, max }) =>
      `${questionLength(min, max)}, только видимых; в этом есть управляющие символы. Введите вопрос заново.`,
    'no-day': ({ text }) => `Дату пишут так: 2025-02-26; ${quoted(text)} — не дата.`,
    'no-such-article': ({ text, known, more }) => `Статья ${quoted(text)} не найдена. ${choice(known, more)}`,
    'no-such-publisher': ({ text, known, more }) =>
      `Нет статей издания ${quoted(text)}. ${choice(known, more)}`,
    'no-such-language': ({ text, known, more }) =>
      `Нет статей на языке ${quoted(text)}. ${choice(known, more)}`,
    'nothing-left': () =>
      'Всем этим фильтрам сразу не соответствует ни одна статья. Уберите один из них или выберите другие даты.',
    busy: () => 'Бот сейчас занят; спросите ещё раз чуть позже.',
    stopping: () => 'Бот перезапускается; спросите ещё раз чуть позже.',
    fault: () => 'Произошла ошибка, которой не должно было быть. Спросите ещё раз чуть позже.',
    'being-answered': () => 'Ответ на этот вопрос здесь уже готовится.',
    'may-not-share': () => 'У бота нет права писать в этом канале, поэтому ответ видите только вы.',
    'no-text': () => 'В этом сообщении нет слов, по которым можно искать.',
    'no-such-command': ({ name }) => `Команды /${name} больше нет.`,
    'cooldown-user': ({ seconds }) => `Вы сможете спросить снова через ${count(seconds, SECONDS)}.`,
    'cooldown-guild': ({ seconds }) =>
      `Следующий вопрос на этом сервере можно задать через ${count(seconds, SECONDS)}.`,
    'passage-gone': () =>
      'Статьи с тех пор изменились: этого места в них больше нет или оно звучит иначе. Спросите ещё раз, чтобы узнать, что в них теперь.',
    thanks: ({ isUp }) =>
      `Отмечено: ${isUp ? '👍' : '👎'}. Это останется на компьютере, где работает этот бот.`,
  },
};
