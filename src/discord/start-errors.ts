import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { UserError } from '../user-error.js';
import { networkCode, withoutSecrets } from './rest-errors.js';

const WRONG_TOKEN =
  "Discord refuses the DISCORD_TOKEN: copy the bot's token again from https://discord.com/developers/applications " +
  '(your application, Bot, Reset Token) into .env.';

/** What the gateway says when it closes a connection for good. */
const CLOSED: Record<number, string> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents that the bot asks for, though it only asks for Guilds, which every bot may have: ' +
    'check that the token in .env is one of a bot, and what DISCORD_API_URL names.',
};

/** The bot is not there, there is no such server, or the id is none. */
const WRONG_SERVER: unknown[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
];

/** Why the gateway closed for good, as a sentence for whoever runs the bot. */
export function closedForGood(code: number): UserError {
  const name = GatewayCloseCodes[code] ?? 'unknown';
  return new UserError(
    CLOSED[code] ?? `Discord closed the connection for good (${code}, ${name}).`,
    code in CLOSED ? 2 : 1,
  );
}

/**
 * Why the bot could not be started, as a sentence for whoever runs it.
 * @param api where Discord was looked for
 * @returns the error itself where it is a fault of ours
 */
export function startError(error: unknown, api: string): unknown {
  const from = (sentence: string, exitCode: 1 | 2 = 1) =>
    new UserError(sentence, exitCode, { cause: withoutSecrets(error) });
  if (error instanceof UserError) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return from(WRONG_TOKEN, 2);
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return from(WRONG_TOKEN, 2);
    if (error.status === 404 && error.url.endsWith('/gateway/bot')) return from(notDiscord(api), 2);
    if (error.url.includes('/guilds/') && WRONG_SERVER.includes(error.code))
      return from(
        `DISCORD_GUILD_ID should be the id of a server that the bot was added to, but Discord answers "${error.message}": ` +
          'correct it in .env, add the bot to that server first, or leave it out to register the commands for all servers.',
        2,
      );
    return from(`Discord at ${api} refuses to start the bot: "${error.message}" (${error.status}).`);
  }
  if (error instanceof HTTPError)
    return from(`Discord at ${api} has an error of its own (${error.status}): try again in some minutes.`);
  if (error instanceof Error && /sessions remaining/.test(error.message))
    return from(`The bot was started too often today, so Discord asks it to wait: ${error.message}.`);
  const code = networkCode(error);
  if (code)
    return from(
      `Discord cannot be reached at ${api} (${code}): check the network, and DISCORD_API_URL if it is set.`,
    );
  return error;
}

export function notDiscord(api: string): string {
  return `DISCORD_API_URL should be the base of Discord's REST API, but what answers at ${api} is something else.`;
}
