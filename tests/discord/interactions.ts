import { type Asker, channelOf, userOf } from './payloads.js';
import { messageObject, type Standing } from './standing.js';

/** What options are given, by their names. */
export type Given = Record<string, string | number | boolean>;

/** The part of an interaction that is a slash command. */
export function slashCommand(name: string, options: Given): object {
  return { type: 2, data: { id: '1', name, type: 1, options: optionsOf(options) } };
}

/** Somebody types an option, and has given others before. */
export function typing(name: string, option: string, typed: string, options: Given): object {
  const focused = { name: option, type: 3, value: typed, focused: true };
  return { type: 4, data: { id: '1', name, type: 1, options: [...optionsOf(options), focused] } };
}

const TYPES = { string: 3, number: 4, boolean: 5 };

function optionsOf(options: Given): object[] {
  return Object.entries(options).map(([option, value]) => {
    return { name: option, type: TYPES[typeof value as keyof typeof TYPES], value };
  });
}

/** A message that somebody wrote, or one of the bot's. */
export type Target = { content: string } | Standing;

/** Somebody uses what is in the menu of a message. */
export function messageCommand(name: string, id: string, target: Target, asker: Asker): object {
  const written = 'content' in target ? writtenBy(target.content, id, asker) : messageObject(target);
  return {
    type: 2,
    data: { id: '1', name, type: 3, target_id: id, resolved: { messages: { [id]: { ...written, id } } } },
  };
}

function writtenBy(content: string, id: string, asker: Asker): object {
  return {
    id,
    type: 0,
    channel_id: channelOf(asker).id,
    author: userOf('5000000000000000001'),
    content,
    flags: 0,
    timestamp: '2025-03-01T12:00:00.000000+00:00',
    edited_timestamp: null,
    ...{ components: [], embeds: [], attachments: [], mentions: [], mention_roles: [] },
    ...{ mention_everyone: false, tts: false, pinned: false },
  };
}

/** Somebody taps on a button. */
export function tapOnButton(customId: string, standing: Standing): object {
  return {
    type: 3,
    data: { custom_id: customId, component_type: 2 },
    message: messageObject(standing),
  };
}

/** Somebody chooses from a menu. */
export function choiceOf(customId: string, values: string[], standing: Standing): object {
  return {
    type: 3,
    data: { custom_id: customId, component_type: 3, values },
    message: messageObject(standing),
  };
}
