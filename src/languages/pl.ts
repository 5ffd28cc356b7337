import type { Phrases } from '../phrases.js';
import { countOf, listOf, noneOf, numberOf } from '../wording.js';

const TAG = 'pl';
const number = numberOf(TAG);
const or = listOf(TAG, 'disjunction');
const nor = noneOf('ani');
const count = countOf(TAG);
const quoted = (text: string): string => `„${text}”`;

const CHARACTERS = { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' };
const ARTICLES = { one: 'artykuł', few: 'artykuły', many: 'artykułów', other: 'artykułu' };
const PASSAGES = { one: 'fragment', few: 'fragmenty', many: 'fragmentów', other: 'fragmentu' };
/** In the case that they stand in after "za". */
const SECONDS = { one: 'sekundę', few: 'sekundy', many: 'sekund', other: 'sekundy' };

const choice = (known: string[], more: number): string => {
  if (known.length === 0) return 'Żaden artykuł tego nie podaje.';
  return `Do wyboru: ${known.join(', ')}${more > 0 ? ` i jeszcze ${number(more)}` : ''}.`;
};
const questionLength = (min: number, max: number): string => `Pytanie ma od ${min} do ${max} znaków`;

/** With "ty", as Discord speaks to its users. What is put in stands in quotation marks or after a colon: it is not declined. */
export const pl: Phrases = {
  tag: TAG,
  locales: ['pl'],
  commands: {
    ask: { name: 'zapytaj', description: 'Odpowiada na pytanie cytatami z artykułów' },
    compare: { name: 'porównaj', description: 'Pokazuje obok siebie, co każda redakcja pisze na dany temat' },
    timeline: {
      name: 'chronologia',
      description: 'Układa według dat to, co w artykułach napisano na dany temat',
    },
    article: { name: 'artykuł', description: 'Pokazuje artykuł: co o nim wiadomo i jego treść' },
    sources: { name: 'źródła', description: 'Wyświetla listę artykułów, z których pochodzą cytaty' },
    help: { name: 'pomoc', description: 'Pokazuje, o co i jak można pytać' },
    status: { name: 'stan', description: 'Pokazuje, ile jest artykułów i jak działa bot' },
  },
  options: {
    question: { name: 'pytanie', description: 'Co chcesz wiedzieć, w swoim języku' },
    publisher: { name: 'redakcja', description: 'Tylko artykuły tej redakcji' },
    article: { name: 'artykuł', description: 'Jeden artykuł: wpisz słowa z jego tytułu' },
    after: {
      name: 'od',
      description: 'Tylko artykuły z tego dnia lub późniejsze, na przykład 2025-02-18',
    },
    before: {
      name: 'do',
      description: 'Tylko artykuły z tego dnia lub wcześniejsze, na przykład 2025-02-26',
    },
    language: { name: 'język', description: 'Tylko artykuły w tym języku' },
    page: { name: 'strona', description: 'Która strona, jeśli jest ich kilka' },
    private: { name: 'prywatnie', description: 'Odpowiedź widoczna tylko dla ciebie' },
  },
  findSources: 'Znajdź źródła',
  facts: {
    publisherUnknown: 'redakcja nieznana',
    dateUnknown: 'data nieznana',
    languageUnknown: 'język nieznany',
    inferred: (date) => `${date} (data ustalona pośrednio)`,
    inLanguage: (language) => `język: ${language}`,
    alsoIn: (articles) => `Opublikowano też: ${articles}`,
    note: (text) => `Uwaga: ${text}`,
    dateReason: (text) => `Data: ${text}`,
    characters: (value) => count(value, CHARACTERS),
    articles: (value) => count(value, ARTICLES),
    open: 'otwórz',
  },
  answer: {
    certainty: {
      high: 'To prawie na pewno odpowiedź.',
      fair: 'To prawdopodobnie odpowiedź.',
      low: 'To może być odpowiedź; sprawdź kontekst.',
    },
    page: (page, pages) => `strona ${number(page)} z ${number(pages)}`,
    nearest: 'Najbardziej zbliżone:',
    tooLong: 'Zdanie z odpowiedzią jest dłuższe, niż może być wiadomość. Znajduje się tutaj:',
    only: (name) => `tylko ${name}`,
    after: (date) => `od ${date}`,
    before: (date) => `do ${date}`,
    passages: 'Co o tym napisano w tym artykule – najpierw to, co najbliższe.',
    about: 'Co w artykułach napisano na temat tej wiadomości.',
    nothingAbout: 'Artykuły nic nie mówią o tej wiadomości.',
  },
  compare: {
    heading: 'Najlepszy cytat z każdej redakcji.',
    nothing: 'Nic o tym nie znaleziono.',
  },
  timeline: { heading: 'Co o tym napisano w artykułach, według dat.' },
  article: {
    part: (from, to, length) => `Znaki ${number(from)}–${number(to)} z ${number(length)}`,
  },
  buttons: {
    previous: '◀ Wstecz',
    next: 'Dalej ▶',
    more: 'Więcej cytatów',
    context: (which) => (which === null ? 'W kontekście' : `Kontekst ${which}`),
    passages: 'Więcej z artykułu',
    share: 'Pokaż wszystkim',
    askAgain: 'Zapytaj ponownie',
    earlier: '◀ Wyżej',
    later: 'Niżej ▶',
    good: '👍',
    bad: '👎',
  },
  selects: {
    askAgain: 'Zapytaj ponownie, ale tylko…',
    allArticles: 'Wszystkie artykuły',
    openArticle: 'Otwórz artykuł…',
  },
  status: {
    articles: (value) => count(value, ARTICLES),
    passages: (value) => count(value, PASSAGES),
    built: (when, from) => `Indeks utworzono: ${when}, folder: ${from}`,
    model: (name) => `Model: ${name}`,
    version: (version) => `Wersja ${version}`,
    uptime: (duration) => `Czas działania: ${duration}`,
    times: (value, median, p95) =>
      `Ostatnie odpowiedzi (${number(value)}): połowa w ciągu ${number(median)} ms, 95% w ciągu ${number(p95)} ms`,
    noTimes: 'Nikt jeszcze o nic nie zapytał',
  },
  help: {
    heading: 'Pytaj o treść artykułów w swoim języku. Dostaniesz cytaty albo informację, że ich nie ma.',
    lines: [
      '**Kontekst** pokazuje tylko tobie, skąd pochodzi cytat. Menu pod odpowiedzią powtarza pytanie – dla jednej redakcji lub jednego okresu.',
      'Przy dowolnej wiadomości: **Aplikacje → Znajdź źródła** szuka fragmentów na jej temat.',
      'Z opcją `prywatnie` odpowiedź widzisz tylko ty. Wyszukiwanie odbywa się na komputerze, na którym działa ten bot, i nigdzie indziej.',
    ],
  },
  refusals: {
    'no-words': () => 'Nie ma tu ani jednego słowa. Zapytaj pełnym zdaniem.',
    greeting: () => 'Bot odpowiada tylko na pytania o artykuły. Zapytaj, czego chcesz się z nich dowiedzieć.',
    'unknown-script': () =>
      'Model nie zna tego pisma, więc nie da się przeszukać artykułów. Zapytaj, używając alfabetu łacińskiego lub cyrylicy.',
    'off-subject': () => 'Artykuły są o czymś innym.',
    'not-in-the-articles': () => 'W artykułach nie ma na to odpowiedzi.',
    unmentioned: ({ names, isClear }) =>
      `${isClear ? 'W' : 'Wygląda na to, że w'} żadnym artykule nie pojawia się ${nor(names.map(quoted))}.`,
    'other-days': (_, days) => `Nic o tym nie znaleziono pod datą: ${or(days)}.`,
  },
  notices: {
    'question-length': ({ length, min, max }) => {
      const expected = questionLength(min, max);
      if (length < min) {
        const found = length === 0 ? 'to jest puste' : `to ma ${length}`;
        return `${expected}; ${found}. Zapytaj na przykład: „Kto stał na czele delegacji?”`;
      }
      return `${expected}; to ma ${number(length)}. Zapytaj o jedną rzecz, jednym zdaniem.`;
    },
    'control-characters': ({ min, max }) =>
      `${questionLength(min, max)}, wyłącznie widocznych; to zawiera znaki sterujące. Wpisz pytanie jeszcze raz.`,
    'no-day': ({ text }) => `Datę zapisuje się tak: 2025-02-26; ${quoted(text)} to nie data.`,
    'no-such-article': ({ text, known, more }) => `Nie ma artykułu ${quoted(text)}. ${choice(known, more)}`,
    'no-such-publisher': ({ text, known, more }) =>
      `Nie ma artykułów redakcji ${quoted(text)}. ${choice(known, more)}`,
    'no-such-language': ({ text, known, more }) =>
      `Nie ma artykułów w języku ${quoted(text)}. ${choice(known, more)}`,
    'nothing-left': () =>
      'Żaden artykuł nie spełnia wszystkich tych filtrów naraz. Usuń jeden z nich albo wybierz inne dni.',
    busy: () => 'Bot jest teraz zajęty; zapytaj ponownie za chwilę.',
    stopping: () => 'Bot uruchamia się ponownie; zapytaj jeszcze raz za chwilę.',
    fault: () => 'Coś poszło nie tak, choć nie powinno. Zapytaj ponownie za chwilę.',
    'being-answered': () => 'Odpowiedź na to pytanie jest tu już przygotowywana.',
    'may-not-share': () => 'Bot nie może pisać na tym kanale, więc odpowiedź widzisz tylko ty.',
    'no-text': () => 'W tej wiadomości nie ma słów, których można by szukać.',
    'no-such-command': ({ name }) => `Polecenia /${name} już nie ma.`,
    'cooldown-user': ({ seconds }) => `Możesz zapytać ponownie za ${count(seconds, SECONDS)}.`,
    'cooldown-guild': ({ seconds }) =>
      `Następne pytanie na tym serwerze można zadać za ${count(seconds, SECONDS)}.`,
    'passage-gone': () =>
      'Artykuły od tego czasu się zmieniły: tego fragmentu już w nich nie ma albo brzmi inaczej. Zapytaj ponownie, aby zobaczyć, co w nich jest teraz.',
    thanks: ({ isUp }) =>
      `Zapisano: ${isUp ? '👍' : '👎'}. Zostaje to na komputerze, na którym działa ten bot.`,
  },
};
