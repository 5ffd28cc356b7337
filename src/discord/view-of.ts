import type { RepliableInteraction } from 'discord.js';
import { type Notice, NoticeError } from '../notice.js';
import type { NoticeView, View } from '../view.js';
import type { Control } from './custom-id.js';
import type { Desk } from './desk.js';
import { isVerdict, voteOf } from './vote.js';

export const noticeView = (notice: Notice): NoticeView => ({ kind: 'notice', notice });

/** What is shown of a fault of ours; the rest is in the log. */
export const FAULT = noticeView({ kind: 'fault' });

/**
 * Does what is asked for, and never throws: what goes wrong becomes a notice, its own where an asker may read it, else
 * always the same.
 * @param onFault is told what went wrong that should not have
 */
export async function viewOf(
  interaction: RepliableInteraction,
  request: Control,
  desk: Desk,
  onFault: (error: unknown) => void,
): Promise<View> {
  try {
    return await run(interaction, request, desk);
  } catch (error) {
    if (error instanceof NoticeError) return withQuestion(error.notice, request);
    onFault(error);
    return FAULT;
  }
}

async function run(
  interaction: RepliableInteraction,
  { command, options }: Control,
  desk: Desk,
): Promise<View> {
  if (isVerdict(command) && interaction.isMessageComponent()) {
    await desk.keepVote(voteOf(command, interaction.message, interaction.user.id, new Date()));
    return noticeView({ kind: 'thanks', isUp: command === 'up' });
  }
  const view = await desk.run(command, options);
  // How the bot is doing is only known in its own process.
  return view.kind === 'status' ? { ...view, running: desk.pulse.read() } : view;
}

/** Where a passage is gone, the question that had led to it can be asked again. */
function withQuestion(notice: Notice, { options: { question } }: Control): View {
  const view = noticeView(notice);
  return notice.kind === 'passage-gone' && question !== undefined ? { ...view, question } : view;
}
