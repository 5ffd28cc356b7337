import type { RepliableInteraction } from 'discord.js';
import { type Notice, NoticeError } from '../notice.js';
import { passageGone } from '../passage-gone.js';
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
    if (error instanceof NoticeError) return told(error.notice, request, interaction.isMessageComponent());
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

/** What a filter may come upon that was right when the message was written: the articles have changed since. */
const GONE: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>([
  'no-such-article',
  'no-such-publisher',
  'no-such-language',
  'nothing-left',
]);

/** Whoever taps has typed nothing wrong; where what it was about is gone, the question can be asked again. */
function told(notice: Notice, { options: { question } }: Control, isTap: boolean): View {
  return isTap && question !== undefined && GONE.has(notice.kind)
    ? passageGone(question)
    : noticeView(notice);
}
