import type { IncomingMessage } from 'node:http';
import { UserError } from '../user-error.js';
import { parseAddress } from './address.js';
import { fetchError, statusError } from './fetch-errors.js';
import type { Resolve } from './guarded-lookup.js';
import { readBody } from './read-body.js';
import { request } from './request.js';

/** How pages are fetched. */
export interface Web {
  resolve: Resolve;
  /** Whether an IP address belongs to the internet. */
  isPublic: (address: string) => boolean;
  /** For a connection, in milliseconds. */
  connectMs: number;
  /** For a page with all its redirects, in milliseconds. */
  wholeMs: number;
  /** In bytes, after decompression. */
  largest: number;
  /** Resolves when the host may be asked again. */
  turnOf: (hostname: string) => Promise<void>;
}

export interface Fetched {
  /** The address that answered, after all redirects. */
  url: URL;
  contentType: string | null;
  content: Buffer;
  /** The host (with its port) in a private network that a person typed, which pages of this one may be fetched from. */
  privateHost: string | null;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Fetches one address, in one attempt. Of robots.txt nothing is asked: it is meant for programs that wander over the
 * web by themselves (RFC 9309), and this one fetches what a person named, as a browser does.
 * @param privateHost the host (with its port) that may be in a private network, because a person typed it
 * @throws UserError: why there is no page
 */
export async function fetchPage(start: URL, privateHost: string | null, web: Web): Promise<Fetched> {
  const signal = AbortSignal.timeout(web.wholeMs);
  await web.turnOf(start.hostname);
  try {
    return await follow(start, privateHost, web, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new UserError(`The page did not come in full within ${web.wholeMs / 1000} s. Try again later.`);
  }
}

async function follow(start: URL, typed: string | null, web: Web, signal: AbortSignal): Promise<Fetched> {
  const visited: string[] = [];
  let url = start;
  let privateHost = typed;
  while (visited.length <= MOST_REDIRECTS) {
    visited.push(url.href);
    const { response, address } = await ask(url, privateHost, web, signal);
    // A host of the internet stays one: its name may lead into a private network with the next look-up.
    if (url.host === privateHost && (address === '' || web.isPublic(address))) privateHost = null;
    const target = redirectTarget(response, url);
    if (target === null) return { url, privateHost, ...(await read(response, url, web)) };
    response.destroy();
    if (visited.includes(target.href)) {
      throw new UserError(`The page leads back to itself in a loop of redirects (${target.href}).`);
    }
    url = target;
  }
  throw new UserError(
    `The page was not there after ${MOST_REDIRECTS} redirects; the last led to ${url.href}.`,
  );
}

async function ask(url: URL, privateHost: string | null, web: Web, signal: AbortSignal) {
  try {
    const allows = url.host === privateHost ? () => true : web.isPublic;
    return await request(url, { ...web, allows, signal });
  } catch (error) {
    throw fetchError(error, url);
  }
}

function redirectTarget({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (!REDIRECTS.includes(statusCode)) return null;
  if (!headers.location) throw new UserError(`The server redirects without saying where to (${statusCode}).`);
  return parseAddress(headers.location, from);
}

async function read(response: IncomingMessage, url: URL, web: Web) {
  try {
    if (response.statusCode !== 200) throw statusError(response);
    const content = await readBody(response, web.largest);
    return { content, contentType: response.headers['content-type'] ?? null };
  } catch (error) {
    throw fetchError(error, url);
  } finally {
    response.destroy();
  }
}
