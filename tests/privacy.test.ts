import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import { FakeDiscord, TOKEN } from './discord/fake-discord.js';
import { readMessage } from './discord/render.js';
import { runNode, runProgram } from './program.js';

let server: Server;
let connections: number;
/** What sends questions away on a machine where somebody develops with LangChain, and a proxy that would see it. */
let env: Record<string, string>;

beforeEach(async () => {
  connections = 0;
  server = createServer((_request, response) => response.end('{}'));
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = {
    INDEX_DIR: inject('indexDir'),
    LANGSMITH_TRACING: 'true',
    LANGSMITH_TRACING_V2: 'true',
    LANGCHAIN_TRACING_V2: 'true',
    LANGSMITH_API_KEY: 'key',
    LANGSMITH_ENDPOINT: url,
    LANGCHAIN_API_KEY: 'key',
    LANGCHAIN_ENDPOINT: url,
    HTTP_PROXY: url,
    HTTPS_PROXY: url,
    ALL_PROXY: url,
    HF_ENDPOINT: url,
  };
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('nothing leaves the machine', () => {
  it('when a question is answered or the index is built', async () => {
    const { stdout } = await runProgram('ask', ['How many drones did Russia launch overnight?'], { env });
    expect(stdout).toContain('176 Drohnen');
    expect((await runProgram('index', ['--json'], { env })).code).toBe(0);
    expect(connections).toBe(0);
  });

  it('but to Discord, when the bot answers there', async () => {
    const discord = await FakeDiscord.start();
    const bot = await BotProgram.start(discord, env);
    const { message } = await discord.ask('How many drones did Russia launch overnight?').answer();
    expect(readMessage(message)).toContain('176 Drohnen');
    // Where the system shows it: the process that answers is not even told the token.
    const told = await readFile(`/proc/${await bot.answeringPid()}/environ`, 'utf8').catch(
      () => 'INDEX_DIR=',
    );
    expect(told).toContain('INDEX_DIR=');
    expect(told).not.toContain(TOKEN);
    await bot.stop();
    discord.close();
    expect(connections).toBe(0);
  });

  it("when LangChain's own interface is asked, though its tracing is switched on", async () => {
    const script = join(import.meta.dirname, 'fixtures', 'retrieve.mjs');
    const { stdout } = await runNode([script], { env });
    expect(JSON.parse(stdout)).toMatchObject([
      {
        pageContent: 'The ministers met in a palace.',
        metadata: { article: { id: 'a', title: 'The talks' }, start: 0, end: 30, score: 0.9 },
      },
    ]);
    expect(connections).toBe(0);
    // That this server would have seen it is shown by switching the tracing on again.
    await runNode([script, 'traced'], { env });
    expect(connections).toBeGreaterThan(0);
  });
});
