import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

const TOKEN = 'MTIzNDU2Nzg5.GabCde.x-y_z0123456789';

describe('readConfig', () => {
  it('has a default for everything, also where a setting is there but empty', () => {
    const defaults = {
      discordToken: null,
      discordGuildId: null,
      discordApiUrl: null,
      seedsDir: 'seeds',
      indexDir: 'index',
      embeddingModel: 'models/multilingual-e5-small',
      hubUrl: 'https://huggingface.co',
      logFormat: 'text',
      dataDir: 'data',
      cooldown: { user: 3, guild: 1 },
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ DISCORD_TOKEN: '', SEEDS_DIR: ' ', DISCORD_API_URL: '', HOME: '/home' })).toEqual(
      defaults,
    );
  });

  it('takes what is set', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: TOKEN,
        DISCORD_GUILD_ID: '123456789012345678',
        DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
        SEEDS_DIR: 'news',
        INDEX_DIR: '../elsewhere',
        EMBEDDING_MODEL: 'hf:owner/name@v1',
        HF_ENDPOINT: 'http://127.0.0.1:1',
        LOG_FORMAT: 'json',
        DATA_DIR: '/var/lib/talks',
        COOLDOWN_USER: '0',
        COOLDOWN_GUILD: '2.5',
      }),
    ).toEqual({
      discordToken: TOKEN,
      discordGuildId: '123456789012345678',
      discordApiUrl: 'http://127.0.0.1:4000/api',
      seedsDir: 'news',
      indexDir: '../elsewhere',
      embeddingModel: 'hf:owner/name@v1',
      hubUrl: 'http://127.0.0.1:1',
      logFormat: 'json',
      dataDir: '/var/lib/talks',
      cooldown: { user: 0, guild: 2.5 },
    });
  });

  it('lists all that is wrong at once, and never repeats a token', () => {
    const wrong = {
      DISCORD_TOKEN: 'my secret token',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'ftp://example.org',
      EMBEDDING_MODEL: 'hf:name',
      COOLDOWN_USER: '-1',
      COOLDOWN_GUILD: '3s',
      LOG_FORMAT: 'xml',
    };
    expect(() => readConfig(wrong)).toThrow(
      [
        'These settings are wrong; correct them in .env or in the environment:',
        '  DISCORD_TOKEN: expected a bot token, without spaces; found something else',
        '  DISCORD_GUILD_ID: expected the id of a server, a number of up to 20 digits; found "my server"',
        '  DISCORD_API_URL: expected an address such as http://127.0.0.1:4000/api; found "ftp://example.org"',
        '  EMBEDDING_MODEL: expected a folder, or hf:owner/name, or hf:owner/name@revision; found "hf:name"',
        '  COOLDOWN_USER: expected seconds, a number from 0 to 9999; found "-1"',
        '  COOLDOWN_GUILD: expected seconds, a number from 0 to 9999; found "3s"',
        '  LOG_FORMAT: expected text or json; found "xml"',
      ].join('\n'),
    );
  });

  it.each([
    ['seeds', 'seeds'],
    ['seeds', './seeds/index'],
    ['index/seeds', 'index'],
  ])('refuses to build the index of %s in %s', (seeds, index) => {
    expect(() => readConfig({ SEEDS_DIR: seeds, INDEX_DIR: index })).toThrow(
      `SEEDS_DIR and INDEX_DIR: expected two folders apart from each other; found ${seeds} and ${index}`,
    );
  });

  it.each(['seeds', './seeds/data'])('refuses to keep votes among the articles, in %s', (data) => {
    expect(() => readConfig({ DATA_DIR: data })).toThrow(
      `DATA_DIR: expected a folder that is not within SEEDS_DIR; found ${data} and seeds`,
    );
    expect(readConfig({ DATA_DIR: '.', SEEDS_DIR: 'seeds' }).dataDir).toBe('.');
    expect(readConfig({ DATA_DIR: 'seeds-data' }).dataDir).toBe('seeds-data');
  });
});
