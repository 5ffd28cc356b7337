import type { Button, Select } from './control-limits.js';
import { type Component, EPHEMERAL, everyControl, type Message } from './limits.js';
import { APPLICATION, type Asker, BOT, channelOf, ownersOf, userOf } from './payloads.js';

/**
 * A message of the bot's as it stands in a channel. Plain data, so that it can be kept, as people keep messages, and
 * tapped on much later. An edit makes a new one of the same id.
 */
export interface Standing {
  id: string;
  message: Message;
  ephemeral: boolean;
  /** Who asked for it, and where: it stands there. */
  asker: Asker;
}

/** A message of the bot's as Discord tells of it (Discord's documentation, "Message Object"). */
export function messageObject({ id, message, ephemeral, asker }: Standing): object {
  return {
    id,
    type: 20,
    channel_id: channelOf(asker).id,
    author: BOT,
    application_id: APPLICATION,
    webhook_id: APPLICATION,
    content: '',
    components: asKept(message.components),
    flags: message.flags | (ephemeral ? EPHEMERAL : 0),
    timestamp: '2025-03-01T12:00:00.000000+00:00',
    edited_timestamp: null,
    ...{ embeds: [], attachments: [], mentions: [], mention_roles: [] },
    ...{ mention_everyone: false, tts: false, pinned: false },
    interaction_metadata: {
      id: '1',
      type: 2,
      user: userOf(asker.user),
      authorizing_integration_owners: ownersOf(asker),
    },
  };
}

/** Components as Discord keeps them: numbered in order, white space cut off at both ends of a text. */
function asKept(top: Component[]): object[] {
  let last = 0;
  const kept = (part: Component | Button | Select): object => {
    const id = ++last;
    if (part.type === 10) return { ...part, id, content: part.content.trim() };
    const inner = 'components' in part ? { components: part.components.map(kept) } : {};
    return { ...part, id, ...inner };
  };
  return top.map(kept);
}

/**
 * What somebody taps on.
 * @throws Error where there is no such button, or it cannot be tapped on
 */
export function buttonOf({ message }: Standing, label: string): string {
  const found = everyControl(message.components).filter((one) => one.type === 2 && one.label === label);
  const [button] = found;
  if (found.length !== 1 || button?.type !== 2)
    throw new Error(`There are ${found.length} buttons "${label}"`);
  if (button.disabled || !('custom_id' in button)) throw new Error(`"${label}" cannot be tapped on`);
  return button.custom_id;
}

/**
 * What somebody chooses in a menu, by the words in it.
 * @throws Error where there is no such menu, or no such entry
 */
export function entryOf(
  { message }: Standing,
  placeholder: string,
  label: string,
): { customId: string; value: string } {
  const menus = everyControl(message.components).filter((one) => one.type === 3);
  const menu = menus.find((one) => one.placeholder === placeholder);
  if (!menu || menu.disabled) throw new Error(`There is no menu "${placeholder}" to choose from`);
  const entry = menu.options.find((one) => one.label === label);
  if (!entry) throw new Error(`There is no "${label}" in the menu "${placeholder}"`);
  return { customId: menu.custom_id, value: entry.value };
}
