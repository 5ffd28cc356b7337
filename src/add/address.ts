import { UserError } from '../user-error.js';

/** Whether an argument is meant as an address; everything else is a file. */
export function looksLikeAddress(argument: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(argument);
}

/**
 * An address that may be fetched, without its fragment.
 * @param base the page that a relative address stood in
 * @throws UserError where it is no address, not of the web, or holds a password
 */
export function parseAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base))
    throw new UserError(`${text} is not an address. One looks like https://example.org/page.`);
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UserError(
      `Only http and https addresses are fetched, and this one is "${url.protocol}". Save the page, and add the file.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError(
      'The address holds a user name or a password, which would be written into the article. Take it out, or save the page and add the file.',
    );
  }
  url.hash = '';
  return url;
}
