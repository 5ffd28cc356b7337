import { Client, GatewayIntentBits, Options, PermissionFlagsBits } from 'discord.js';
import type { Log } from '../log.js';

/**
 * A client of Discord that is told of servers and interactions, and asks for nothing else.
 * @param apiUrl base of the REST API; null for Discord's own
 * @param log is told of every wait that Discord asks for
 */
export function createClient(apiUrl: string | null, log: Log): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    allowedMentions: { parse: [] },
    // Nothing is asked of a server, so a question need not wait until every server has been told of.
    waitGuildTimeout: 0,
    // What comes with an interaction is all that is needed to answer it: nothing else may pile up.
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      UserManager: 100,
      GuildMemberManager: 100,
      ThreadMemberManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      StageInstanceManager: 0,
      GuildScheduledEventManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
      AutoModerationRuleManager: 0,
    }),
    rest: {
      ...(apiUrl !== null && { api: apiUrl }),
      // Discord exempts answers to interactions from its limit of 50 requests a second, but this client does not: a
      // hundred questions at once would wait for seconds. Limits that Discord does tell are still kept.
      globalRequestsPerSecond: 10_000,
      // Each interaction has a queue of its own for its requests; they are cleared away once a minute.
      handlerSweepInterval: 60_000,
      timeout: 5_000,
      // Every wait comes by here, while the event of that name leaves some out. False says that it is to be waited.
      rejectOnRateLimit: ({ route, retryAfter, global }) => {
        log.warn('Discord asks to wait', { route, ms: retryAfter, global });
        return false;
      },
    },
  });
}

/** The rights to see channels, and to write in them and in their threads. */
const RIGHTS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads;

/**
 * The pages on which somebody adds the bot: to a server, or to all that they do in Discord themselves, which the owner
 * of the application has to allow (Developer Portal, Installation; new applications do).
 */
export function invitationsOf({ application }: Client<true>): { toServer: string; toUser: string } {
  const pageOf = (query: Record<string, string>): string =>
    `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: application.id, ...query })}`;
  return {
    toServer: pageOf({ scope: 'bot applications.commands', permissions: `${RIGHTS}` }),
    toUser: pageOf({ scope: 'applications.commands', integration_type: '1' }),
  };
}
