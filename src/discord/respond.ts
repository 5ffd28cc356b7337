import type { BaseInteraction, RepliableInteraction } from 'discord.js';
import type { Reader } from '../load-languages.js';
import { hasNearest } from '../refusal.js';
import type { View } from '../view.js';
import { admissionOf } from './admission.js';
import { type Delivery, deliveryOf, isPrivate } from './delivery.js';
import type { Desk } from './desk.js';
import { toMessage } from './message.js';
import { requestOf } from './request.js';
import { isGone, isPassing, withoutSecrets } from './rest-errors.js';
import { acknowledge, deliver, whisper, whisperInstead } from './send.js';
import { FAULT, noticeView, viewOf } from './view-of.js';

/** What the bot's times are about: how long it takes to answer a question. */
const ANSWERS: ReadonlySet<View['kind']> = new Set(['answer', 'compare', 'timeline']);

/**
 * Answers an interaction: acknowledged first, whatever else waits, then run, then shown. Never throws: what goes wrong
 * is told to the asker, or where nobody can be told any more, to the log.
 */
export async function respond(interaction: BaseInteraction, desk: Desk): Promise<void> {
  if (!interaction.isRepliable()) return;
  const { log, pulse } = desk;
  const facts: { interaction: string; command?: string } = { interaction: interaction.id };
  const started = performance.now();
  try {
    const view = await answer(interaction, desk, facts);
    const ms = performance.now() - started;
    if (ANSWERS.has(view.kind)) pulse.add(ms);
    log.info('Answered', { ...facts, ...outcomeOf(view), ms: Math.round(ms) });
  } catch (error) {
    if (isGone(error)) log.warn('Came too late, or its message is deleted', { ...facts, reason: `${error}` });
    else log.error('Could not be answered', { ...facts, error: withoutSecrets(error) });
  }
}

/**
 * Does so.
 * @param facts for the log: what is asked for is added
 * @returns what was shown
 * @throws where nothing, or something else could be shown
 */
async function answer(
  interaction: RepliableInteraction,
  desk: Desk,
  facts: { command?: string },
): Promise<View> {
  const request = requestOf(interaction);
  facts.command = request.command;
  const planned = deliveryOf(interaction, request);
  const { refusal, leave } = admissionOf(interaction, request, planned, desk.manners);
  try {
    // Who sees the answer is settled by the acknowledgement, so a refusal has to be known before.
    const delivery = refusal ? 'private' : planned;
    await acknowledge(interaction, delivery);
    const onFault = (error: unknown) => desk.log.error('Failed', { ...facts, error });
    const view = refusal ? noticeView(refusal) : await viewOf(interaction, request, desk, onFault);
    await show(view, interaction, delivery, desk.languages.readerOf(interaction.locale));
    return view;
  } finally {
    leave();
  }
}

/** A message that Discord refuses is a fault of ours, which must not leave the asker waiting. */
async function show(
  view: View,
  interaction: RepliableInteraction,
  delivery: Delivery,
  reader: Reader,
): Promise<void> {
  const send = async (shown: View) => {
    // What is for the asker is no message for all, nor is one that others see too to give way to it.
    const isForAsker = isForOne(shown) && delivery !== 'private';
    const message = toMessage(shown, reader, { isPrivate: isForAsker || isPrivate(interaction, delivery) });
    const tell = delivery === 'update' ? whisper : whisperInstead;
    await (isForAsker ? tell : deliver)(interaction, message);
  };
  try {
    await send(view);
  } catch (error) {
    if (!isGone(error) && !isPassing(error)) await send(FAULT).catch(() => {});
    throw error;
  }
}

/** What nobody but the asker can use: what is wrong with a question, or that it is none. */
function isForOne(view: View): boolean {
  if (view.kind !== 'answer') return view.kind === 'notice';
  const { refusal } = view.answer;
  return refusal !== null && !hasNearest(refusal);
}

/** What the log says of an answer: nothing of its words. */
function outcomeOf(view: View): object {
  if (view.kind === 'notice') return { shown: 'notice', notice: view.notice.kind };
  if (view.kind !== 'answer') return { shown: view.kind };
  return view.answer.answered ? { shown: 'answer', quotes: view.answer.quotes.length } : { shown: 'refusal' };
}
