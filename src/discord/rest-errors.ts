import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Discord knows neither the interaction nor its message any more: too late, or deleted meanwhile. */
const GONE: unknown[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

/** Whether nobody can be answered any more, which happens and is nobody's fault. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.includes(error.code);
}

/** Whether it was acknowledged before: the answer to an earlier try was lost on its way. */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Whether it may go better in a moment: no connection, no answer, or an error of the server's own. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof DiscordAPIError);
}

/**
 * An error as it may stand in a log: discord.js hangs the body of the request on it, with the words of the answer, and
 * an address that holds the interaction's token.
 */
export function withoutSecrets(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return error;
  const { name, message, stack, status, method } = error;
  const address = error.url.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/?]+/, '$1…');
  return Object.assign(new Error(message), { name, stack, status, method, address });
}
