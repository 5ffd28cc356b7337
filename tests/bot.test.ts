import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BotProgram } from './discord/bot-program.js';
import { FakeDiscord } from './discord/fake-discord.js';

let discord: FakeDiscord;
let bot: BotProgram;

beforeAll(async () => {
  discord = await FakeDiscord.start();
  bot = await BotProgram.start(discord, { INDEX_DIR: inject('indexDir') });
});
afterAll(async () => {
  await bot.stop();
  discord.close();
});

describe('the bot', () => {
  it('answers', async () => {
    const asked = discord.ask('How many drones did Russia launch overnight?');
    const shown = await asked.answer();
    console.log(
      JSON.stringify(shown, null, 1),
      discord.problems,
      bot.log,
      discord.requests.map((r) => r.path),
    );
  });
});
