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

/**
 * Whether it was acknowledged before: the answer to an earlier try was lost on its way. (Or another bot runs with the
 * same token, which cannot be told from it; both then answer.)
 */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Whether it may go better in a moment: no connection, no answer, or an error of the server's own. */
export function isPassing(error: unknown): boolean {
  return error instanceof HTTPError || networkCode(error) !== null;
}

/** What the network said: a code of the system's or of undici's, or that it took too long. */
export function networkCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  const code = 'code' in error ? String(error.code) : '';
  // Codes of Node.js itself begin with ERR_, and most of them tell of a fault of ours.
  return /^(E(?!RR_)[A-Z]|UND_ERR|CERT|DEPTH|UNABLE|SELF_SIGNED|ERR_TLS|ERR_SSL|HPE)/.test(code)
    ? code
    : null;
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
