import type { RepliableInteraction } from 'discord.js';
import { type Admission, letIn, type Manners, turnedAway } from '../manners.js';
import type { Control } from './custom-id.js';
import { type Delivery, isPrivate } from './delivery.js';

/** The commands that answer a question. */
const ASKING: ReadonlySet<string> = new Set(['ask', 'compare', 'timeline', 'message']);

/**
 * Whether a request may be answered now. Only questions have to wait, and answers that are shown to everybody; what is
 * tapped on for oneself disturbs nobody.
 */
export function admissionOf(
  interaction: RepliableInteraction,
  { command, options, opens }: Control,
  delivery: Delivery,
  manners: Manners,
): Admission {
  const isShared = opens === 'publicly';
  if (isShared && delivery === 'private') return turnedAway({ kind: 'may-not-share' });
  const isCommand = interaction.isCommand();
  const isQuestion = isCommand && ASKING.has(command);
  const isForAll = isCommand && delivery === 'public';
  if (!isQuestion && !isForAll && !isShared) return letIn();
  return manners.admit({
    command,
    options,
    user: interaction.user.id,
    channel: interaction.channelId ?? '',
    server: isForAll ? interaction.guildId : null,
    isPrivate: isPrivate(interaction, delivery),
    isQuestion,
  });
}
