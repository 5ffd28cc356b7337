import { resolve, sep } from 'node:path';
import { config as readEnvFile } from 'dotenv';
import { z } from 'zod';
import { parseHubModel } from './embedding/hub.js';
import { systemCode, UserError } from './user-error.js';

/** How the bot's log is written: lines that a person reads, or an object a line for programs. */
const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** The settings, checked. What is not set is null, or its default. */
export interface Config {
  discordToken: string | null;
  discordGuildId: string | null;
  discordApiUrl: string | null;
  seedsDir: string;
  indexDir: string;
  embeddingModel: string;
  /** Where `hf:` models are fetched from. */
  hubUrl: string;
  logFormat: LogFormat;
  /** Where what people think of answers is kept. */
  dataDir: string;
  /** Seconds between two questions of one person, and between two answers that all of a server see; 0 for none. */
  cooldown: { user: number; guild: number };
}

const text = (fallback: string) => z.string().default(fallback);
const httpUrl = (expected: string) => z.url({ protocol: /^https?$/, error: expected });

const seconds = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,4}(?:\.\d{1,3})?$/, 'expected seconds, a number from 0 to 9999')
    .transform(Number)
    .default(fallback);

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'expected a bot token, without spaces')
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'expected the id of a server, a number of up to 20 digits')
    .optional(),
  DISCORD_API_URL: httpUrl('expected an address such as http://127.0.0.1:4000/api').optional(),
  SEEDS_DIR: text('seeds'),
  INDEX_DIR: text('index'),
  EMBEDDING_MODEL: text('models/multilingual-e5-small').refine(
    (model) => !model.startsWith('hf:') || parseHubModel(model) !== null,
    'expected a folder, or hf:owner/name, or hf:owner/name@revision',
  ),
  HF_ENDPOINT: httpUrl('expected an address such as https://huggingface.co').default(
    'https://huggingface.co',
  ),
  DATA_DIR: text('data'),
  COOLDOWN_USER: seconds(3),
  COOLDOWN_GUILD: seconds(1),
  LOG_FORMAT: z.enum(LOG_FORMATS, `expected ${LOG_FORMATS.join(' or ')}`).default('text'),
});

/** Adds what `.env` in the current folder says to the environment, where that does not say otherwise. */
export function loadEnvFile(): void {
  const { error } = readEnvFile({ quiet: true });
  if (error && systemCode(error) !== 'ENOENT') {
    throw new UserError(
      `.env should be a file with settings, but it cannot be read (${systemCode(error)}).`,
      2,
    );
  }
}

/**
 * Checks all settings at once. An empty one is one that is not set.
 * @throws UserError with a line for each setting that is wrong: what was expected and what was found
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(set);
  const wrong = parsed.success
    ? wrongFolders(parsed.data.SEEDS_DIR, parsed.data.INDEX_DIR, parsed.data.DATA_DIR)
    : parsed.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${message}${found(path.join('.'), set)}`,
      );
  if (!parsed.success || wrong.length > 0) {
    throw new UserError(
      `These settings are wrong; correct them in .env or in the environment:\n${wrong.map((line) => `  ${line}`).join('\n')}`,
      2,
    );
  }
  const values = parsed.data;
  return {
    discordToken: values.DISCORD_TOKEN ?? null,
    discordGuildId: values.DISCORD_GUILD_ID ?? null,
    discordApiUrl: values.DISCORD_API_URL?.replace(/\/+$/, '') ?? null,
    seedsDir: values.SEEDS_DIR,
    indexDir: values.INDEX_DIR,
    embeddingModel: values.EMBEDDING_MODEL,
    hubUrl: values.HF_ENDPOINT,
    logFormat: values.LOG_FORMAT,
    dataDir: values.DATA_DIR,
    cooldown: { user: values.COOLDOWN_USER, guild: values.COOLDOWN_GUILD },
  };
}

/** What a setting says; a token is never repeated, since it would stand in logs. */
function found(name: string, set: Record<string, string | undefined>): string {
  return name === 'DISCORD_TOKEN' ? '; found something else' : `; found ${JSON.stringify(set[name])}`;
}

/**
 * The index is written to, and the articles are read with everything below them: neither may lie in the other, and what
 * people think of answers must not be read as articles.
 */
function wrongFolders(seeds: string, index: string, data: string): string[] {
  const isWithin = (one: string, other: string): boolean =>
    `${resolve(one)}${sep}`.startsWith(resolve(other) + sep);
  return [
    ...(isWithin(seeds, index) || isWithin(index, seeds)
      ? [`SEEDS_DIR and INDEX_DIR: expected two folders apart from each other; found ${seeds} and ${index}`]
      : []),
    ...(isWithin(data, seeds)
      ? [`DATA_DIR: expected a folder that is not within SEEDS_DIR; found ${data} and ${seeds}`]
      : []),
  ];
}
