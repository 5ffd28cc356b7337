import { lookup } from 'node:dns/promises';
import type { Web } from './fetch-page.js';
import { isPublicAddress } from './public-address.js';
import { createTurns } from './turns.js';

/** The web as it is asked for pages, in its whole size. */
export function openWeb(): Web {
  return {
    resolve: (hostname) => lookup(hostname, { all: true }),
    isPublic: isPublicAddress,
    connectMs: 10_000,
    wholeMs: 30_000,
    // As large as a file of articles may be.
    largest: 10_000_000,
    turnOf: createTurns(500),
  };
}
