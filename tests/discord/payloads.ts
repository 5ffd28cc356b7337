import type { Message } from './limits.js';

export const APPLICATION = '1000000000000000001';
export const GUILD = '1000000000000000002';
export const CHANNEL = { id: '1000000000000000003', type: 0, guild_id: GUILD, name: 'general' };
const DIRECT = { id: '1000000000000000004', type: 1, recipients: [] };
export const THREAD = {
  id: '1000000000000000005',
  type: 11,
  guild_id: GUILD,
  name: 'talks',
  parent_id: CHANNEL.id,
};
const ASKER = '3000000000000000001';
export const BOT = { id: APPLICATION, username: 'talks', discriminator: '0', avatar: null, bot: true };

/** The rights to view channels, to send messages, and to send messages in threads. */
const MAY_WRITE = `${(1n << 10n) | (1n << 11n) | (1n << 38n)}`;

/** Who uses the bot, and where. */
export interface Asker {
  user?: string;
  /** The bot's rights in the channel, a sum of bits. */
  appPermissions?: string;
  /** Whether in a direct message with the bot. */
  direct?: boolean;
  /** Whether in a thread. */
  thread?: boolean;
  /** Whether in a thread that the bot was not told of. */
  unknown?: boolean;
}

/** A message as it stands in a channel, and who had asked for it. */
export interface Standing {
  message: Message;
  ephemeral: boolean;
  asker?: string;
}

/** What every interaction says (Discord's documentation, "Interaction Object"). */
export function interaction(id: string, token: string, asker: Asker): object {
  const { user = ASKER, appPermissions = MAY_WRITE, direct = false, thread = false, unknown = false } = asker;
  const member = {
    user: userOf(user),
    roles: [],
    permissions: '0',
    joined_at: '2025-01-01T00:00:00Z',
    flags: 0,
  };
  const known = direct ? DIRECT : thread ? THREAD : CHANNEL;
  const channel = unknown ? { ...THREAD, id: '1000000000000000006' } : known;
  const guild = { guild_id: GUILD, guild_locale: 'en-US', member };
  return {
    id,
    token,
    application_id: APPLICATION,
    version: 1,
    channel_id: channel.id,
    channel,
    ...(direct ? { user: userOf(user) } : guild),
    locale: 'en-US',
    app_permissions: appPermissions,
    authorizing_integration_owners: { 0: direct ? '0' : GUILD },
    context: direct ? 1 : 0,
    entitlements: [],
  };
}

/** The part of one that is a slash command. */
export function slashCommand(name: string, options: Record<string, string | number | boolean>): object {
  const type = { string: 3, number: 4, boolean: 5 };
  const given = Object.entries(options).map(([option, value]) => {
    return { name: option, type: type[typeof value as keyof typeof type], value };
  });
  return { type: 2, data: { id: '1', name, type: 1, options: given } };
}

/** The part of one that is a tap on a button. */
export function tapOnButton(
  id: string,
  customId: string,
  { message, ephemeral, asker = ASKER }: Standing,
): object {
  const metadata = { id: '1', type: 2, user: userOf(asker), authorizing_integration_owners: {} };
  return {
    type: 3,
    data: { custom_id: customId, component_type: 2 },
    message: {
      id,
      channel_id: CHANNEL.id,
      author: BOT,
      ...message,
      flags: message.flags | (ephemeral ? 1 << 6 : 0),
      interaction_metadata: metadata,
    },
  };
}

function userOf(id: string): object {
  return { id, username: `user${id}`, discriminator: '0', avatar: null, global_name: 'Ann' };
}
