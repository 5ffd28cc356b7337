import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseAddress } from '../src/add/address.js';
import { fetchPage, type Web } from '../src/add/fetch-page.js';
import { isPublicAddress } from '../src/add/public-address.js';
import { createTurns } from '../src/add/turns.js';
import { ROOT } from './program.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server on this machine. @returns its port */
async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

const WEB: Web = {
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isPublic: isPublicAddress,
  connectMs: 2_000,
  wholeMs: 4_000,
  largest: 1_000_000,
  turnOf: async () => {},
};

/** Fetches an address as a person types it. */
async function fetchTyped(address: string, web: Partial<Web> = {}) {
  const url = parseAddress(address);
  const { content, url: last, ...rest } = await fetchPage(url, url.host, { ...WEB, ...web });
  return { text: content.toString(), url: last.href, ...rest };
}

describe('isPublicAddress', () => {
  it.each([
    ...['127.0.0.1', '127.255.0.9', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '100.127.255.255', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
    ...['::', '::1', 'fc00::1', 'fdff::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1'],
    ...['::ffff:10.0.0.1', '::ffff:8.8.8.8', '::8.8.8.8', '64:ff9b::a00:1', '64:ff9b:1::1'],
    ...['2002:a00:1::', '2001::1', '100::1', '3fff::1', '4000::1', 'localhost', ''],
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '100.63.255.255', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001:82a::200e'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('parseAddress', () => {
  it('drops the fragment', () => {
    expect(parseAddress('HTTPS://Example.org:443/a?b#c').href).toBe('https://example.org/a?b');
  });

  it.each([
    ['http://', 'http:// is not an address. One looks like https://example.org/page.'],
    [
      'file:///etc/passwd',
      'Only http and https addresses are fetched, and this one is "file:". Save the page, and add the file.',
    ],
    [
      'https://ann:secret@example.org/',
      'The address holds a user name or a password, which would be written into the article. Take it out, or save the page and add the file.',
    ],
  ])('refuses %s', (address, message) => {
    expect(() => parseAddress(address)).toThrow(message);
  });
});

describe('fetchPage', () => {
  it('fetches a page, naming itself', async () => {
    const port = await serve(({ headers }, response) => {
      response.setHeader('content-type', 'text/plain');
      response.end(headers['user-agent']);
    });
    expect(await fetchTyped(`http://127.0.0.1:${port}/#part`)).toEqual({
      text: 'Mozilla/5.0 (compatible; talks; one page at the request of a person)',
      url: `http://127.0.0.1:${port}/`,
      contentType: 'text/plain',
      privateHost: `127.0.0.1:${port}`,
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads %s, and stops one that grows too large', async (encoding, compress) => {
    const port = await serve(({ url }, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(compress(Buffer.alloc(url === '/bomb' ? 50_000_000 : 20, 'a')));
    });
    expect((await fetchTyped(`http://127.0.0.1:${port}/`)).text).toBe('a'.repeat(20));
    await expect(fetchTyped(`http://127.0.0.1:${port}/bomb`)).rejects.toThrow(
      'The page is larger than 1 MB, which no article is.',
    );
  });

  it('stops an answer without end', async () => {
    const port = await serve((_, response) => {
      const write = () => {
        while (!response.destroyed && response.write('a'.repeat(1000)));
      };
      response.on('drain', write);
      write();
    });
    await expect(fetchTyped(`http://127.0.0.1:${port}/`)).rejects.toThrow('The page is larger than 1 MB');
  });

  it.each([
    [404, {}, 'There is no such page (404 Not Found).'],
    [
      403,
      {},
      'The server does not let this program read the page (403 Forbidden). Open it in a browser, save it, and add the file.',
    ],
    [
      429,
      { 'retry-after': '600' },
      'The server wants fewer requests (429 Too Many Requests). Try again in 10 min, as it asks.',
    ],
    [
      503,
      { 'retry-after': 'Wed, 26 Feb 2025 10:00:00 GMT' },
      'The server has a fault of its own (503 Service Unavailable). Try again after 2025-02-26 10:00 UTC, as it asks.',
    ],
    [500, { 'retry-after': 'soon' }, 'Try again later.'],
    [204, {}, 'The server did not answer with a page (204 No Content).'],
    [799, {}, 'The server did not answer with a page (799).'],
    [302, {}, 'The server redirects without saying where to (302).'],
  ])('says what status %i means, after one attempt', async (status, headers, message) => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked += 1;
      response.writeHead(status, headers).end();
    });
    await expect(fetchTyped(`http://127.0.0.1:${port}/`)).rejects.toThrow(message);
    expect(asked).toBe(1);
  });

  it('says that nobody answers, that a name is unknown, and that the answer is no web page', async () => {
    const port = await serve(() => {});
    closing.splice(0).forEach((close) => {
      close();
    });
    await expect(fetchTyped(`http://127.0.0.1:${port}/`)).rejects.toThrow(
      `127.0.0.1:${port} refused the connection. Check the address, or try again later.`,
    );
    const unknown = async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    };
    await expect(fetchTyped('http://nowhere.example/', { resolve: unknown })).rejects.toThrow(
      'There is no server of the name nowhere.example. Check the address.',
    );
    const server = createSocketServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    const other = (server.address() as AddressInfo).port;
    await expect(fetchTyped(`http://127.0.0.1:${other}/`)).rejects.toThrow(
      'does not answer as a web server does',
    );
    await expect(fetchTyped(`https://127.0.0.1:${other}/`)).rejects.toThrow(
      `The encrypted connection to 127.0.0.1:${other} cannot be trusted`,
    );
  });

  it('trusts no certificate that nobody vouches for, whatever the environment says', async () => {
    const pem = readFileSync(join(ROOT, 'tests', 'fixtures', 'self-signed.pem'));
    const server = createSecureServer({ key: pem, cert: pem }, (_, response) => response.end('secret'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    closing.push(() => vi.unstubAllEnvs());
    await expect(fetchTyped(`https://${host}/`)).rejects.toThrow(
      `The encrypted connection to ${host} cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT). Nothing was read.`,
    );
  });

  it('says that the answer broke off, or is damaged', async () => {
    const port = await serve(({ url }, response) => {
      if (url === '/damaged') response.setHeader('content-encoding', 'gzip').end('no gzip');
      else {
        response.writeHead(200, { 'content-length': 100 }).write('half');
        setTimeout(() => response.destroy(), 20);
      }
    });
    await expect(fetchTyped(`http://127.0.0.1:${port}/`)).rejects.toThrow(
      `127.0.0.1:${port} broke the connection off. Try again later.`,
    );
    await expect(fetchTyped(`http://127.0.0.1:${port}/damaged`)).rejects.toThrow(
      `What 127.0.0.1:${port} sent is damaged: it cannot be decompressed.`,
    );
  });

  it('does not wait for ever', async () => {
    const port = await serve(({ url }, response) => {
      if (url === '/slow') setInterval(() => response.write('a'), 10).unref();
    });
    const late = 'The page did not come in full within 0.2 s. Try again later.';
    await expect(fetchTyped(`http://127.0.0.1:${port}/`, { wholeMs: 200 })).rejects.toThrow(late);
    await expect(fetchTyped(`http://127.0.0.1:${port}/slow`, { wholeMs: 200 })).rejects.toThrow(late);
    const never = () => new Promise<never>(() => {});
    await expect(fetchTyped('http://a.example/', { resolve: never, connectMs: 100 })).rejects.toThrow(
      'a.example could not be reached within 0.1 s. Try again later.',
    );
  });
});

describe('redirects', () => {
  /** A server that redirects a path to what stands in its query. */
  const redirecting = () =>
    serve(({ url = '' }, response) => {
      const { searchParams } = new URL(url, 'http://a');
      const target = searchParams.get('to');
      if (target === null) response.end('there');
      else response.writeHead(302, { location: target }).end();
    });
  const to = (port: number, target: string) => `http://127.0.0.1:${port}/?to=${encodeURIComponent(target)}`;

  it('are followed to the same host', async () => {
    const port = await redirecting();
    expect(await fetchTyped(to(port, '/there#part'))).toMatchObject({
      text: 'there',
      url: `http://127.0.0.1:${port}/there`,
    });
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0/',
    'http://intranet.example/',
  ])('are not followed to %s', async (target) => {
    const port = await redirecting();
    await expect(fetchTyped(to(port, target))).rejects.toThrow(
      'is in a private network. A page there is fetched only where its own address is typed, not through a redirect or a feed.',
    );
  });

  it('are not followed to another port, protocol or account', async () => {
    const [port, other] = [await redirecting(), await redirecting()];
    await expect(fetchTyped(to(port, `http://127.0.0.1:${other}/`))).rejects.toThrow('private network');
    await expect(fetchTyped(to(port, 'file:///etc/passwd'))).rejects.toThrow('Only http and https');
    await expect(fetchTyped(to(port, 'http://a:b@127.0.0.1/'))).rejects.toThrow('a user name or a password');
  });

  it('end after five, and in a loop', async () => {
    const port = await serve(({ url = '' }, response) => {
      const number = Number(url.slice(1));
      if (url === '/5') response.end('there');
      else response.writeHead(301, { location: url === '/loop' ? '/loop' : `/${number + 1}` }).end();
    });
    expect((await fetchTyped(`http://127.0.0.1:${port}/0`)).text).toBe('there');
    await expect(fetchTyped(`http://127.0.0.1:${port}/6`)).rejects.toThrow(
      `The page was not there after 5 redirects; the last led to http://127.0.0.1:${port}/12.`,
    );
    await expect(fetchTyped(`http://127.0.0.1:${port}/loop`)).rejects.toThrow(
      `The page leads back to itself in a loop of redirects (http://127.0.0.1:${port}/loop).`,
    );
  });

  it('cannot be sent elsewhere by a name that changes its address', async () => {
    const port = await redirecting();
    let lookups = 0;
    // The first address counts as one of the internet; the second look-up of the same name leads into the network.
    const rebinding: Partial<Web> = {
      resolve: async () => {
        lookups += 1;
        return [{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
      },
      isPublic: (address) => address === '127.0.0.1',
    };
    const address = to(port, '/secret').replace('127.0.0.1', 'rebind.example');
    await expect(fetchTyped(address, rebinding)).rejects.toThrow('rebind.example is in a private network.');
    expect(lookups).toBe(2);
  });

  it('connect to the public ones of the addresses that a name has', async () => {
    const port = await redirecting();
    const url = parseAddress(`http://news.example:${port}/`);
    const web: Web = {
      ...WEB,
      resolve: async () => [
        { address: '127.0.0.9', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      isPublic: (address) => address === '127.0.0.1',
    };
    expect((await fetchPage(url, null, web)).content.toString()).toBe('there');
  });
});

describe('createTurns', () => {
  it('lets time pass between two requests to one host, and none between two hosts', async () => {
    const turnOf = createTurns(80);
    const started = performance.now();
    await Promise.all([turnOf('a.example'), turnOf('b.example')]);
    expect(performance.now() - started).toBeLessThan(60);
    await turnOf('a.example');
    expect(performance.now() - started).toBeGreaterThanOrEqual(75);
  });
});
