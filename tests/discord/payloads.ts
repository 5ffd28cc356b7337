export const APPLICATION = '1000000000000000001';
export const GUILD = '1000000000000000002';
export const CHANNEL = { id: '1000000000000000003', type: 0, guild_id: GUILD, name: 'general' };
export const THREAD = {
  id: '1000000000000000005',
  type: 11,
  guild_id: GUILD,
  name: 'talks',
  parent_id: CHANNEL.id,
};
/** A server that did not add the bot, where somebody who did uses it. */
const FOREIGN_GUILD = '1000000000000000007';
/** A server as the bot is told of it. */
export const SERVER = {
  id: GUILD,
  name: 'Newsroom',
  members: [],
  channels: [CHANNEL],
  roles: [],
  threads: [THREAD],
};
export const BOT = { id: APPLICATION, username: 'talks', discriminator: '0', avatar: null, bot: true };
const ASKER = '3000000000000000001';

/** Where the bot can be used, by what Discord tells of it. */
const CHANNELS = {
  server: CHANNEL,
  thread: THREAD,
  /** A thread that the bot was not told of. */
  unknownThread: { ...THREAD, id: '1000000000000000006' },
  /** A server that did not add the bot. */
  foreignServer: { id: '1000000000000000008', type: 0, guild_id: FOREIGN_GUILD, name: 'elsewhere' },
  /** A direct message with the bot. */
  direct: { id: '1000000000000000004', type: 1, recipients: [] },
  /** A direct message of two people. */
  foreignDirect: { id: '1000000000000000010', type: 1, recipients: [] },
  group: { id: '1000000000000000011', type: 3, name: 'Friends', icon: null, recipients: [] },
};
export type Place = keyof typeof CHANNELS;

/** The id of one of as many channels as there need to be: in each, nobody else asks the same. */
export const anotherChannel = (number: number): string => `${6_000_000_000_000_000_000n + BigInt(number)}`;

/** Which kind of installation lets the bot be used there (0 by a server, 1 by a user), and which context it is. */
const INSTALLED: Record<Place, 0 | 1> = {
  server: 0,
  thread: 0,
  unknownThread: 0,
  direct: 0,
  foreignServer: 1,
  foreignDirect: 1,
  group: 1,
};
const CONTEXTS: Record<Place, 0 | 1 | 2> = {
  server: 0,
  thread: 0,
  unknownThread: 0,
  foreignServer: 0,
  direct: 1,
  foreignDirect: 2,
  group: 2,
};

/** To view channels, to send messages, to send messages in threads, and (a user) to use apps from outside. */
const MAY_WRITE = `${(1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 50n)}`;
/** To attach files, to embed links, and to mention everyone: no server, and so no right to send there either. */
const IN_MESSAGES = `${(1n << 15n) | (1n << 14n) | (1n << 17n)}`;

/** Who uses the bot, and where. */
export interface Asker {
  user?: string;
  /** The language of the user's Discord. */
  locale?: string;
  place?: Place;
  /** The id of another channel in the same kind of place. */
  channel?: string;
  /** The bot's rights in the channel, a sum of bits. */
  appPermissions?: string;
  /** Who installed the bot: by 0 a server, by 1 a user. Else as is usual in such a place. */
  owners?: Partial<Record<0 | 1, string>>;
}

/** By who installed the bot it can be used there (Discord's documentation, "Authorizing Integration Owners"). */
export function ownersOf({ user = ASKER, place = 'server', owners }: Asker): Partial<Record<0 | 1, string>> {
  if (owners) return owners;
  return INSTALLED[place] === 1 ? { 1: user } : { 0: place === 'direct' ? '0' : GUILD };
}

export const contextOf = ({ place = 'server' }: Asker): 0 | 1 | 2 => CONTEXTS[place];

export const channelOf = ({ place = 'server', channel: id }: Asker): (typeof CHANNELS)[Place] => {
  return { ...CHANNELS[place], ...(id && { id }) };
};

/** What every interaction says (Discord's documentation, "Interaction Object"). */
export function interaction(id: string, token: string, asker: Asker): object {
  const { user = ASKER, locale = 'en-US', place = 'server' } = asker;
  const channel = channelOf(asker);
  const { appPermissions = 'guild_id' in channel ? MAY_WRITE : IN_MESSAGES } = asker;
  return {
    id,
    token,
    application_id: APPLICATION,
    version: 1,
    channel_id: channel.id,
    channel,
    ...('guild_id' in channel ? inGuild(channel.guild_id, user) : { user: userOf(user) }),
    locale,
    app_permissions: appPermissions,
    authorizing_integration_owners: ownersOf(asker),
    context: CONTEXTS[place],
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
}

function inGuild(guild: string, user: string): object {
  const member = {
    user: userOf(user),
    roles: [],
    permissions: MAY_WRITE,
    joined_at: '2025-01-01T00:00:00Z',
    flags: 0,
  };
  return {
    guild_id: guild,
    guild: { id: guild, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member,
  };
}

export function userOf(id: string = ASKER): object {
  return { id, username: `user${id}`, discriminator: '0', avatar: null, global_name: 'Ann' };
}
