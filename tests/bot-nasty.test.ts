import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withoutInvisible } from '../src/article/invisible.js';
import { checkQuestion } from '../src/question.js';
import { BotProgram } from './discord/bot-program.js';
import { FakeDiscord } from './discord/fake-discord.js';
import { everyControl } from './discord/limits.js';
import { readMessage } from './discord/render.js';
import { quotationsOf } from './discord/sent.js';
import type { Standing } from './discord/standing.js';
import { tapEverything } from './discord/tap-everything.js';

/** What Discord would take for something else, or shows otherwise, in as few characters as may be. */
const STRANGE =
  '**bold** _it_ `code` ||led|| ~~no~~ [a](https://b.example) <@123456789012345678> @everyone @here <#1> <t:1:R> ' +
  '<:smile:123456789012345678> :smile: </ask:1> # 1. > \\ https://c.example/_d_ 👩‍👩‍👧‍👦 🇺🇦 שלום עולם مرحبا \u202Eabc\u202C e\u0301 ﷽';

let temporary: string;
let discord: FakeDiscord;
let bot: BotProgram;

/** Articles that each have something at its worst, all about the ministers who met. */
const ARTICLES: Record<string, { facts: object; text: string }> = {
  strange: {
    facts: { title: STRANGE, publisher: `The ${STRANGE}`, authors: [STRANGE], note: STRANGE },
    text: `The ministers met in the palace. ${STRANGE} said the speaker of the ministers. They met on Monday.`,
  },
  long: {
    facts: {
      title: 'The ministers met '.repeat(200),
      publisher: 'P'.repeat(500),
      note: 'A note. '.repeat(200),
      url: `https://example.org/${'a'.repeat(900)}`,
    },
    text: `The ministers met in the palace ${'and in the garden of the palace '.repeat(200)}until night.`,
  },
  escaped: {
    facts: { title: '*'.repeat(300), publisher: '_'.repeat(200), note: '[('.repeat(200) },
    text: `The ministers met ${'*_`[<|~'.repeat(300)} in the palace of the king. And ${'*'.repeat(3_000)}.`,
  },
  quoted: {
    facts: { title: '> quoted\n# heading', publisher: '-# small' },
    text: '> The ministers met in the palace of the queen.\n# The ministers spoke.\n- The palace is old.\n1. It is red.\n-# So it is.\n```\nThe ministers left the palace.\n```',
  },
  emoji: {
    facts: { title: '👩‍👩‍👧‍👦'.repeat(60), publisher: '🇺🇦'.repeat(100) },
    text: `The ministers met in the palace of emoji 👩‍👩‍👧‍👦. ${'🎉'.repeat(1_500)} The ministers danced.`,
  },
  hebrew: {
    facts: { title: 'השרים נפגשו בארמון \u202E', publisher: 'העיתון', language: 'he' },
    text: 'השרים נפגשו בארמון ביום שני. "זה היה טוב", אמר הדובר. The ministers met in the palace.',
  },
};

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-bot-nasty-'));
  await mkdir(join(temporary, 'seeds'));
  const days = ['2025-03-01', '2025-04-01', '2025-05-01', '2025-06-01', '2025-07-01', '2025-08-01'];
  for (const [i, [name, { facts, text }]] of Object.entries(ARTICLES).entries()) {
    const all = { date: days[i], dateSource: 'inferred', dateReason: STRANGE, language: 'en', ...facts };
    const lines = Object.entries(all).map(([fact, value]) => `${fact}: ${JSON.stringify(value)}`);
    await writeFile(join(temporary, 'seeds', `${name}.txt`), `---\n${lines.join('\n')}\n---\n${text}\n`);
  }
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, {
    SEEDS_DIR: join(temporary, 'seeds'),
    INDEX_DIR: join(temporary, 'index'),
    DATA_DIR: join(temporary, 'data'),
  });
});
afterEach(() => {
  expect(discord.problems).toEqual([]);
  expect(bot.log.filter((line) => / (?:ERROR|WARN) /.test(line))).toEqual([]);
});
afterAll(async () => {
  await bot.stop();
  discord.close();
  await rm(temporary, { recursive: true });
});

const padded = (text: string): string =>
  [...`Where did the ministers meet? ${text.repeat(300)}`].slice(0, 300).join('').trim();
const QUESTIONS = [
  'Where did the ministers meet?',
  STRANGE,
  `Where did the ministers meet? ${STRANGE}`.slice(0, 300).trim(),
  padded('*'),
  padded('\\'),
  padded('\\*'),
  padded('🎉'),
  padded('שלום '),
  padded('<@123456789012345678> '),
  '**Where did the ministers meet?**',
  '\\*\\*Where did the ministers meet?\\*\\*\\',
  'Where did the ministers meet? **',
  '# Where did the ministers meet?',
  '> Where did the ministers meet?',
  '-# Where did the ministers meet?',
  '1. Where did the ministers meet?',
  '```Where did the ministers meet?```',
  'Where\u202E did the ministers meet?\u202C',
  'Where did the ministers meet? 👩‍👩‍👧‍👦 e\u0301 \uFE0F',
];
/** Without white space, and without the invisible characters that are cleaned away. */
const lettersOf = (text: string): string => withoutInvisible(text).replace(/\s+/g, '');
const firstLine = ({ message }: Standing): string => readMessage(message).split('\n')[0] ?? '';
const FAULT = /Something went wrong/;

describe('whatever articles hold', () => {
  it.each(['ask', 'compare', 'timeline'])(
    '/%s shows it as it is, and so does what it leads to',
    async (command) => {
      for (const asker of [{}, { locale: 'uk', place: 'group' as const }]) {
        const shown = await discord.command(command, { question: QUESTIONS[0] ?? '' }, asker).answer();
        expect(readMessage(shown.message)).not.toMatch(/⟨|Something went wrong/);
        const outcomes = await tapEverything(discord, shown);
        expect(outcomes.length).toBeGreaterThan(2);
        expect(outcomes.filter(({ text }) => FAULT.test(text) || text.includes('⟨'))).toEqual([]);
        const texts = Object.values(ARTICLES).map(({ text }) => lettersOf(text));
        for (const { text } of quotationsOf(shown.message)) {
          expect(texts.some((of) => of.includes(lettersOf(text)))).toBe(true);
        }
      }
    },
  );

  it.each(Object.keys(ARTICLES))('/article pages through "%s" to its end', async (name) => {
    let last: Standing = await discord.command('article', { article: `${name}.txt` }).answer();
    const read = [quotationsOf(last.message)];
    while (
      everyControl(last.message.components).some(
        (one) => 'label' in one && one.label === 'Later ▶' && !one.disabled,
      )
    ) {
      last = await discord.tap('Later ▶', last).answer();
      expect(readMessage(last.message)).not.toMatch(/⟨|Something went wrong/);
      read.push(quotationsOf(last.message));
    }
    const whole = read
      .flat()
      .map(({ text }) => lettersOf(text))
      .join('');
    expect(whole).toBe(lettersOf(ARTICLES[name]?.text ?? ''));
  });

  it('/sources lists it, and offers it while somebody types', async () => {
    let listed: Standing = await discord.command('sources').answer();
    expect(readMessage(listed.message)).not.toContain('⟨');
    expect((await tapEverything(discord, listed)).filter(({ text }) => FAULT.test(text))).toEqual([]);
    listed = await discord.tap('Next ▶', listed).answer();
    for (const option of ['article', 'publisher', 'language']) {
      const choices = await discord.type('ask', option, '').choices();
      expect(choices.length).toBeGreaterThan(1);
      for (const { value } of choices) {
        const given = { question: QUESTIONS[0] ?? '', [option]: value };
        expect(readMessage((await discord.command('ask', given).answer()).message)).not.toMatch(
          /There is no article|No article is|Something went wrong/,
        );
      }
    }
  });
});

describe('whatever is asked', () => {
  it.each(QUESTIONS)('is the same after every tap: %s', async (question) => {
    for (const command of ['ask', 'compare', 'timeline']) {
      const shown = await discord.command(command, { question }).answer();
      const asked = firstLine(shown);
      // Invisible characters are left out before anything is asked.
      expect(asked).toBe(checkQuestion(question));
      const outcomes = await tapEverything(discord, shown);
      const others = outcomes.filter(
        ({ tapped, text }) => !/👍|👎/.test(tapped) && text.split('\n')[0] !== asked,
      );
      expect(others).toEqual([]);
      expect(outcomes.filter(({ text }) => FAULT.test(text))).toEqual([]);
    }
  });

  it('is kept as it was asked with what people think of the answer', async () => {
    const file = join(temporary, 'data', 'feedback.jsonl');
    const before = readFileSync(file, 'utf8').length;
    const asked: string[] = [];
    for (const question of QUESTIONS) {
      const shown = await discord.ask(question).answer();
      // What is no question has no answer to think of.
      if (!readMessage(shown.message).includes('👎')) continue;
      asked.push(firstLine(shown));
      await discord.tap('👎', shown).said();
    }
    const kept = readFileSync(file, 'utf8').slice(before).trimEnd().split('\n');
    expect(kept.map((line) => JSON.parse(line).question)).toEqual(asked);
  });

  it('is looked for in a message too', async () => {
    for (const content of [
      ...QUESTIONS,
      STRANGE.repeat(15).slice(0, 4_000),
      '*'.repeat(4_000),
      '>'.repeat(2_000),
    ]) {
      const shown = await discord.useOn({ content }, 'Find sources').answer();
      expect(readMessage(shown.message)).not.toMatch(FAULT);
      await tapEverything(discord, shown);
    }
  });
});
