import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { isGone, isPassing, withoutSecrets } from '../src/discord/rest-errors.js';

const ADDRESS = 'https://discord.com/api/v10/webhooks/123/secret-token/messages/@original';
const BODY = { body: { components: ['words of an answer'] }, files: undefined };
const apiError = (code: number, status = 400): DiscordAPIError =>
  new DiscordAPIError({ code, message: 'No' }, code, status, 'PATCH', ADDRESS, BODY);
const withCode = (code: string): Error => Object.assign(new TypeError('a message'), { code });

describe('an error of the REST client', () => {
  it.each(['ECONNRESET', 'ECONNREFUSED', 'EAI_AGAIN', 'ENOTFOUND', 'UND_ERR_SOCKET', 'CERT_HAS_EXPIRED'])(
    'passes where it is %s',
    (code) => expect(isPassing(withCode(code))).toBe(true),
  );

  it('passes where the server has an error of its own or nothing came in time', () => {
    expect(isPassing(new HTTPError(502, 'Bad Gateway', 'PATCH', ADDRESS, BODY))).toBe(true);
    expect(isPassing(new DOMException('aborted', 'AbortError'))).toBe(true);
  });

  it('does not pass where Discord refuses, or where it is a fault of ours', () => {
    expect([apiError(50035), withCode('ERR_INVALID_ARG_TYPE'), new TypeError('x')].map(isPassing)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('says that nobody can be answered any more', () => {
    expect([10062, 10008, 10015, 50027, 50035].map((code) => isGone(apiError(code)))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('is logged without the token in its address and without the words that were sent', () => {
    const logged = withoutSecrets(apiError(50035)) as Error;
    expect(Object.keys(logged).sort()).toEqual(['address', 'method', 'name', 'status']);
    expect(logged).toMatchObject({
      name: 'DiscordAPIError[50035]',
      message: 'No',
      address: 'https://discord.com/api/v10/webhooks/123/…/messages/@original',
    });
    const fault = new Error('another');
    expect(withoutSecrets(fault)).toBe(fault);
  });
});
