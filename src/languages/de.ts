import type { Phrases } from '../phrases.js';
import { countOf, listOf, numberOf } from '../wording.js';

const TAG = 'de';
const number = numberOf(TAG);
const or = listOf(TAG, 'disjunction');
const counted = countOf(TAG);
const count = (value: number, one: string, other: string): string => counted(value, { one, other });
const quoted = (text: string): string => `„${text}“`;

const choice = (known: string[], more: number): string => {
  if (known.length === 0) return 'In keinem Artikel ist das angegeben.';
  return `Zur Wahl stehen: ${known.join(', ')}${more > 0 ? ` und noch ${number(more)}` : ''}.`;
};
const questionLength = (min: number, max: number): string => `Eine Frage hat ${min} bis ${max} Zeichen`;

/** With "du", as Discord speaks to its users. */
export const de: Phrases = {
  tag: TAG,
  locales: ['de'],
  commands: {
    ask: { name: 'fragen', description: 'Beantwortet eine Frage mit Zitaten aus den Artikeln' },
    compare: {
      name: 'vergleichen',
      description: 'Zeigt nebeneinander, was jedes Medium zu einer Frage schreibt',
    },
    timeline: {
      name: 'zeitleiste',
      description: 'Ordnet nach Datum, was in den Artikeln zu einer Frage steht',
    },
    article: {
      name: 'artikel',
      description: 'Zeigt einen Artikel: was über ihn bekannt ist, und seinen Text',
    },
    sources: { name: 'quellen', description: 'Listet die Artikel auf, aus denen zitiert wird' },
    help: { name: 'hilfe', description: 'Zeigt, was du fragen kannst und wie' },
    status: { name: 'status', description: 'Zeigt, wie viele Artikel es gibt und wie es dem Bot geht' },
  },
  options: {
    question: { name: 'frage', description: 'Was du wissen möchtest, in deiner Sprache' },
    publisher: { name: 'medium', description: 'Nur Artikel aus diesem Medium' },
    article: { name: 'artikel', description: 'Ein bestimmter Artikel: Tippe Wörter aus seinem Titel' },
    after: { name: 'ab', description: 'Nur Artikel von diesem Tag oder später, etwa 2025-02-18' },
    before: { name: 'bis', description: 'Nur Artikel von diesem Tag oder früher, etwa 2025-02-26' },
    language: { name: 'sprache', description: 'Nur Artikel in dieser Sprache' },
    page: { name: 'seite', description: 'Welche Seite, wenn es mehrere gibt' },
    private: { name: 'privat', description: 'Ob nur du die Antwort siehst' },
  },
  findSources: 'Quellen finden',
  facts: {
    publisherUnknown: 'Medium unbekannt',
    dateUnknown: 'Datum unbekannt',
    languageUnknown: 'Sprache unbekannt',
    inferred: (date) => `${date} (erschlossen)`,
    inLanguage: (language) => `auf ${language}`,
    alsoIn: (articles) => `Auch in: ${articles}`,
    note: (text) => `Hinweis: ${text}`,
    dateReason: (text) => `Datum: ${text}`,
    characters: (value) => count(value, 'Zeichen', 'Zeichen'),
    articles: (value) => count(value, 'Artikel', 'Artikel'),
    open: 'öffnen',
  },
  answer: {
    certainty: {
      high: 'Das ist sehr wahrscheinlich die Antwort.',
      fair: 'Das ist wahrscheinlich die Antwort.',
      low: 'Das könnte die Antwort sein; prüfe es im Kontext.',
    },
    page: (page, pages) => `Seite ${number(page)} von ${number(pages)}`,
    nearest: 'Am ehesten passt noch:',
    tooLong: 'Der Satz mit der Antwort ist länger, als eine Nachricht sein darf. Er steht in:',
    only: (name) => `nur ${name}`,
    after: (date) => `ab ${date}`,
    before: (date) => `bis ${date}`,
    passages: 'Was in diesem Artikel dazu steht, das Passendste zuerst.',
    about: 'Was in den Artikeln zum Inhalt dieser Nachricht steht.',
    nothingAbout: 'In den Artikeln steht nichts zum Inhalt dieser Nachricht.',
  },
  compare: {
    heading: 'Das beste Zitat aus jedem Medium.',
    nothing: 'Dazu wurde nichts gefunden.',
  },
  timeline: { heading: 'Was in den Artikeln dazu steht, nach Datum.' },
  article: {
    part: (from, to, length) => `Zeichen ${number(from)} bis ${number(to)} von ${number(length)}`,
  },
  buttons: {
    previous: '◀ Zurück',
    next: 'Weiter ▶',
    more: 'Mehr Zitate',
    context: (which) => (which === null ? 'Im Kontext' : `Kontext ${which}`),
    passages: 'Mehr aus dem Artikel',
    share: 'Allen zeigen',
    askAgain: 'Noch einmal fragen',
    earlier: '◀ Weiter oben',
    later: 'Weiter unten ▶',
    good: '👍',
    bad: '👎',
  },
  selects: {
    askAgain: 'Noch einmal fragen, aber nur …',
    allArticles: 'Alle Artikel',
    openArticle: 'Artikel öffnen …',
  },
  status: {
    articles: (value) => count(value, 'Artikel', 'Artikel'),
    passages: (value) => count(value, 'Textstelle', 'Textstellen'),
    built: (when, from) => `Index erstellt: ${when}, aus ${from}`,
    model: (name) => `Modell: ${name}`,
    version: (version) => `Version ${version}`,
    uptime: (duration) => `Läuft seit ${duration}`,
    times: (value, median, p95) =>
      `Letzte Antworten (${number(value)}): die Hälfte in höchstens ${number(median)} ms, 95 % in höchstens ${number(p95)} ms`,
    noTimes: 'Noch hat niemand etwas gefragt',
  },
  help: {
    heading:
      'Frag in deiner Sprache nach dem, was in den Artikeln steht. Du bekommst Zitate – oder erfährst, dass es keine gibt.',
    lines: [
      '**Kontext** zeigt nur dir, wo ein Zitat steht. Das Menü unter einer Antwort fragt noch einmal, nur in einem Medium oder einem Zeitraum.',
      'Bei jeder Nachricht: **Apps → Quellen finden** sucht Textstellen, die zu ihr passen.',
      'Mit `privat` siehst nur du die Antwort. Gesucht wird auf dem Rechner, auf dem dieser Bot läuft, und nirgends sonst.',
    ],
  },
  refusals: {
    'no-words': () => 'Darin steht kein Wort. Frag in einem Satz.',
    greeting: () => 'Beantwortet werden nur Fragen zu den Artikeln. Frag, was du daraus wissen möchtest.',
    'unknown-script': () =>
      'Das Modell kennt diese Schrift nicht, deshalb lassen sich die Artikel nicht durchsuchen. Frag in lateinischen oder kyrillischen Buchstaben.',
    'off-subject': () => 'In den Artikeln geht es um anderes.',
    'not-in-the-articles': () => 'Darauf geben die Artikel keine Antwort.',
    unmentioned: ({ names, isClear }) =>
      `${isClear ? 'Kein Artikel erwähnt' : 'Anscheinend erwähnt kein Artikel'} ${or(names.map(quoted))}.`,
    'other-days': (_, days) => `Für ${or(days.map((day) => `den ${day}`))} findet sich dazu nichts.`,
  },
  notices: {
    'question-length': ({ length, min, max }) => {
      const expected = questionLength(min, max);
      if (length < min) {
        const found = length === 0 ? 'diese ist leer' : `diese hat ${length}`;
        return `${expected}; ${found}. Frag zum Beispiel: „Wer leitete die Delegation?“`;
      }
      return `${expected}; diese hat ${number(length)}. Frag nur eine Sache, in einem Satz.`;
    },
    'control-characters': ({ min, max }) =>
      `${questionLength(min, max)}, lauter sichtbare; diese enthält Steuerzeichen. Tippe die Frage neu.`,
    'no-day': ({ text }) => `Ein Datum schreibst du so: 2025-02-26; ${quoted(text)} ist kein Datum.`,
    'no-such-article': ({ text, known, more }) =>
      `Einen Artikel ${quoted(text)} gibt es nicht. ${choice(known, more)}`,
    'no-such-publisher': ({ text, known, more }) =>
      `Kein Artikel stammt von ${quoted(text)}. ${choice(known, more)}`,
    'no-such-language': ({ text, known, more }) =>
      `Kein Artikel ist in der Sprache ${quoted(text)} geschrieben. ${choice(known, more)}`,
    'nothing-left': () =>
      'Diese Filter zusammen lassen keinen Artikel übrig. Lass einen weg oder wähle andere Tage.',
    busy: () => 'Der Bot ist gerade beschäftigt; frag gleich noch einmal.',
    stopping: () => 'Der Bot startet gerade neu; frag gleich noch einmal.',
    fault: () => 'Da ist etwas schiefgegangen, das nicht passieren sollte. Frag gleich noch einmal.',
    'being-answered': () => 'Diese Frage wird hier gerade schon beantwortet.',
    'may-not-share': () =>
      'Der Bot darf in diesem Kanal nicht schreiben; die Antwort siehst deshalb weiter nur du.',
    'no-text': () => 'In dieser Nachricht stehen keine Wörter, nach denen sich suchen lässt.',
    'no-such-command': ({ name }) => `Den Befehl /${name} gibt es nicht mehr.`,
    'cooldown-user': ({ seconds }) => `Du kannst in ${count(seconds, 'Sekunde', 'Sekunden')} wieder fragen.`,
    'cooldown-guild': ({ seconds }) =>
      `Auf diesem Server ist die nächste Frage in ${count(seconds, 'Sekunde', 'Sekunden')} möglich.`,
    'passage-gone': () =>
      'Die Artikel haben sich inzwischen geändert: Diese Stelle steht nicht mehr darin oder lautet anders. Frag noch einmal, um zu sehen, was jetzt darin steht.',
    thanks: ({ isUp }) =>
      `Notiert: ${isUp ? '👍' : '👎'}. Das bleibt auf dem Rechner, auf dem dieser Bot läuft.`,
  },
};
