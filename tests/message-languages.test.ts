import { describe, expect, it } from 'vitest';
import { summaryOf } from '../src/article/article.js';
import { loadLanguages } from '../src/load-languages.js';
import type { View } from '../src/view.js';
import { readMessage } from './discord/render.js';
import { sent } from './discord/sent.js';
import { ARTICLE, answerOf, answerView, quoteOf, sentence } from './made-views.js';

const languages = await loadLanguages();
const bare = { note: null, url: null };
const article = summaryOf(ARTICLE);
const undated = sentence('Six came.', { ...bare, date: null, publisher: null, language: 'en' });
const choices = { publishers: ['AP'], periods: ['2025-02', '2025-03'] };
const filters = { language: 'de', after: '2025-02-01', before: '2025-02-28' };

const VIEWS: View[] = [
  answerView(
    answerOf([quoteOf('One came. Two came.', 'Two came.'), { ...undated, alsoIn: [article] }], { pages: 2 }),
    { filters, choices },
  ),
  answerView(
    answerOf([], {
      answered: false,
      reason: '',
      refusal: { kind: 'other-days', days: ['2025-03-01'] as never },
      nearest: [sentence('x', bare)],
    }),
    { filters: { before: '2025-03-01' } },
  ),
  {
    kind: 'compare',
    question: 'Who came?',
    publishers: [
      { publisher: 'The Paper', quote: sentence('One came.', bare) },
      { publisher: null, quote: null },
    ],
    filters: {},
    page: 2,
    pages: 3,
  },
  { kind: 'timeline', answer: answerOf([sentence('One came.', bare), undated]), filters: {} },
  {
    kind: 'article',
    article: { ...article, length: 8_200, language: 'en' },
    text: ARTICLE.text,
    start: 2_100,
    end: 2_156,
    cuts: [],
    highlight: null,
    question: 'Who came?',
  },
  { kind: 'sources', articles: [{ ...article, ...bare, language: null }], page: 1, pages: 2, total: 6 },
  {
    kind: 'status',
    articles: 4,
    passages: 1_231,
    built: '2026-11-22T18:05:59.123Z',
    from: 'seeds',
    model: 'e5',
    version: '0.1.0',
    running: { seconds: 93_600, times: { count: 100, median: 31, p95: 88 } },
  },
  { kind: 'help' },
  { kind: 'notice', notice: { kind: 'cooldown-user', seconds: 3 }, question: 'Who came?' },
];

/** Spaces that do not break, of which languages have several before units and signs, as common ones. */
const shown = (locale: string, view: View): string =>
  readMessage(sent(view, languages.readerOf(locale), { isPrivate: true })).replace(/[\u00a0\u202f]/g, ' ');

const all = (locale: string): string => VIEWS.map((view) => shown(locale, view)).join('\n\n');

describe('messages read', () => {
  it('in English', () => {
    expect(all('en-GB')).toMatchInlineSnapshot(`
      "Who came?
      This very likely answers it · only German · only February 2025 · page 1 of 2
      —
      One came. Two came.
      The Paper · The talks · 18 Feb 2025 (inferred) · in German · open
      Note: a machine translation
      —
      Six came.
      The talks · publisher unknown · date unknown
      Also in The Paper, The talks, 18 Feb 2025 (inferred)
      [Context 1] [Context 2]
      [More quotes] [Show everyone] [👍] [👎]
      [Ask again, only about … ▾ All articles / AP / March 2025]

      Who came?
      until 1 Mar 2025
      Nothing was found on this for 1 Mar 2025.
      —
      The nearest to it:
      The Paper · The talks · 18 Feb 2025 (inferred) · in German
      [In context]
      [👍] [👎]
      [Ask again, only about … ▾ All articles]

      Who came?
      The best quote of each publisher · page 2 of 3
      —
      One came.
      1 · The Paper · The talks · 18 Feb 2025 (inferred) · in German
      —
      publisher unknown · Nothing was found on it.
      [In context]
      [◀ Previous] [Next ▶] [Show everyone]

      Who came?
      What the articles say on it, by date.
      18 Feb 2025 (inferred)
      One came.
      1 · The Paper · The talks · in German
      date unknown
      Six came.
      2 · The talks · publisher unknown
      [Context 1] [Context 2]
      [Show everyone]

      Who came?
      The talks
      The Paper · 18 Feb 2025 (inferred) · English · 8,200 characters · open
      Ann Lee and Bo Ek
      Date: it says "on Tuesday"
      Note: a machine translation
      —
      One came. Two came.

      Three came. Four left. Five stayed.
      Characters 2,101 to 2,156 of 8,200
      [◀ Earlier] [Later ▶] [More from this article]

      6 articles · page 1 of 2
      —
      The talks
      The Paper · 18 Feb 2025 (inferred) · language unknown · 56 characters
      Date: it says "on Tuesday"
      [Next ▶]
      [Open an article … ▾ The talks]

      4 articles
      1,231 passages
      Index built 22 Nov 2026, 18:05 UTC from seeds
      Model: e5
      Version 0.1.0
      Up for 1 day 2 hrs
      The last 100 answers: half within 31 ms, 95 % within 88 ms

      Ask about the articles in your own language. You get quotes from them, or are told that there are none.
      /ask Answer a question with quotes from the articles
      /compare See what each publisher says on a question, side by side
      /timeline See what the articles say on a question, in order of date
      /article Show an article: what is known about it, and its text
      /sources List the articles that are quoted from
      /status Show how many articles there are, and how the bot is doing
      Context shows where a quote comes from, to you alone. The menu below an answer asks again, about one publisher or one time only.
      On any message: Apps → Find sources looks for passages about what it says.
      With private, only you see the answer. The search runs on the computer that this bot runs on, and nowhere else.

      Who came?
      You can ask again in 3 s.
      [Ask again]"
    `);
  });

  it('in German', () => {
    expect(all('de')).toMatchInlineSnapshot(`
      "Who came?
      Das ist sehr wahrscheinlich die Antwort · nur Deutsch · nur Februar 2025 · Seite 1 von 2
      —
      One came. Two came.
      The Paper · The talks · 18. Feb. 2025 (erschlossen) · öffnen
      Hinweis: a machine translation
      —
      Six came.
      The talks · Medium unbekannt · Datum unbekannt · auf Englisch
      Auch in: The Paper, The talks, 18. Feb. 2025 (erschlossen)
      [Kontext 1] [Kontext 2]
      [Mehr Zitate] [Allen zeigen] [👍] [👎]
      [Noch einmal fragen, aber nur … ▾ Alle Artikel / AP / März 2025]

      Who came?
      bis 1. März 2025
      Für den 1. März 2025 findet sich dazu nichts.
      —
      Am ehesten passt noch:
      The Paper · The talks · 18. Feb. 2025 (erschlossen)
      [Im Kontext]
      [👍] [👎]
      [Noch einmal fragen, aber nur … ▾ Alle Artikel]

      Who came?
      Das beste Zitat aus jedem Medium · Seite 2 von 3
      —
      One came.
      1 · The Paper · The talks · 18. Feb. 2025 (erschlossen)
      —
      Medium unbekannt · Dazu wurde nichts gefunden.
      [Im Kontext]
      [◀ Zurück] [Weiter ▶] [Allen zeigen]

      Who came?
      Was in den Artikeln dazu steht, nach Datum.
      18. Feb. 2025 (erschlossen)
      One came.
      1 · The Paper · The talks
      Datum unbekannt
      Six came.
      2 · The talks · Medium unbekannt · auf Englisch
      [Kontext 1] [Kontext 2]
      [Allen zeigen]

      Who came?
      The talks
      The Paper · 18. Feb. 2025 (erschlossen) · Englisch · 8.200 Zeichen · öffnen
      Ann Lee und Bo Ek
      Datum: it says "on Tuesday"
      Hinweis: a machine translation
      —
      One came. Two came.

      Three came. Four left. Five stayed.
      Zeichen 2.101 bis 2.156 von 8.200
      [◀ Weiter oben] [Weiter unten ▶] [Mehr aus dem Artikel]

      6 Artikel · Seite 1 von 2
      —
      The talks
      The Paper · 18. Feb. 2025 (erschlossen) · Sprache unbekannt · 56 Zeichen
      Datum: it says "on Tuesday"
      [Weiter ▶]
      [Artikel öffnen … ▾ The talks]

      4 Artikel
      1.231 Textstellen
      Index erstellt: 22.11.2026, 18:05 UTC, aus seeds
      Modell: e5
      Version 0.1.0
      Läuft seit 1 Tg. 2 Std.
      Letzte Antworten (100): die Hälfte in höchstens 31 ms, 95 % in höchstens 88 ms

      Frag in deiner Sprache nach dem, was in den Artikeln steht. Du bekommst Zitate – oder erfährst, dass es keine gibt.
      /fragen Beantwortet eine Frage mit Zitaten aus den Artikeln
      /vergleichen Zeigt nebeneinander, was jedes Medium zu einer Frage schreibt
      /zeitleiste Ordnet nach Datum, was in den Artikeln zu einer Frage steht
      /artikel Zeigt einen Artikel: was über ihn bekannt ist, und seinen Text
      /quellen Listet die Artikel auf, aus denen zitiert wird
      /status Zeigt, wie viele Artikel es gibt und wie es dem Bot geht
      Kontext zeigt nur dir, wo ein Zitat steht. Das Menü unter einer Antwort fragt noch einmal, nur in einem Medium oder einem Zeitraum.
      Bei jeder Nachricht: Apps → Quellen finden sucht Textstellen, die zu ihr passen.
      Mit privat siehst nur du die Antwort. Gesucht wird auf dem Rechner, auf dem dieser Bot läuft, und nirgends sonst.

      Who came?
      Du kannst in 3 Sekunden wieder fragen.
      [Noch einmal fragen]"
    `);
  });

  it('in Russian', () => {
    expect(all('ru')).toMatchInlineSnapshot(`
      "Who came?
      Почти наверняка это ответ · только немецкий · только февраль 2025 г. · страница 1 из 2
      —
      One came. Two came.
      The Paper · The talks · 18 февр. 2025 г. (по косвенным данным) · язык: немецкий · открыть
      Примечание: a machine translation
      —
      Six came.
      The talks · издание неизвестно · дата неизвестна · язык: английский
      Также опубликовано: The Paper, The talks, 18 февр. 2025 г. (по косвенным данным)
      [Контекст 1] [Контекст 2]
      [Ещё цитаты] [Показать всем] [👍] [👎]
      [Спросить ещё раз, но только… ▾ Все статьи / AP / март 2025 г.]

      Who came?
      по 1 мар. 2025 г.
      За 1 мар. 2025 г. об этом ничего не найдено.
      —
      Самое близкое из найденного:
      The Paper · The talks · 18 февр. 2025 г. (по косвенным данным) · язык: немецкий
      [В контексте]
      [👍] [👎]
      [Спросить ещё раз, но только… ▾ Все статьи]

      Who came?
      Лучшая цитата из каждого издания · страница 2 из 3
      —
      One came.
      1 · The Paper · The talks · 18 февр. 2025 г. (по косвенным данным) · язык: немецкий
      —
      издание неизвестно · Об этом ничего не найдено.
      [В контексте]
      [◀ Назад] [Далее ▶] [Показать всем]

      Who came?
      Что об этом пишут в статьях, по датам.
      18 февр. 2025 г. (по косвенным данным)
      One came.
      1 · The Paper · The talks · язык: немецкий
      дата неизвестна
      Six came.
      2 · The talks · издание неизвестно · язык: английский
      [Контекст 1] [Контекст 2]
      [Показать всем]

      Who came?
      The talks
      The Paper · 18 февр. 2025 г. (по косвенным данным) · английский · 8 200 символов · открыть
      Ann Lee и Bo Ek
      Дата: it says "on Tuesday"
      Примечание: a machine translation
      —
      One came. Two came.

      Three came. Four left. Five stayed.
      Символы 2 101–2 156 из 8 200
      [◀ Выше] [Ниже ▶] [Ещё из этой статьи]

      6 статей · страница 1 из 2
      —
      The talks
      The Paper · 18 февр. 2025 г. (по косвенным данным) · язык неизвестен · 56 символов
      Дата: it says "on Tuesday"
      [Далее ▶]
      [Открыть статью… ▾ The talks]

      4 статьи
      1 231 фрагмент
      Индекс построен: 22 нояб. 2026 г., 18:05 UTC, папка: seeds
      Модель: e5
      Версия 0.1.0
      Работает: 1 дн. 2 ч
      Последние ответы (100): половина — не дольше 31 мс, 95 % — не дольше 88 мс

      Задавайте вопросы по статьям на своём языке. Ответ — цитаты из них; если их нет, бот так и скажет.
      /спросить Задать вопрос и получить ответ цитатами из статей
      /сравнить Показать рядом, что пишет об этом каждое издание
      /хронология Показать по датам, что об этом пишут в статьях
      /статья Показать статью: что о ней известно и её текст
      /источники Показать список статей, из которых берутся цитаты
      /статус Показать, сколько всего статей и как работает бот
      Контекст покажет только вам, откуда взята цитата. Меню под ответом повторит вопрос — для одного издания или периода.
      Для любого сообщения: Приложения → Найти источники — поиск фрагментов по его теме.
      С параметром только-мне ответ увидите лишь вы. Поиск идёт на компьютере, где работает этот бот, и больше нигде.

      Who came?
      Вы сможете спросить снова через 3 секунды.
      [Спросить ещё раз]"
    `);
  });
});
