import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import type { Conversation } from './discord/conversation.js';
import { FakeDiscord, type Mishap, type Request } from './discord/fake-discord.js';
import { anotherChannel } from './discord/payloads.js';
import { readMessage } from './discord/render.js';

const QUESTION = 'How many drones did Russia launch overnight?';
const FAULT = 'Something went wrong that should not have. Ask again in a moment.';

let discord: FakeDiscord;
let bot: BotProgram;

beforeAll(async () => {
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, { INDEX_DIR: inject('indexDir') });
});
afterEach(async () => {
  discord.mishap = () => undefined;
  // Nothing ends the bot: it goes on answering.
  expect(readMessage((await ask().answer()).message)).toContain('176 Drohnen');
});
afterAll(async () => {
  await bot.stop();
  discord.close();
});

let asks = 0;
/** Each time in another channel: where an answer is lost, the question is still being answered in the last one. */
const ask = (): Conversation => discord.ask(QUESTION, { channel: anotherChannel(asks++) });
const isCallback = ({ path }: Request): boolean => path.endsWith('/callback');
const isEdit = ({ method }: Request): boolean => method === 'PATCH';
const error = (status: number, code: number, message: string): Mishap => ({
  status,
  body: { code, message },
});

/** Something happens to the first requests of a kind, and then nothing more. */
function happen(mishap: Mishap, which: (request: Request) => boolean, times = 1): void {
  let left = times;
  discord.mishap = (request) => (which(request) && left-- > 0 ? mishap : undefined);
}
const isAnswered = async (asked = ask()): Promise<void> => {
  expect(readMessage((await asked.answer()).message)).toContain('176 Drohnen');
};
/** The line of the log on an interaction, and the next one. */
async function loggedOn(id: string): Promise<string[]> {
  const line = await bot.says(new RegExp(`interaction=${id}`));
  const at = bot.log.indexOf(line);
  return bot.log.slice(at, at + 2);
}

describe('an acknowledgement', () => {
  it('whose answer is lost counts', async () => {
    happen('answer lost', isCallback);
    await isAnswered();
  });

  it('that gets no answer gives way to another in time', async () => {
    happen('no answer', isCallback);
    await isAnswered();
  });

  it('is tried again after an error of the server', async () => {
    happen({ status: 502 }, isCallback, 5);
    await isAnswered();
  });

  it('that comes too late is logged, and nothing is searched for', async () => {
    happen(error(404, 10062, 'Unknown interaction'), isCallback);
    const asked = ask();
    const [line] = await loggedOn(asked.id);
    expect(line).toMatch(
      / WARN {2}Came too late, or its message is deleted interaction=\d+ command=ask reason="DiscordAPIError\[10062\]: Unknown interaction"$/,
    );
    expect(
      discord.requests.filter(
        ({ path }) => path.includes(`token-of-${asked.id}`) && !path.endsWith('/callback'),
      ),
    ).toEqual([]);
  });

  it('that is refused for good is logged in full, without the token of the interaction', async () => {
    happen(error(403, 50001, 'Missing Access'), isCallback);
    const asked = ask();
    const [line, next] = await loggedOn(asked.id);
    expect(line).toMatch(/ ERROR Could not be answered interaction=\d+ command=ask$/);
    expect(next).toBe('DiscordAPIError[50001]: Missing Access');
    const log = await bot.says(/ {2}address: /);
    expect(log).toMatch(/address: 'http:\/\/127\.0\.0\.1:\d+\/api\/v10\/interactions\/\d+\/…\/callback'/);
  });
});

describe('an answer', () => {
  it('that is lost on its way is sent again', async () => {
    happen('answer lost', isEdit, 2);
    await isAnswered();
  });

  it('is sent again after errors of the server', async () => {
    happen({ status: 503 }, isEdit, 6);
    await isAnswered();
  });

  it('waits as long as Discord asks it to', async () => {
    const limited = { message: 'You are being rate limited.', retry_after: 0.3, global: false };
    happen({ status: 429, body: limited, headers: { 'retry-after': '0.3' } }, isEdit);
    const asked = ask();
    await isAnswered(asked);
    expect(asked.shown[0]?.ms).toBeGreaterThan(300);
    expect(await bot.says(/Discord asks to wait/)).toMatch(
      / WARN {2}Discord asks to wait route=\S+ ms=\d+ global=false$/,
    );
  });

  it.each(['expired', 'deleted'] as const)(
    'for which it is too late since its message is %s is a line of the log',
    async (gone) => {
      const asked = ask();
      asked.gone = gone;
      const [line] = await loggedOn(asked.id);
      expect(line).toContain(' WARN  Came too late, or its message is deleted ');
    },
  );

  it('that Discord refuses becomes one fixed sentence, and the log says why without its words', async () => {
    happen(error(400, 50035, 'Invalid Form Body'), isEdit);
    const asked = ask();
    expect(readMessage((await asked.answer()).message)).toBe(FAULT);
    const [line, next] = await loggedOn(asked.id);
    expect(line).toContain(' ERROR Could not be answered ');
    expect(next).toBe('DiscordAPIError[50035]: Invalid Form Body');
    expect(bot.log.join('\n')).not.toMatch(/Drohnen|token-of-/);
  });
});

describe('a connection', () => {
  it('that is cut is resumed, and what was asked meanwhile is answered', async () => {
    discord.gateway.cut();
    const asked = ask();
    await isAnswered(asked);
    expect(discord.gateway.logins).toEqual(['identify', 'resume']);
    expect(await bot.says(/Connected again/)).toContain('shard=0 missed=');
  });

  it('whose session is forgotten is begun anew', async () => {
    discord.gateway.forgetSession();
    discord.gateway.cut();
    await discord.gateway.identified(2);
    await isAnswered();
    expect(discord.gateway.logins).toEqual(['identify', 'resume', 'resume', 'identify']);
  });

  it('is made again when Discord is there again, with one line of the log on its being gone', async () => {
    const lines = bot.log.length;
    await discord.disappear(2_000);
    await discord.gateway.identified(3);
    await isAnswered();
    const said = bot.log.slice(lines).filter((line) => !line.includes('Answered'));
    expect(said.map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'WARN  Connection lost; connecting again shard=0',
      'INFO  Connected shard=0',
    ]);
  });

  it('that Discord asks to be made anew is resumed', async () => {
    discord.gateway.askToReconnect();
    const asked = ask();
    await isAnswered(asked);
    expect(discord.gateway.logins.at(-1)).toBe('resume');
  });
});
