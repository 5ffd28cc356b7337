import type { Conversation, Shown } from './conversation.js';
import type { FakeDiscord } from './fake-discord.js';
import { everyControl } from './limits.js';
import type { Asker } from './payloads.js';
import { readMessage } from './render.js';
import type { Standing } from './standing.js';

/** What comes of a tap. */
export interface Outcome {
  /** The words on a button; of a menu, those of the entry. */
  tapped: string;
  /** In place of the message, in a message of its own, or besides. */
  where: 'in place' | 'new' | 'besides';
  ephemeral: boolean;
  text: string;
}

/** Taps on every button of a message that can be tapped on, and chooses every entry of its menus, one after the other. */
export async function tapEverything(
  discord: FakeDiscord,
  standing: Standing,
  asker: Asker = {},
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { tapped, conversation } of taps(discord, standing, asker)) {
    const said = await conversation.said();
    outcomes.push({ tapped, ...outcomeOf(conversation, said) });
  }
  return outcomes;
}

function* taps(
  discord: FakeDiscord,
  standing: Standing,
  asker: Asker,
): Generator<{ tapped: string; conversation: Conversation }> {
  for (const control of everyControl(standing.message.components)) {
    if (control.disabled) continue;
    if (control.type === 2 && 'custom_id' in control) {
      yield { tapped: control.label, conversation: discord.tap(control.label, standing, asker) };
    }
    for (const { label } of control.type === 3 ? control.options : []) {
      const placeholder = control.type === 3 ? control.placeholder : '';
      yield { tapped: label, conversation: discord.choose(placeholder ?? '', label, standing, asker) };
    }
  }
}

function outcomeOf(conversation: Conversation, { message, ephemeral }: Shown): Omit<Outcome, 'tapped'> {
  const inPlace = conversation.acknowledged?.update ? 'in place' : 'new';
  const where = conversation.shown.length > 0 ? inPlace : 'besides';
  return { where, ephemeral, text: readMessage(message) };
}
