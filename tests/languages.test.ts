import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Locale } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../src/languages/en.js';
import { es } from '../src/languages/es.js';
import { fr } from '../src/languages/fr.js';
import { pl } from '../src/languages/pl.js';
import { ru } from '../src/languages/ru.js';
import { uk } from '../src/languages/uk.js';
import { loadLanguages } from '../src/load-languages.js';
import type { Phrases } from '../src/phrases.js';
import { ROOT, runNode } from './program.js';

type Saying = (...given: unknown[]) => string;

const { all } = await loadLanguages();
const others = all.filter(({ tag }) => tag !== 'en');
const byTag = (languages: Phrases[]): [string, Phrases][] =>
  languages.map((phrases) => [phrases.tag, phrases]);

const known = ['Meduza', 'The Times'];
/** What each phrase is given in these tests; numbers below 1,000, which all languages write alike. */
const GIVEN: Record<string, unknown[][]> = {
  'facts.inferred': [['2025-02-26']],
  'facts.inLanguage': [['Suomi']],
  'facts.alsoIn': [['BBC, Talks']],
  'facts.note': [['Xyz.']],
  'facts.dateReason': [['Xyz.']],
  'facts.characters': [[1], [2], [5], [21]],
  'facts.articles': [[1], [2], [5], [21]],
  'answer.page': [[2, 3]],
  'answer.only': [['BBC']],
  'answer.after': [['2025-02-18']],
  'answer.before': [['2025-02-26']],
  'article.part': [[210, 360, 820]],
  'buttons.context': [[2], [null]],
  'status.articles': [[1], [2], [5], [21]],
  'status.passages': [[1], [2], [5], [21]],
  'status.built': [['2025-03-01, 12:30', 'seeds']],
  'status.model': [['e5']],
  'status.version': [['0.1.0']],
  'status.uptime': [['3 h 20 min']],
  'status.times': [[12, 40, 90]],
  'refusals.no-words': [[{}, []]],
  'refusals.greeting': [[{}, []]],
  'refusals.unknown-script': [[{}, []]],
  'refusals.off-subject': [[{}, []]],
  'refusals.not-in-the-articles': [[{}, []]],
  'refusals.unmentioned': [
    [{ names: ['Macron'], isClear: true }, []],
    [{ names: ['Macron', 'Odesa', 'Merz'], isClear: false }, []],
  ],
  'refusals.other-days': [
    [{}, ['2025-02-26']],
    [{}, ['2025-02-26', '2025-03-03']],
  ],
  'notices.question-length': [
    [{ length: 0, min: 2, max: 300 }],
    [{ length: 1, min: 2, max: 300 }],
    [{ length: 301, min: 2, max: 300 }],
  ],
  'notices.control-characters': [[{ min: 2, max: 300 }]],
  'notices.no-day': [[{ text: '2025-02-30' }]],
  'notices.no-such-article': [[{ text: 'Talks', known, more: 3 }], [{ text: 'Talks', known: [], more: 0 }]],
  'notices.no-such-publisher': [[{ text: 'BBC', known, more: 3 }], [{ text: 'BBC', known, more: 0 }]],
  'notices.no-such-language': [[{ text: 'xx', known: ['fi'], more: 3 }]],
  'notices.nothing-left': [[{}]],
  'notices.busy': [[{}]],
  'notices.stopping': [[{}]],
  'notices.fault': [[{}]],
  'notices.being-answered': [[{}]],
  'notices.may-not-share': [[{}]],
  'notices.no-text': [[{}]],
  'notices.no-such-command': [[{ name: 'quiz' }]],
  'notices.cooldown-user': [[{ seconds: 1 }], [{ seconds: 3 }]],
  'notices.cooldown-guild': [[{ seconds: 1 }], [{ seconds: 3 }]],
  'notices.passage-gone': [[{}]],
  'notices.thanks': [[{ isUp: true }], [{ isUp: false }]],
};

/** What is put in only to choose the words: it is not to be seen in them. */
const UNSEEN = new Set(['0', 'true', 'false', 'null']);

/** All words of a language by their places, such as "buttons.more". */
function wordsOf({ tag: _, locales: __, ...words }: Phrases): Map<string, string | Saying> {
  const found = new Map<string, string | Saying>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' || typeof value === 'function') found.set(path, value as string | Saying);
    else for (const [key, part] of Object.entries(value as object)) walk(part, path ? `${path}.${key}` : key);
  };
  walk(words, '');
  return found;
}

interface Said {
  path: string;
  said: string;
  /** What was put in. */
  given: string[];
}

/** Every sentence of a language, said of what is given above. */
function saidIn(phrases: Phrases): Said[] {
  return [...wordsOf(phrases)].flatMap(([path, word]): Said[] => {
    if (typeof word === 'string') return [{ path, said: word, given: [] }];
    return (GIVEN[path] ?? []).map((given) => ({ path, said: word(...given), given: partsOf(given) }));
  });
}

function partsOf(given: unknown): string[] {
  if (typeof given === 'object' && given !== null) return Object.values(given).flatMap(partsOf);
  return UNSEEN.has(String(given)) ? [] : [String(given)];
}

describe('the languages', () => {
  it('are those that the program is meant to speak', () => {
    expect(all.map(({ tag }) => tag)).toEqual(['de', 'en', 'es', 'fr', 'pl', 'ru', 'uk']);
  });

  it('have each locale once, and only those of Discord', () => {
    const locales = all.flatMap((phrases) => phrases.locales);
    expect(locales).toEqual(['de', 'en-US', 'en-GB', 'es-ES', 'es-419', 'fr', 'pl', 'ru', 'uk']);
    expect(new Set(locales).size).toBe(locales.length);
    const ofDiscord: string[] = Object.values(Locale);
    expect(locales.filter((locale) => !ofDiscord.includes(locale))).toEqual([]);
  });

  it('have a sentence here for every phrase that takes something', () => {
    const sayings = [...wordsOf(en)].filter(([, word]) => typeof word === 'function').map(([path]) => path);
    expect(Object.keys(GIVEN).sort()).toEqual(sayings.sort());
  });
});

describe.each(byTag([...all]))('%s', (_, phrases) => {
  const said = saidIn(phrases);

  it('has all words, each of the kind that English has', () => {
    const kinds = (language: Phrases) =>
      [...wordsOf(language)].map(([path, word]) => `${path}: ${typeof word}`);
    expect(kinds(phrases).sort()).toEqual(kinds(en).sort());
  });

  it('says something everywhere, with all that is put in, and nothing that is none', () => {
    for (const { path, said: text, given } of said) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/\b(undefined|null|NaN|true|false)\b|\[object| {2}|\.\./);
      for (const part of given) expect(text, path).toContain(part);
    }
  });

  it('says what was felt about an answer', () => {
    expect(phrases.notices.thanks({ kind: 'thanks', isUp: true })).toContain('👍');
    expect(phrases.notices.thanks({ kind: 'thanks', isUp: false })).toContain('👎');
  });

  it('ends sentences as sentences', () => {
    const sentences = said.filter(({ path }) => /^(refusals|notices)\./.test(path));
    for (const { path, said: text } of sentences) expect(text, path).toMatch(/[.?]\u00a0?[”"»“]?$/);
  });

  it('names commands and options as Discord takes them, each once', () => {
    const { commands, options } = phrases;
    for (const named of [commands, options]) {
      const names = Object.values(named).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u);
        expect(name).toBe(name.toLowerCase());
      }
      for (const { description } of Object.values(named)) {
        expect(description.length).toBeLessThanOrEqual(100);
      }
    }
    expect(phrases.findSources.length).toBeLessThanOrEqual(32);
  });

  it('has buttons that a phone shows whole, and menus as Discord takes them', () => {
    const labels = said.filter(({ path }) => path.startsWith('buttons.'));
    expect(labels.filter(({ said: label }) => label.length > 22)).toEqual([]);
    const { askAgain, openArticle, allArticles } = phrases.selects;
    for (const placeholder of [askAgain, openArticle]) expect(placeholder.length).toBeLessThanOrEqual(150);
    expect(allArticles.length).toBeLessThanOrEqual(50);
  });

  it('keeps the help short, and calls things in it as they are called elsewhere', () => {
    const help = [phrases.help.heading, ...phrases.help.lines].join('\n');
    expect(help.length).toBeLessThanOrEqual(500);
    const inBold = [...help.matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => text);
    expect(phrases.buttons.context(1)).toBe(`${inBold[0]} 1`);
    expect(inBold[1]).toMatch(new RegExp(`^\\p{L}+ → ${phrases.findSources}$`, 'u'));
    const inCode = [...help.matchAll(/`(.+?)`/g)].map(([, text]) => text);
    expect(inCode).toEqual([phrases.options.private.name]);
  });
});

/** What is the same word in English, besides the hands of two buttons. */
const SAME: Record<string, string[]> = {
  de: ['commands.status.name', 'status.version'],
  es: [],
  fr: [
    'commands.article.name',
    'commands.sources.name',
    'options.question.name',
    'options.article.name',
    'options.page.name',
    'facts.articles',
    'status.articles',
    'status.passages',
    'status.version',
  ],
  pl: ['status.model'],
  ru: [],
  uk: [],
};

describe.each(byTag(others))('%s', (tag, phrases) => {
  const said = saidIn(phrases);

  it('leaves nothing in English', () => {
    const english = saidIn(en);
    const same = said.filter(({ said: text }, i) => text === english[i]?.said).map(({ path }) => path);
    expect([...new Set(same)]).toEqual(expect.arrayContaining(['buttons.good', 'buttons.bad']));
    expect([...new Set(same)].filter((path) => !/^buttons\.(good|bad)$/.test(path))).toEqual(SAME[tag]);
    for (const { path, said: text } of said) {
      const own = text.replaceAll('The Times', '');
      expect(own, path).not.toMatch(/\b(the|of|and|or|this|is|are|with|only|ask|article is)\b/i);
    }
  });

  it('writes in its own letters and quotation marks', () => {
    const isCyrillic = ['ru', 'uk'].includes(tag);
    for (const { path, said: text, given } of said) {
      expect(text, path).not.toMatch(/["']/);
      const own = given.reduce((rest, part) => rest.replaceAll(part, ''), text);
      if (isCyrillic) expect(own, path).not.toMatch(/\p{sc=Latin}/u);
      else expect(own, path).not.toMatch(/\p{sc=Cyrillic}/u);
    }
  });
});

describe('plural forms', () => {
  const COUNTS = [1, 2, 5, 21, 1500];
  const exact = (count: (value: number) => string) => COUNTS.map(count);

  it('are right in Russian', () => {
    expect(exact(ru.facts.articles)).toEqual([
      '1 статья',
      '2 статьи',
      '5 статей',
      '21 статья',
      '1\u00a0500 статей',
    ]);
    expect(exact(ru.facts.characters)).toEqual([
      '1 символ',
      '2 символа',
      '5 символов',
      '21 символ',
      '1\u00a0500 символов',
    ]);
    expect(exact(ru.status.passages)).toEqual([
      '1 фрагмент',
      '2 фрагмента',
      '5 фрагментов',
      '21 фрагмент',
      '1\u00a0500 фрагментов',
    ]);
    expect(ru.notices['cooldown-user']({ kind: 'cooldown-user', seconds: 21 })).toBe(
      'Вы сможете спросить снова через 21 секунду.',
    );
    expect(ru.facts.articles(1.5)).toBe('1,5 статьи');
  });

  it('are right in Ukrainian', () => {
    expect(exact(uk.facts.articles)).toEqual([
      '1 стаття',
      '2 статті',
      '5 статей',
      '21 стаття',
      '1\u00a0500 статей',
    ]);
    expect(exact(uk.facts.characters)).toEqual([
      '1 символ',
      '2 символи',
      '5 символів',
      '21 символ',
      '1\u00a0500 символів',
    ]);
    expect(exact(uk.status.passages)).toEqual([
      '1 уривок',
      '2 уривки',
      '5 уривків',
      '21 уривок',
      '1\u00a0500 уривків',
    ]);
    expect(uk.notices['cooldown-user']({ kind: 'cooldown-user', seconds: 3 })).toBe(
      'Ви зможете запитати знову через 3 секунди.',
    );
    expect(uk.facts.articles(1.5)).toBe('1,5 статті');
  });

  it('are right in Polish, where 21 takes the form of 5', () => {
    expect(exact(pl.facts.articles)).toEqual([
      '1 artykuł',
      '2 artykuły',
      '5 artykułów',
      '21 artykułów',
      '1500 artykułów',
    ]);
    expect(exact(pl.facts.characters)).toEqual(['1 znak', '2 znaki', '5 znaków', '21 znaków', '1500 znaków']);
    expect(exact(pl.status.passages)).toEqual([
      '1 fragment',
      '2 fragmenty',
      '5 fragmentów',
      '21 fragmentów',
      '1500 fragmentów',
    ]);
    expect(pl.notices['cooldown-user']({ kind: 'cooldown-user', seconds: 5 })).toBe(
      'Możesz zapytać ponownie za 5 sekund.',
    );
    expect(pl.facts.articles(1.5)).toBe('1,5 artykułu');
  });
});

describe('sentences with what is put in', () => {
  const names = ['Macron', 'Odesa', 'Merz'];

  it('list what no article mentions as each language does', () => {
    const unmentioned = ({ refusals }: Phrases) =>
      refusals.unmentioned({ kind: 'unmentioned', names, isClear: true }, []);
    expect(Object.fromEntries(all.map((phrases) => [phrases.tag, unmentioned(phrases)]))).toEqual({
      de: 'Kein Artikel erwähnt „Macron“, „Odesa“ oder „Merz“.',
      en: 'No article mentions Macron, Odesa or Merz.',
      es: 'Ningún artículo menciona «Macron», «Odesa» ni «Merz».',
      fr: 'Aucun article ne mentionne «\u00a0Macron\u00a0», «\u00a0Odesa\u00a0» ou «\u00a0Merz\u00a0».',
      pl: 'W żadnym artykule nie pojawia się „Macron”, „Odesa” ani „Merz”.',
      ru: 'Ни одна статья не упоминает «Macron», «Odesa» или «Merz».',
      uk: 'Жодна стаття не згадує «Macron», «Odesa» або «Merz».',
    });
  });

  it('name one thing without a word for "nor"', () => {
    const one = ({ refusals }: Phrases) =>
      refusals.unmentioned({ kind: 'unmentioned', names: ['Macron'], isClear: false }, []);
    expect([es, pl].map(one)).toEqual([
      'Parece que ningún artículo menciona «Macron».',
      'Wygląda na to, że w żadnym artykule nie pojawia się „Macron”.',
    ]);
  });

  it('do not end in two points where a language shortens the word for a year', () => {
    const days = ['26 февр. 2025 г.'];
    expect(ru.refusals['other-days']({ kind: 'other-days', days: [] }, days)).toBe(
      'За 26 февр. 2025 г. об этом ничего не найдено.',
    );
    expect(uk.refusals['other-days']({ kind: 'other-days', days: [] }, ['26 лют. 2025 р.'])).toBe(
      'За 26 лют. 2025 р. про це нічого не знайдено.',
    );
  });

  it('keep French marks on the line of the word before them', () => {
    for (const { path, said } of saidIn(fr)) expect(said, path).not.toMatch(/ [:;?!%»]|« /);
  });
});

describe('loadLanguages', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'talks-languages-'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds a new language by its file alone', async () => {
    await writeFile(join(folder, 'it.js'), "export const it = { tag: 'it', locales: ['it'] };");
    const languages = await loadLanguages(folder);
    expect(languages.all.map(({ tag }) => tag)).toEqual(['it']);
    const { phrases, locale } = languages.readerOf('it');
    expect([phrases.tag, locale]).toEqual(['it', 'it']);
  });

  it('passes over declarations, maps and what systems leave in folders', async () => {
    await writeFile(join(folder, 'it.js'), "export const it = { tag: 'it', locales: ['it'] };");
    for (const name of ['it.d.ts', 'it.js.map', '._it.js', '.DS_Store', 'README.md', 'it.js~']) {
      await writeFile(join(folder, name), 'no program');
    }
    await mkdir(join(folder, 'old'));
    expect((await loadLanguages(folder)).all).toHaveLength(1);
  });

  it('says which file does not export its language', async () => {
    await writeFile(join(folder, 'nl.js'), 'export const dutch = {};');
    await expect(loadLanguages(folder)).rejects.toThrow(/nl\.js does not export the phrases .* as "nl"$/);
  });

  it('gives each locale its language, and English to all others', async () => {
    const languages = await loadLanguages();
    const read = (locale: string) => {
      const reader = languages.readerOf(locale);
      return [reader.phrases.tag, reader.locale];
    };
    expect(read('es-419')).toEqual(['es', 'es-419']);
    expect(read('en-GB')).toEqual(['en', 'en-GB']);
    expect(read('uk')).toEqual(['uk', 'uk']);
    for (const unknown of ['ja', 'es', 'de-AT', '', '__proto__']) {
      expect(read(unknown)).toEqual(['en', 'en-US']);
    }
  });

  it('finds the same in the compiled program', async () => {
    const compiled = pathToFileURL(join(ROOT, 'dist', 'src', 'load-languages.js'));
    const program = `const { loadLanguages } = await import('${compiled}');
      const { all } = await loadLanguages();
      console.log(all.map(({ tag }) => tag).join(' '));`;
    const { stdout, stderr } = await runNode(['--input-type=module', '--eval', program]);
    expect([stdout.trim(), stderr]).toEqual([all.map(({ tag }) => tag).join(' '), '']);
  });
});
