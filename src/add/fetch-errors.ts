import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { UserError } from '../user-error.js';
import { unknownHost } from './guarded-lookup.js';

/** The sentence for an answer that is no page. */
export function statusError({
  statusCode = 0,
  headers,
}: Pick<IncomingMessage, 'statusCode' | 'headers'>): UserError {
  const status = `${statusCode}${STATUS_CODES[statusCode] ? ` ${STATUS_CODES[statusCode]}` : ''}`;
  const wait = waitWanted(headers['retry-after']);
  if (statusCode === 404 || statusCode === 410) return new UserError(`There is no such page (${status}).`);
  if ([401, 402, 403, 407, 451].includes(statusCode)) {
    return new UserError(
      `The server does not let this program read the page (${status}). Open it in a browser, save it, and add the file.`,
    );
  }
  if (statusCode === 429)
    return new UserError(`The server wants fewer requests (${status}). Try again ${wait}.`);
  if (statusCode >= 500 && statusCode < 600)
    return new UserError(`The server has a fault of its own (${status}). Try again ${wait}.`);
  return new UserError(`The server did not answer with a page (${status}).`);
}

/** When to try again, as the server said it: in seconds, or as a time (RFC 9110, 10.2.3). */
function waitWanted(retryAfter: string | undefined): string {
  if (retryAfter === undefined) return 'later';
  if (/^\d{1,9}$/.test(retryAfter)) return `in ${duration(Number(retryAfter))}, as it asks`;
  const time = Date.parse(retryAfter);
  return Number.isNaN(time)
    ? 'later'
    : `after ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC, as it asks`;
}

const duration = (seconds: number): string =>
  seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;

/** Codes of the connection; those of certificates have no common form, and are the rest. */
const REASONS: Record<string, string> = {
  ECONNREFUSED: 'refused the connection. Check the address, or try again later',
  ECONNRESET: 'broke the connection off. Try again later',
  EPIPE: 'broke the connection off. Try again later',
  EHOSTUNREACH: 'cannot be reached from here. Check the connection to the internet',
  ENETUNREACH: 'cannot be reached from here. Check the connection to the internet',
  ETIMEDOUT: 'did not answer. Try again later',
  ERR_STREAM_PREMATURE_CLOSE: 'broke the connection off. Try again later',
  EAI_AGAIN: 'could not be looked up. Check the connection to the internet',
};

/**
 * The sentence for a failed request.
 * @returns a UserError where the web is at fault, else the error itself
 */
export function fetchError(error: unknown, { host, hostname }: URL): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof UserError || code === '') return error;
  const because = (sentence: string) => new UserError(sentence, 1, { cause: error });
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME') return unknownHost(hostname);
  const reason = REASONS[code];
  if (reason !== undefined) return because(`${host} ${reason}.`);
  if (code.startsWith('HPE_')) return because(`${host} does not answer as a web server does (${code}).`);
  if (/^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/.test(code)) {
    return because(`What ${host} sent is damaged: it cannot be decompressed.`);
  }
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER|EPROTO/.test(code)) {
    return because(`The encrypted connection to ${host} cannot be trusted (${code}). Nothing was read.`);
  }
  return because(`${host} could not be read (${code}).`);
}
