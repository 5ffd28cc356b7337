import type { IncomingMessage } from 'node:http';
import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import type { Socket } from 'node:net';
import { UserError } from '../user-error.js';
import { checkLiteral, guardedLookup, type Resolve } from './guarded-lookup.js';

export interface RequestOptions {
  resolve: Resolve;
  /** Whether an IP address may be connected to. */
  allows: (address: string) => boolean;
  /** For the name, the connection and its encryption, in milliseconds. */
  connectMs: number;
  /** Ends the request and the answer. */
  signal: AbortSignal;
}

const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; talks; one page at the request of a person)',
  accept:
    'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=.9, text/plain;q=.8, */*;q=.5',
  'accept-encoding': 'br, gzip',
};

/**
 * Asks for an address once. Proxies that the environment names are not used: the check of addresses would be theirs.
 * @returns the answer, its body unread, and the IP address that gave it; empty where that is not known
 * @throws UserError, or the system's error
 */
export async function request(
  url: URL,
  { resolve, allows, connectMs, signal }: RequestOptions,
): Promise<{ response: IncomingMessage; address: string }> {
  checkLiteral(url, allows);
  const isSecure = url.protocol === 'https:';
  return new Promise((fulfil, reject) => {
    const asked = (isSecure ? getSecure : getPlain)(url, {
      // An agent of its own: connections are not kept, and the one that the environment may set up is passed by.
      agent: false,
      headers: HEADERS,
      lookup: guardedLookup(resolve, allows),
      rejectUnauthorized: true,
      signal,
    });
    const timer = setTimeout(() => {
      asked.destroy(
        new UserError(`${url.host} could not be reached within ${connectMs / 1000} s. Try again later.`),
      );
    }, connectMs);
    let address = '';
    asked.on('socket', (socket: Socket) => {
      // Kept from the start: a socket that has been closed does not know it any more.
      socket.once('connect', () => (address = socket.remoteAddress ?? ''));
      socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(timer));
    });
    asked.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    asked.on('response', (response) => fulfil({ response, address }));
  });
}
