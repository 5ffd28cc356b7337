import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { UserError } from '../user-error.js';

/** Finds the IP addresses of a name, as `dns.promises.lookup` does with `all`. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/**
 * A `lookup` for node:http. The connection goes to the very addresses that were checked, so that a name which changes
 * its address between a check and a connection (DNS rebinding) gains nothing.
 * @param allows whether an IP address may be connected to
 */
export function guardedLookup(resolve: Resolve, allows: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname)
      .then((found) => {
        const addresses = found.filter(({ address }) => allows(address));
        const [first] = addresses;
        if (!first) throw found.length > 0 ? notPublic(hostname) : unknownHost(hostname);
        if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      })
      .catch((error: NodeJS.ErrnoException) => callback(error, []));
  };
}

/**
 * Node looks no IP address up that stands in the place of a name, so a `lookup` never sees it.
 * @throws UserError where it is an IP address that may not be connected to
 */
export function checkLiteral({ hostname }: URL, allows: (address: string) => boolean): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allows(host)) throw notPublic(host);
}

export function unknownHost(host: string): UserError {
  return new UserError(`There is no server of the name ${host}. Check the address.`);
}

function notPublic(host: string): UserError {
  return new UserError(
    `${host} is in a private network. A page there is fetched only where its own address is typed, not through a redirect or a feed.`,
  );
}
