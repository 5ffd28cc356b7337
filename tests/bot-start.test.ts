import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { BotProgram, NPM_START } from './discord/bot-program.js';
import { FakeDiscord, type Mishap, type Request } from './discord/fake-discord.js';
import { CLOSE } from './discord/gateway.js';
import { GUILD } from './discord/payloads.js';
import { readMessage } from './discord/render.js';
import { pause, processesOf, runProgram } from './program.js';

const REFUSED_TOKEN =
  "Discord refuses the DISCORD_TOKEN: copy the bot's token again from https://discord.com/developers/applications " +
  '(your application, Bot, Reset Token) into .env.';

let discord: FakeDiscord;
let env: Record<string, string>;

beforeEach(async () => {
  env = { INDEX_DIR: inject('indexDir') };
  discord = await FakeDiscord.start();
});
afterEach(() => discord.close());

/** Runs a bot that cannot start, and returns all that it says. */
async function ending(
  settings: Record<string, string> = {},
): Promise<{ code: number | null; said: string[] }> {
  const bot = BotProgram.launch(discord, { ...env, ...settings });
  return { code: await bot.end(), said: bot.log };
}

/** What Discord says of its gateway, which is somewhere else. */
function gatewayAt(address: unknown): Mishap {
  const { port } = address as AddressInfo;
  const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  return { status: 200, body: { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit } };
}

describe('a start that fails ends with one sentence', () => {
  it('where the token is wrong', async () => {
    expect(await ending({ DISCORD_TOKEN: 'a.b.c' })).toEqual({ code: 2, said: [REFUSED_TOKEN] });
  });

  it('where the gateway refuses the token', async () => {
    discord.refuseLoginWith = CLOSE.authenticationFailed;
    expect(await ending()).toEqual({ code: 2, said: [REFUSED_TOKEN] });
  });

  it('where intents are not allowed', async () => {
    discord.refuseLoginWith = CLOSE.disallowedIntents;
    const { code, said } = await ending();
    expect(code).toBe(2);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^Discord refuses the intents that the bot asks for, .* and what DISCORD_API_URL names\.$/,
    );
  });

  it('where the gateway closes for good for another reason', async () => {
    discord.refuseLoginWith = 4012;
    expect(await ending()).toEqual({
      code: 1,
      said: ['Discord closed the connection for good (4012, InvalidAPIVersion).'],
    });
  });

  it('where the server is not one of the bot', async () => {
    const { code, said } = await ending({ DISCORD_GUILD_ID: '5000000000000000001' });
    expect(code).toBe(2);
    expect(said.filter((line) => /WARN|ERROR/.test(line))).toEqual([]);
    expect(said.at(-2)).toContain('https://discord.com/oauth2/authorize?');
    expect(said.at(-1)).toBe(
      'DISCORD_GUILD_ID should be the id of a server that the bot was added to, but Discord answers "Missing Access": ' +
        'correct it in .env, add the bot to that server first, or leave it out to register the commands for all servers.',
    );
  });

  it('where Discord has an error of its own', async () => {
    discord.mishap = () => ({ status: 503 });
    expect(await ending()).toEqual({
      code: 1,
      said: [`Discord at ${discord.apiUrl} has an error of its own (503): try again in some minutes.`],
    });
  });

  it('where there is no network', async () => {
    const url = 'http://127.0.0.1:9/api';
    expect(await ending({ DISCORD_API_URL: url })).toEqual({
      code: 1,
      said: [
        `Discord cannot be reached at ${url} (ECONNREFUSED): check the network, and DISCORD_API_URL if it is set.`,
      ],
    });
  });

  it('where DISCORD_API_URL is something else', async () => {
    const other = createServer((_, response) => response.end('<h1>Welcome</h1>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    expect(await ending({ DISCORD_API_URL: url })).toEqual({
      code: 2,
      said: [
        `DISCORD_API_URL should be the base of Discord's REST API, but what answers at ${url} is something else.`,
      ],
    });
    other.close();
  });

  it('where the gateway does not say a word, or Discord asks to wait for an hour', async () => {
    const noUpgrade = createTcpServer(() => {}).listen(0, '127.0.0.1');
    const noHello = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await Promise.all([once(noUpgrade, 'listening'), once(noHello, 'listening')]);
    const limited = {
      status: 429,
      body: { message: 'Wait', retry_after: 3_600 },
      headers: { 'retry-after': '3600' },
    };
    const mishaps: ((request: Request) => Mishap | undefined)[] = [
      ({ path }) => (path === '/gateway/bot' ? gatewayAt(noUpgrade.address()) : undefined),
      ({ path }) => (path === '/gateway/bot' ? gatewayAt(noHello.address()) : undefined),
      ({ path }) => (path === '/gateway/bot' ? limited : undefined),
      ({ method }) => (method === 'PUT' ? limited : undefined),
    ];
    const endings = mishaps.map(async (mishap) => {
      const other = await FakeDiscord.start();
      other.mishap = mishap;
      const bot = BotProgram.launch(other, env);
      const code = await bot.end();
      other.close();
      return {
        code,
        last: bot.log.at(-1),
        waits: bot.log.filter((line) => line.includes('Discord asks to wait')).length,
      };
    });
    const noGateway =
      "Discord's gateway does not answer, though its REST API does: check that the network lets WebSockets through.";
    const noAnswer = 'Discord does not answer, or asks the bot to wait: try again in some minutes.';
    expect(await Promise.all(endings)).toEqual([
      { code: 1, last: noGateway, waits: 0 },
      { code: 1, last: noGateway, waits: 0 },
      { code: 1, last: noAnswer, waits: 1 },
      { code: 1, last: noAnswer, waits: 1 },
    ]);
    noUpgrade.close();
    noHello.close();
  });

  it('where too many commands were registered today', async () => {
    const message = 'Max number of daily application command creates has been reached (200)';
    discord.mishap = ({ method }) =>
      method === 'PUT' ? { status: 400, body: { code: 30034, message } } : undefined;
    const { code, said } = await ending({ DISCORD_GUILD_ID: GUILD });
    expect({ code, last: said.at(-1) }).toEqual({
      code: 1,
      last: `Discord at ${discord.apiUrl} refuses to start the bot: "${message}" (400).`,
    });
  });

  it('where DISCORD_API_URL names another path', async () => {
    const url = discord.apiUrl.replace('/api', '/bot');
    expect(await ending({ DISCORD_API_URL: url })).toEqual({
      code: 2,
      said: [
        `DISCORD_API_URL should be the base of Discord's REST API, but what answers at ${url} is something else.`,
      ],
    });
  });

  it('as an object too, where the log is in JSON', async () => {
    const { code, said } = await ending({ DISCORD_TOKEN: 'a.b.c', LOG_FORMAT: 'json' });
    expect(code).toBe(2);
    expect(said.map((line) => JSON.parse(line))).toMatchObject([{ level: 'ERROR', message: REFUSED_TOKEN }]);
  });

  it('where the index cannot be opened', async () => {
    const { code, said } = await ending({ SEEDS_DIR: 'nowhere' });
    expect(code).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('SEEDS_DIR should be a folder');
  });

  it('where settings are wrong, all of them at once', async () => {
    const wrong = { DISCORD_TOKEN: 'my token', DISCORD_GUILD_ID: 'x', LOG_FORMAT: 'xml' };
    const { code, stdout, stderr } = await runProgram('start', [], { env: { ...env, ...wrong } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'These settings are wrong; correct them in .env or in the environment:\n' +
        '  DISCORD_TOKEN: expected a bot token, without spaces; found something else\n' +
        '  DISCORD_GUILD_ID: expected the id of a server, a number of up to 20 digits; found "x"\n' +
        '  LOG_FORMAT: expected text or json; found "xml"\n',
    );
  });
});

describe('a start', () => {
  it('warns where DISCORD_API_URL sends the token unencrypted to another machine', async () => {
    const { said } = await ending({ DISCORD_API_URL: 'http://discord.invalid/api' });
    expect(said[0]).toMatch(
      / WARN {2}DISCORD_API_URL is not encrypted: everybody on the way can read the token and the answers origin=http:\/\/discord\.invalid$/,
    );
    expect(said[1]).toMatch(/^Discord cannot be reached at http:\/\/discord\.invalid\/api \(E[A-Z_]+\)/);
  });

  it('says who it is, where it can be invited from, and that it is ready; in JSON where that is wanted', async () => {
    const bot = await BotProgram.start(discord, { ...env, LOG_FORMAT: 'json' });
    const lines = bot.log.map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      level: 'INFO',
      message: 'Ready',
      user: 'talks',
      servers: 2,
      commands: 'registered',
      articles: 4,
    });
    const invitation = lines.find(({ message }) => message === 'To add the bot to a server, open');
    expect(invitation?.address).toMatch(
      /^https:\/\/discord\.com\/oauth2\/authorize\?client_id=1000000000000000001&/,
    );
    await bot.stop();
  });

  it('ends when Discord does not want the bot any more', async () => {
    const bot = await BotProgram.start(discord, env);
    discord.gateway.closeWith(CLOSE.authenticationFailed);
    expect(await bot.end()).toBe(2);
    expect(bot.log.at(-1)).toBe(REFUSED_TOKEN);
  });
});

describe('a stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s finishes what is in flight and takes everything with it',
    async (signal) => {
      const bot = await BotProgram.start(discord, env);
      const child = await bot.answeringPid();
      const asked = Array.from({ length: 40 }, (_, i) => discord.ask(`How many drones? (${i})`));
      await Promise.all(asked.map((one) => one.until(() => one.acknowledged)));
      expect(await bot.stop(signal)).toBe(0);
      expect(asked.map(({ shown }) => shown.length)).toEqual(asked.map(() => 1));
      expect(await processesOf(child)).toEqual([]);
      expect(bot.log.at(-1)).toMatch(new RegExp(` INFO {2}Stopping signal=${signal}$|Answered`));
      expect(bot.log.filter((line) => /WARN|ERROR/.test(line))).toEqual([]);
    },
  );

  it('of npm start stops the bot too, which npm does not tell', async () => {
    const npm = await BotProgram.start(discord, env, NPM_START);
    expect(await npm.stop('SIGTERM')).toBeNull();
    await npm.says(/ INFO {2}Stopping signal=SIGTERM$/);
  });

  it('takes ten seconds at most, and asks who comes meanwhile to come again', async () => {
    const bot = await BotProgram.start(discord, env);
    await pause(await bot.answeringPid());
    const asked = discord.ask('How many drones?');
    await asked.until(() => asked.acknowledged);
    const began = performance.now();
    const stopped = bot.stop();
    await bot.says(/Stopping/);
    const late = discord.ask('How many talks?');
    expect(readMessage((await late.answer()).message)).toBe(
      'The bot is being restarted; ask again in a moment.',
    );
    expect(await stopped).toBe(0);
    expect(readMessage((await asked.answer()).message)).toBe(
      'The bot is being restarted; ask again in a moment.',
    );
    expect(performance.now() - began).toBeLessThan(12_000);
  });

  it('leaves nothing behind where the bot is killed', async () => {
    const bot = await BotProgram.start(discord, env);
    const child = await bot.answeringPid();
    await bot.stop('SIGKILL');
    while ((await processesOf(child)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
