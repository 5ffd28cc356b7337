import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Options, Runnable } from '../src/command.js';
import { readConfig } from '../src/config.js';
import { toMessage } from '../src/discord/message.js';
import type { Library } from '../src/library.js';
import { type Languages, loadLanguages } from '../src/load-languages.js';
import { noticeInWords } from '../src/notice.js';
import { COMMANDS } from '../src/scripts/commands.js';
import { openLibrary } from '../src/scripts/open-library.js';
import { BotProgram } from './discord/bot-program.js';
import { nameIn } from './discord/command-limits.js';
import { FakeDiscord } from './discord/fake-discord.js';
import { checks } from './discord/limits.js';
import { readMessage } from './discord/render.js';
import { quotationsOf } from './discord/sent.js';
import { programEnvironment } from './program.js';

const LOCALES = ['en-US', 'en-GB', 'de', 'ru', 'uk', 'fr', 'es-ES', 'es-419', 'pl'];

let discord: FakeDiscord;
let bot: BotProgram;
let languages: Languages;
let library: Library;

beforeAll(async () => {
  const env = { INDEX_DIR: inject('indexDir') };
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, env);
  languages = await loadLanguages();
  library = await openLibrary(readConfig(programEnvironment(env)));
});
afterEach(() => expect(discord.problems).toEqual([]));
afterAll(async () => {
  await bot.stop();
  discord.close();
});

const DRONES = 'How many drones did Russia launch overnight?';
const RUBIO = 'What did Rubio say about the talks?';
const GERMAN = '2025-02-18-rubio-diplomatische-missionen.txt';

describe('commands', () => {
  it.each(LOCALES)('are called in %s as its words say', (locale) => {
    const { phrases } = languages.readerOf(locale);
    const commands = discord.registered.get('global') ?? [];
    expect(commands).toHaveLength(COMMANDS.length + 1);
    for (const command of commands) {
      if (command.type === 3) {
        expect(nameIn(command, locale)).toBe(phrases.findSources);
        continue;
      }
      const words = phrases.commands[command.name as keyof typeof phrases.commands];
      expect({ name: nameIn(command, locale), description: said(command, locale) }).toEqual(words);
      for (const option of command.options) {
        const words = phrases.options[option.name as keyof typeof phrases.options];
        expect({ name: nameIn(option, locale), description: said(option, locale) }).toEqual(words);
      }
    }
  });

  it('are registered once for all of it', async () => {
    const other = await FakeDiscord.start();
    other.registered.set('global', discord.registered.get('global') ?? []);
    const same = await BotProgram.start(other, { INDEX_DIR: inject('indexDir') });
    expect(await same.says(/Ready/)).toContain('commands=unchanged');
    await same.stop();
    other.close();
  });
});

interface Described {
  description?: string | undefined;
  description_localizations?: Partial<Record<string, string>> | null | undefined;
}
const said = ({ description, description_localizations: local }: Described, locale: string) =>
  local?.[locale] ?? description;

/** What the bot should show: the same command run here, in the words of that language. */
async function expected(name: string, options: Options, locale: string): Promise<string> {
  const command: Runnable | undefined = COMMANDS.find(({ definition }) => definition.name === name);
  const view = await (command ?? expect.unreachable()).run(options, library);
  const { flags, components } = toMessage(view, languages.readerOf(locale), { isPrivate: false });
  return readMessage(checks.message.parse({ flags, components, allowed_mentions: { parse: [] } }));
}

describe.each(LOCALES)('in %s', (locale) => {
  const shown = async (name: string, options: Options) =>
    (await discord.command(name, options, { locale }).answer()).message;

  it.each([
    ['ask', { question: DRONES }],
    ['ask', { question: RUBIO, after: '2025-02-18', language: 'en' }],
    ['ask', { question: 'Who won the 2022 World Cup?' }],
    ['compare', { question: RUBIO }],
    ['timeline', { question: RUBIO }],
    ['article', { article: GERMAN }],
    ['sources', {}],
    ['help', {}],
  ] as [string, Options][])(
    '/%s %j is answered in that language, and quotes in their own',
    async (name, options) => {
      const message = await shown(name, options);
      expect(readMessage(message)).toBe(await expected(name, options, locale));
      const english = await discord.command(name, options).answer();
      expect(quotationsOf(message)).toEqual(quotationsOf(english.message));
    },
  );

  it('/status tells it, with how the bot is doing', async () => {
    const lines = readMessage(await shown('status', {})).split('\n');
    const { status } = languages.readerOf(locale).phrases;
    expect(lines).toContain(status.articles(4));
    expect(lines.slice(0, -2).join('\n')).toBe(await expected('status', {}, locale));
    expect(lines.at(-2)).toMatch(/\d/);
  });

  it('buttons answer in the words of whoever taps', async () => {
    const answer = await discord.ask(DRONES).answer();
    const { phrases } = languages.readerOf(locale);
    const context = await discord.tap('In context', answer, { locale }).answer();
    expect(readMessage(context.message)).toContain(`[${phrases.buttons.passages}]`);
    const thanks = await discord.tap('👍', answer, { locale }).said();
    expect(readMessage(thanks.message)).toBe(noticeInWords({ kind: 'thanks', isUp: true }, phrases));
  });

  it('what is wrong with an option is said in it', async () => {
    const message = await shown('ask', { question: DRONES, before: '30.2.2025' });
    const { phrases } = languages.readerOf(locale);
    expect(readMessage(message)).toBe(noticeInWords({ kind: 'no-day', text: '30.2.2025' }, phrases));
  });
});

it.each([
  ['en-GB', '18 Feb 2025 (inferred) · in German'],
  ['de', '18. Feb. 2025 (erschlossen)'],
  ['ru', '18 февр. 2025 г.'],
  ['uk', '18 лют. 2025 р.'],
  ['fr', '18 févr. 2025'],
  ['es-419', '18 feb 2025'],
  ['pl', '18 lut 2025'],
  // Who reads another language reads English.
  ['ja', 'Feb 18, 2025 (inferred) · in German'],
])('a reader of %s reads the date as "%s"', async (locale, date) => {
  const { message } = await discord.ask(DRONES, { locale }).answer();
  expect(readMessage(message)).toContain(` · ${date}`);
});
