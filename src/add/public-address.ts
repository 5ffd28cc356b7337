import ipaddr from 'ipaddr.js';

/** Where IPv6 addresses of the internet are handed out from (RFC 4291); some of it is set aside, which `range` knows. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the internet, rather than to this machine, a private network, a link (cloud
 * metadata services among them), a carrier's network, or a range set aside. IPv4 within IPv6 (mapped, NAT64, 6to4,
 * Teredo) is not public: it would reach round the rules for IPv4.
 * @param address in any notation; what is no IP address is not public
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
}
