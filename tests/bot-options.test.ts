import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import { FakeDiscord } from './discord/fake-discord.js';
import type { Given } from './discord/interactions.js';
import type { Offered } from './discord/limits.js';
import type { Asker } from './discord/payloads.js';
import { readMessage } from './discord/render.js';

let discord: FakeDiscord;
let bot: BotProgram;

beforeAll(async () => {
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, {
    INDEX_DIR: inject('indexDir'),
  });
});
afterEach(() => expect(discord.problems).toEqual([]));
afterAll(async () => {
  await bot.stop();
  discord.close();
});

const QUESTION = 'What did Rubio say about the talks?';
/** What is offered, to somebody who types on where nothing is: on a busy machine it may come too late. */
async function offered(
  option: string,
  typed: string,
  asker: Asker = {},
  command = 'ask',
): Promise<Offered[]> {
  let choices: Offered[] = [];
  for (let times = 0; choices.length === 0 && times < 5; times++) {
    choices = await discord.type(command, option, typed, {}, asker).choices();
  }
  return choices;
}
const answer = async (options: Given, command = 'ask'): Promise<string> =>
  readMessage((await discord.command(command, { question: QUESTION, ...options }).answer()).message);

describe('what is offered while an option is typed', () => {
  it('is everything before anything is typed', async () => {
    const publishers = await offered('publisher', '');
    expect(publishers.map(({ value }) => value).sort()).toEqual(['Associated Press', 'The Kyiv Independent']);
    expect(await offered('article', '')).toHaveLength(4);
    const languages = await offered('language', '');
    expect(languages.map(({ name }) => name.split(/ [·(]/)[0]).sort()).toEqual(['English', 'German']);
  });

  it.each(['kyiv', 'Kyiv Indep', 'THE KYIV', 'kýiv', 'kyiv indepedent', 'independent kyiv'])(
    'is found by "%s"',
    async (typed) => {
      const [first] = await offered('publisher', typed);
      expect(first?.value).toBe('The Kyiv Independent');
      expect(first?.name).toContain('The Kyiv Independent');
    },
  );

  it('shows of an article its publisher and its date, in the reader’s words', async () => {
    const [article] = await offered('article', 'ukraine not on agenda');
    expect(article?.name).toContain('Ukraine not on agenda in next US-Russia talks');
    expect(article?.name).toContain('The Kyiv Independent');
    expect(article?.name).toContain('Feb 26, 2025');
    const [german] = await offered('article', 'ukraine not on agenda', { locale: 'de' });
    expect(german?.name).toContain('26. Feb. 2025');
    const [language] = await offered('language', 'deu', { locale: 'de' });
    expect(language?.name).toContain('Deutsch');
  });

  it('can be asked for as it is', async () => {
    const [publisher] = await offered('publisher', 'kyiv');
    expect(await answer({ publisher: publisher?.value ?? '' })).toMatch(/only The Kyiv Independent/);
    const [article] = await offered('article', 'Außenminister');
    const words = await answer({ article: article?.value ?? '' });
    expect(words).toContain('in German');
    expect(words).not.toContain('The Kyiv Independent ·');
    const [shown] = await offered('article', 'ukraine not on agenda', {}, 'article');
    const { message } = await discord.command('article', { article: shown?.value ?? '' }).answer();
    expect(readMessage(message)).toContain('Ukraine not on agenda in next US-Russia talks');
    const [language] = await offered('language', 'german');
    expect(await answer({ language: language?.value ?? '' })).toMatch(/^What did Rubio.*\n.*only German/);
    for (const option of ['after', 'before']) {
      const [day] = await offered(option, '2025-02-2');
      expect(day?.value).toMatch(/^2025-02-2\d$/);
    }
  });

  it('is nothing where nothing is near, and never the end of the bot, whatever is typed', async () => {
    expect(await offered('publisher', 'zzzzqqqq')).toEqual([]);
    const strange = [
      '\u202E',
      '*'.repeat(6_000),
      '[',
      '(((',
      '\\',
      '%',
      '🤷',
      '\u0000',
      '﷽'.repeat(50),
      '2025-99',
    ];
    for (const typed of strange) {
      for (const option of ['publisher', 'article', 'language', 'after', 'before']) {
        expect((await offered(option, typed)).length).toBeLessThanOrEqual(25);
      }
    }
    expect((await offered('publisher', 'kyiv'))[0]?.value).toBe('The Kyiv Independent');
  });

  it('comes while questions wait', async () => {
    const asked = Array.from({ length: 60 }, (_, i) => discord.ask(`What did Rubio say? (${i})`));
    await discord.type('ask', 'publisher', 'kyiv').choices();
    const waiting = asked.filter(({ shown }) => shown.length === 0).length;
    expect(waiting).toBeGreaterThan(10);
    await Promise.all(asked.map((one) => one.answer()));
  });
});

describe('an option', () => {
  it.each([
    [{ after: '2025-02-30' }, 'A day is written like 2025-02-26; "2025-02-30" is not a day.'],
    [{ before: 'yesterday' }, 'A day is written like 2025-02-26; "yesterday" is not a day.'],
    [
      { publisher: 'The *Times*' },
      'No article is from "The *Times*". Choose from Associated Press, The Kyiv Independent.',
    ],
    [{ language: 'xx' }, 'No article is in the language "xx". Choose from '],
    [{ article: '@everyone' }, 'There is no article "@everyone". Choose from '],
    [
      { after: '2025-03-01', publisher: 'Associated Press' },
      'No article is left by these filters together. Leave one out, or ask for other days.',
    ],
  ])('that is none gets a kind sentence: %j', async (options, sentence) => {
    expect((await answer(options)).slice(0, sentence.length)).toBe(sentence);
  });

  it('is checked in the reader’s language', async () => {
    const asked = discord.command('ask', { question: QUESTION, after: '2025-02-30' }, { locale: 'de' });
    const words = readMessage((await asked.answer()).message);
    expect(words).toContain('2025-02-30');
    expect(words).not.toContain('is not a day');
  });

  it('leaves only what it says', async () => {
    expect(await answer({ after: '2025-02-19' })).toMatch(/\n.*from Feb 19, 2025 on/);
    expect(await answer({ before: '2025-02-17' })).toMatch(/\n.*until Feb 17, 2025/);
    const days = await answer({ after: '2025-02-18', before: '2025-02-18' });
    expect(days).not.toMatch(/Feb 1[79], 2025 ?$|Feb 26, 2025 ?$/m);
  });
});

describe('sources of a message', () => {
  const find = async (content: string): Promise<string> =>
    readMessage((await discord.useOn({ content }, 'Find sources').answer()).message);

  it('are what the articles say about it', async () => {
    const words = await find(
      '> **Wow**, they launched 176 drones last night <:sad:123456789012345678> https://a.example/b',
    );
    expect(words).toContain('176 Drohnen');
    expect(words).toContain('What the articles say about this message.');
  });

  it('are not looked for where there are no words', async () => {
    const none = 'There are no words in this message to look for.';
    expect(await find('')).toBe(none);
    expect(await find('🤷‍♀️ <@123456789012345678> https://a.example/b')).toBe(none);
    // What the bot itself says stands in components.
    const answered = await discord.ask(QUESTION).answer();
    const asked = await discord.useOn(answered, 'Find sources').answer();
    expect(readMessage(asked.message)).not.toContain('Something went wrong');
  });

  it('are found for the longest message too, and in a group', async () => {
    const long = 'Russian troops launched 176 drones at Ukraine overnight, the air force said. '.repeat(60);
    expect(long.length).toBeGreaterThan(4_000);
    expect(await find(long.slice(0, 4_000))).toContain('176 Drohnen');
    const inGroup = discord.useOn({ content: '176 drones were launched overnight' }, 'Find sources', {
      place: 'group',
    });
    expect((await inGroup.answer()).ephemeral).toBe(true);
  });
});
